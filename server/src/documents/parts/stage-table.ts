/** What a paper about a stage stands on: its certified table, or the one that it would be certified with now. */
import type { Stage } from '@bang-diem/shared/contest/definition.ts'
import type { Certified, FormerTable } from '@bang-diem/shared/ledger/certified.ts'
import type { AwardReveal, RowReveal } from '@bang-diem/shared/ledger/reveals.ts'
import type { State } from '@bang-diem/shared/ledger/state.ts'
import { tableOf } from '@bang-diem/shared/rules/head.ts'

export interface StageTable {
  readonly rows: readonly RowReveal[]
  readonly awards: readonly AwardReveal[]
  /** `null` while it is not certified. */
  readonly certified: Certified | null
  /** Of the certified table; of the one that would come next where there is none. */
  readonly version: number
  /** The table before this one, if the stage was opened again. */
  readonly former: FormerTable | null
}

export function stageTable(state: State, stage: Stage): StageTable {
  const certified = state.certified.get(stage.id) ?? null
  const former = state.formerTables.get(stage.id)?.at(-1) ?? null
  const { rows, awards } = certified ?? tableOf(state, stage)
  const version = certified?.version ?? (former?.table.version ?? 0) + 1
  return { rows, awards, certified, version, former }
}
