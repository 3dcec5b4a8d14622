/**
 * What changes in a contest's tables from one append to the next. It tells everything when it does not know what was told last: at
 * first, and after somebody else has appended. Whether anything public changes it always knows: a ring at any other moment would
 * tell that something hidden has happened.
 */
import type { State } from '@bang-diem/shared/ledger/state.ts'
import { type Aggregate, aggregatesOf, isPublic } from '@bang-diem/shared/views/aggregates.ts'
import type { Tables } from './committer-ports.ts'
import type { TableChange, TableChanges } from './ledgers/tables.ts'

type Told = ReadonlyMap<string, Aggregate>

const nothing: Told = new Map()

export class TableNews implements Tables {
  /** What was told last; undefined when the tables may be something else. */
  #told: Told | undefined

  changes(before: State, after: State): TableChanges {
    const whole = this.#told === undefined
    // Made only when it is wanted: most commits of other hubs are followed by another of theirs.
    const told = this.#told ?? toldOf(before)
    const now = toldOf(after)
    this.#told = now
    const changes = changesBetween(told, now)
    const rings = changes.some(isPublic)
    return { whole, rings, tables: whole ? changesBetween(nothing, now) : changes }
  }

  forget(): void {
    this.#told = undefined
  }
}

/** The tables by name; none before the first commit. */
function toldOf(state: State): Told {
  if (!state.public.definition) return nothing
  return new Map(aggregatesOf(state).map((aggregate) => [aggregate.name, aggregate]))
}

/** The tables in which something changes. */
function changesBetween(before: Told, now: Told): TableChange[] {
  const gone = [...before.values()]
    .filter(({ name }) => !now.has(name))
    .map((each) => changeOf({ ...each, fields: new Map() }, each))
  const changed = [...now.values()].map((each) => changeOf(each, before.get(each.name)))
  return [...gone, ...changed].filter(({ fields }) => fields.size > 0)
}

function changeOf({ name, kind, fields }: Aggregate, before: Aggregate | undefined): TableChange {
  const changes = new Map<string, string | null>()
  for (const field of before?.fields.keys() ?? []) if (!fields.has(field)) changes.set(field, null)
  for (const [field, value] of fields) if (before?.fields.get(field) !== value) changes.set(field, value)
  return { name, kind, fields: changes }
}
