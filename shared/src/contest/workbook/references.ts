/** What the cells of a workbook may call things by: their ids, or their names where these are clear. It knows no sheet. */
import { sameWord } from './cells.ts'

export type Kind = 'teams' | 'judges' | 'stages' | 'rounds' | 'criteria'

/** Fields that name something, by their key in a definition. */
const kinds: Readonly<Partial<Record<string, Kind>>> = {
  teams: 'teams',
  entrants: 'teams',
  judges: 'judges',
  panel: 'judges',
  stage: 'stages',
  from: 'stages',
  round: 'rounds',
  rounds: 'rounds',
  criterion: 'criteria',
  criteria: 'criteria',
}

/** What a field of that key names; undefined for a field that names nothing. */
export function kindOf(key: string): Kind | undefined {
  return Object.hasOwn(kinds, key) ? kinds[key] : undefined
}

export class References {
  readonly #ids = new Set<string>()
  readonly #named = new Map<string, Set<string>>()
  readonly #open = new Set<Kind>()

  /** `scope` is the id of what it belongs to: a round's stage, a criterion's round. */
  add(kind: Kind, id: string, name: string, scope: string | null): void {
    this.#ids.add(`${kind}/${id}`)
    const called = sameWord(name)
    if (called === '') return
    for (const key of [`${kind}//${called}`, ...(scope === null ? [] : [`${kind}/${scope}/${called}`])]) {
      const known = this.#named.get(key)
      if (known) known.add(id)
      else this.#named.set(key, new Set([id]))
    }
  }

  /** What there is of a kind cannot be read: then any text may stand for something. */
  leaveOpen(kind: Kind): void {
    this.#open.add(kind)
  }

  /** The id that a text stands for. A name is looked for in the nearest scope first; undefined where it stands for none, or for several. */
  find(kind: Kind, text: string, scopes: readonly string[]): string | undefined {
    if (this.#open.has(kind) || this.#ids.has(`${kind}/${text}`)) return text
    for (const scope of [...scopes, '']) {
      const [only, second] = this.#named.get(`${kind}/${scope}/${sameWord(text)}`) ?? []
      if (only !== undefined && second === undefined) return only
    }
    return undefined
  }
}
