/** Collects what cross-checks find. It knows lists of ids and no rule of a contest. */
import type { Problem, ProblemCode } from './problems.ts'

export class Found {
  readonly problems: Problem[] = []

  add(path: string, code: ProblemCode, params: Readonly<Record<string, string>> = {}): void {
    this.problems.push({ path, code, params })
  }

  /** Every id may stand once; `seen` is shared by lists that share a namespace. */
  unique(list: readonly { readonly id: string }[], path: string, seen = new Set<string>()): void {
    for (const [index, { id }] of list.entries()) {
      if (seen.has(id)) this.add(`${path}[${index}].id`, 'duplicate-id', { id })
      seen.add(id)
    }
  }

  /** Each of the ids is known, and stands once; `seen` is shared by lists that share what they name. */
  known(ids: readonly string[], known: ReadonlySet<string>, path: string, seen = new Set<string>()): void {
    for (const [index, id] of ids.entries()) {
      if (!known.has(id)) this.add(`${path}[${index}]`, 'unknown-reference', { id })
      else if (seen.has(id)) this.add(`${path}[${index}]`, 'duplicate-id', { id })
      seen.add(id)
    }
  }
}

/** The ids of a list, for looking up. */
export function idsOf(list: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(list.map(({ id }) => id))
}
