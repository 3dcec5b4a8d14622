/**
 * Who and what the rows are about: their ids, made from names where none is written, and what each row belongs to. Everything else in a
 * row is read afterwards, because it may name what stands further down.
 */
import { freshId, slugOf } from '../slug.ts'
import { isBlank } from './cells.ts'
import { type Placed, placed, type RawTable, wordIn } from './raw-table.ts'
import { type Kind, References } from './references.ts'
import type { RawRow } from './written-rows.ts'

export interface KnownRow {
  readonly row: RawRow
  /** '' where there is neither an id nor a name to make one from. */
  readonly id: string
  /** The id of the stage of a round, the round of a criterion; null for what stands by itself, or belongs to nothing that is known. */
  readonly parent: string | null
}

export type RawTables = Readonly<Record<Kind, RawTable>>
export type KnownRows = Readonly<Record<Kind, readonly KnownRow[]>>

export interface Identified {
  readonly rows: KnownRows
  readonly references: References
  readonly faults: readonly Placed[]
}

/** `sessions` are ids that share the namespace of stages and rounds; of the kinds in `unread` there may be others. */
export function identify(tables: RawTables, sessions: readonly string[], unread: readonly Kind[]): Identified {
  const references = new References()
  for (const kind of unread) references.leaveOpen(kind)
  const faults: Placed[] = []
  const alone = (table: RawTable) => table.rows.map((row) => ({ row, parent: null }))
  const named = (kind: Kind, rows: readonly Row[], taken: Set<string>) => {
    const known = withIds(tables[kind], rows, taken)
    for (const { row, id, parent } of known) references.add(kind, id, nameIn(tables[kind], row), parent)
    return known
  }
  const teams = named('teams', alone(tables.teams), new Set())
  const judges = named('judges', alone(tables.judges), new Set())
  // Stages, rounds and sessions share one namespace (SPEC D-8, D-22).
  const shared = new Set(['show', ...sessions, ...writtenIds(tables.rounds)])
  const stages = named('stages', alone(tables.stages), shared)
  faults.push(...twice([tables.stages, tables.rounds]))
  const rounds = named('rounds', withParents(tables.rounds, stages, references, faults), shared)
  const criteria = named('criteria', withParents(tables.criteria, rounds, references, faults), new Set())
  return { rows: { teams, judges, stages, rounds, criteria }, references, faults }
}

type Row = Omit<KnownRow, 'id'>

/** What belongs to one of two of the same id belongs nowhere. */
function twice(tables: readonly RawTable[]): Placed[] {
  const seen = new Set<string>()
  return tables.flatMap((table) =>
    table.rows.flatMap((row) => {
      const id = wordIn(table.cell(row, 'id'))
      const isSecond = id !== '' && seen.has(id)
      seen.add(id)
      return isSecond ? [placed(table.placeOf(row, 'id'), 'duplicate-id', { id }, 'id')] : []
    }),
  )
}

function writtenIds(table: RawTable): string[] {
  return table.rows.map((row) => wordIn(table.cell(row, 'id'))).filter((id) => id !== '')
}

function nameIn(table: RawTable, row: RawRow): string {
  return wordIn(table.cell(row, table.has('name') ? 'name' : 'title'))
}

/** Ids that are written stay; the others keep out of their way. Criteria need to differ only within their round. */
function withIds(table: RawTable, rows: readonly Row[], shared: Set<string>): KnownRow[] {
  const takenIn = new Map<string | null, Set<string>>()
  const isApart = table.layout.sheet === 'criteria'
  const takenFor = (parent: string | null) => {
    const taken = takenIn.get(isApart ? parent : null) ?? (isApart ? new Set<string>() : shared)
    takenIn.set(isApart ? parent : null, taken)
    return taken
  }
  const written = rows.map(({ row }) => wordIn(table.cell(row, 'id')))
  for (const [index, { parent }] of rows.entries()) takenFor(parent).add(written[index] ?? '')
  return rows.map(({ row, parent }, index) => {
    const name = nameIn(table, row)
    const own = written[index] ?? ''
    return {
      row,
      parent,
      id: own !== '' || name === '' ? own : freshId(slugOf(name, table.layout.sheet), takenFor(parent)),
    }
  })
}

/**
 * An empty cell means the same as above, as in a merged one; where there is only one to belong to, nothing need be written. A row that belongs to
 * nothing is known all the same, or whatever names it would be told as well.
 */
function withParents(table: RawTable, above: readonly KnownRow[], references: References, faults: Placed[]): Row[] {
  const { parent } = table.layout
  if (parent === null) return []
  let last: string | null | undefined = above.length === 1 ? above[0]?.id : undefined
  if (!table.has(parent.path) && last === undefined && table.rows.length > 0) {
    table.missing(parent.path)
    last = null
  }
  return table.rows.map((row) => {
    const content = table.cell(row, parent.path)
    if (isBlank(content) && last !== undefined) return { row, parent: last }
    const word = wordIn(content)
    last = references.find(parent.sheet, word, []) ?? null
    if (last === null) {
      const [code, params] = isBlank(content)
        ? (['required', {}] as const)
        : (['unknown-reference', { id: word }] as const)
      faults.push(placed(table.placeOf(row, parent.path), code, params, parent.path))
    }
    return { row, parent: last }
  })
}
