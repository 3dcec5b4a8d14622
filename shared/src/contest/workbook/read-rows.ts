/** The rows of all sheets as entries of a definition, and where each value of them stands. */
import type { ProblemCode } from '../problems.ts'
import type { Place } from './cells.ts'
import type { ContestRows } from './contest-rows.ts'
import type { Identified, KnownRow, RawTables } from './identify.ts'
import { type Column, contestFields } from './layout.ts'
import { Places } from './places.ts'
import { type Placed, placed, type RawTable } from './raw-table.ts'
import { Told } from './read-plain.ts'
import { readCell } from './read-value.ts'
import type { Kind } from './references.ts'

type Values = Record<string, unknown>

export class RowReader {
  readonly places: Places
  readonly faults: Placed[] = []
  readonly #tables: RawTables
  readonly #identified: Identified

  constructor(tables: RawTables, identified: Identified, otherwise: Place) {
    this.#tables = tables
    this.#identified = identified
    this.places = new Places(otherwise)
    for (const [list, table] of Object.entries(tables)) this.places.set(list, table.begin())
  }

  /** The whole definition, but for its constants. */
  read(contest: ContestRows): Values {
    const values = this.#readContest(contest)
    const { teams, judges, stages } = this.#identified.rows
    return {
      ...values,
      teams: teams.map((known, at) => this.#readRow('teams', known, `teams[${at}]`, [])),
      judges: judges.map((known, at) => this.#readRow('judges', known, `judges[${at}]`, [])),
      stages: stages.map((known, at) => this.#readStage(known, `stages[${at}]`)),
    }
  }

  #readStage(stage: KnownRow, path: string): Values {
    const values = this.#readRow('stages', stage, path, [stage.id])
    const rounds = this.#identified.rows.rounds.filter(({ parent }) => parent === stage.id)
    return { ...values, rounds: rounds.map((round, at) => this.#readRound(round, `${path}.rounds[${at}]`, stage.id)) }
  }

  #readRound(round: KnownRow, path: string, stage: string): Values {
    const values = this.#readRow('rounds', round, path, [round.id, stage])
    const criteria = this.#identified.rows.criteria.filter(({ parent }) => parent === round.id)
    const read = criteria.map((each, at) => this.#readRow('criteria', each, `${path}.criteria[${at}]`, [round.id]))
    return { ...values, criteria: read }
  }

  #readRow(kind: Kind, { row, id }: KnownRow, path: string, scopes: readonly string[]): Values {
    const table: RawTable = this.#tables[kind]
    const { columns } = table.layout
    this.places.set(path, table.placeOfRow(row))
    const read = columns.map((column): [Column, unknown] => {
      const place = table.placeOf(row, column.path)
      this.#settle(`${path}.${column.path}`, place)
      if (column.path === 'id') return [column, id === '' ? undefined : id]
      return [column, readCell(column.shape, table.cell(row, column.path), this.#told(column, place, path, scopes))]
    })
    return assembled(read)
  }

  /** The place of a value; also of the entry around it, which its first cell stands for. */
  #settle(path: string, place: Place): void {
    this.places.set(path, place)
  }

  #readContest(contest: ContestRows): Values {
    const read = contestFields.flatMap((field): [Column, unknown][] => {
      const rows = contest.rows.filter((row) => row.field === field)
      this.places.set(field.path, rows[0]?.place ?? contest.end())
      if (field.shape.kind !== 'list') {
        return rows.map(({ content, place }) => [
          field,
          readCell(field.shape, content, this.#told(field, place, '', [])),
        ])
      }
      const members: unknown[] = []
      for (const { content, place } of rows) {
        const own = readCell(field.shape, content, this.#told(field, place, '', []))
        for (const member of Array.isArray(own) ? own : []) {
          this.places.set(`${field.path}[${members.length}]`, place)
          members.push(member)
        }
      }
      return members.length === 0 ? [] : [[field, members]]
    })
    return assembled(read)
  }

  #told(column: Column, place: Place, above: string, scopes: readonly string[]): Told {
    const path = above === '' ? column.path : `${above}.${column.path}`
    const tell = (code: ProblemCode, params: Readonly<Record<string, string>>) => {
      this.faults.push(placed(place, code, params, path))
    }
    return new Told(this.#identified.references, column.keys.at(-1) ?? '', scopes, tell)
  }
}

/** Values under their keys; what is nested is there when any of its values is. */
function assembled(read: readonly (readonly [Column, unknown])[]): Values {
  const values: Values = {}
  const nested = new Map<string, Values>()
  for (const [{ keys }, value] of read) {
    const [first = '', inner] = keys
    if (value === undefined) continue
    if (inner === undefined) {
      values[first] = value
      continue
    }
    const own = nested.get(first) ?? {}
    own[inner] = value
    nested.set(first, own)
    values[first] = own
  }
  return values
}
