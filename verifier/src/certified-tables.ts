/** The tables that a ledger certifies, each worked out again at its commit and kept with what was found. The last one of a stage stands. */
import type { Head } from './chain.ts'
import { tableDifferences } from './compare.ts'
import type { Definition, Stage } from './definition.ts'
import { derivationsOf } from './derivation.ts'
import type { FactOf } from './facts.ts'
import type { LedgerRecord } from './record.ts'
import type { Note } from './scoring/contest.ts'
import { workedOut } from './table.ts'
import type { VerifiedTable } from './verified.ts'

export class CertifiedTables {
  readonly #tables = new Map<string, VerifiedTable>()
  readonly #note: Note

  constructor(note: Note) {
    this.#note = note
  }

  /** Works out the stage's table from what was recorded until this commit; `at` is hub time in ms. */
  certify(
    { record, definition, stage }: { record: LedgerRecord; definition: Definition; stage: Stage },
    { rows, awards = [] }: FactOf<'stage-certified'>,
    commit: Head,
    at: number,
  ): VerifiedTable {
    const before = this.#tables.get(stage.id)
    if (before) this.#note('certified again')
    const worked = workedOut(record, definition, stage, this.#note)
    const place = { number: commit.number, stage: stage.id }
    const table: VerifiedTable = {
      stage: stage.id,
      title: stage.title,
      rounds: stage.rounds.map(({ id, title }) => ({ id, title })),
      version: (before?.version ?? 0) + 1,
      commit,
      at,
      isReopened: false,
      rows,
      awards,
      derivations: derivationsOf({ record, definition, stage, worked }),
      differences: tableDifferences(place, { rows, awards }, worked),
    }
    this.#tables.set(stage.id, table)
    return table
  }

  reopen(stage: string): void {
    const table = this.#tables.get(stage)
    if (table) this.#tables.set(stage, { ...table, isReopened: true })
  }

  inOrder(stages: readonly Stage[]): VerifiedTable[] {
    return stages.flatMap(({ id }) => this.#tables.get(id) ?? [])
  }
}
