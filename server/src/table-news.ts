/**
 * What changes in a contest's tables from one append to the next. It tells everything when it does not know what was told last: at
 * first, and after somebody else has appended.
 */
import type { State } from '@bang-diem/shared/ledger/state.ts'
import { type Aggregate, aggregatesOf } from '@bang-diem/shared/views/aggregates.ts'
import type { Tables } from './committer-ports.ts'
import type { TableChange, TableChanges } from './ledgers/tables.ts'

type Told = ReadonlyMap<string, Aggregate>

export class TableNews implements Tables {
  #told: Told | undefined

  changesTo(state: State): TableChanges {
    const before = this.#told
    const now: Told = new Map(aggregatesOf(state).map((aggregate) => [aggregate.name, aggregate]))
    this.#told = now
    const whole = before === undefined
    const gone = [...(before?.values() ?? [])].filter(({ name }) => !now.has(name)).map(emptied)
    const changed = [...now.values()].map((aggregate) => changeOf(aggregate, before?.get(aggregate.name)))
    return { whole, tables: [...gone, ...changed].filter(({ fields }) => whole || fields.size > 0) }
  }

  forget(): void {
    this.#told = undefined
  }
}

function changeOf({ name, kind, fields }: Aggregate, before: Aggregate | undefined): TableChange {
  const changes = new Map<string, string | null>()
  for (const field of before?.fields.keys() ?? []) if (!fields.has(field)) changes.set(field, null)
  for (const [field, value] of fields) if (before?.fields.get(field) !== value) changes.set(field, value)
  return { name, kind, fields: changes }
}

function emptied({ name, kind, fields }: Aggregate): TableChange {
  return { name, kind, fields: new Map([...fields.keys()].map((field) => [field, null])) }
}
