/** The awards of a stage in the definition's order: those of the table as certified, those that are picked by hand as they stand now. */
import type { Stage } from '@bang-diem/shared/contest/definition.ts'
import type { AwardReveal } from '@bang-diem/shared/ledger/reveals.ts'
import type { State } from '@bang-diem/shared/ledger/state.ts'
import { pickedFor } from '@bang-diem/shared/rules/awards.ts'
import type { StageTable } from './stage-table.ts'

/** What is picked may be given after certification too. */
export function awardsNow(state: State, stage: Stage, { awards }: StageTable): AwardReveal[] {
  return stage.awards.flatMap((rule) => {
    const { id, title } = rule
    if (rule.by === 'picked') {
      const teams = pickedFor(state, stage.id, id)
      return [{ kind: 'award', stage: stage.id, award: id, title, teams, main: false } as const]
    }
    return awards.filter(({ award }) => award === id)
  })
}
