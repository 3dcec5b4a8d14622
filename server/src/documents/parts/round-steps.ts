/** The derivation of each team in one round, as papers read it: the very steps that the screen explains (SPEC S-33), and the judges who did not mark. */
import type { Round, Stage } from '@bang-diem/shared/contest/definition.ts'
import { lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import type { State } from '@bang-diem/shared/ledger/state.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import { orderOf } from '@bang-diem/shared/rules/rundown.ts'
import type { Step } from '@bang-diem/shared/scoring/steps.ts'
import { deskStandings, type NotMarking } from '@bang-diem/shared/views/standings.ts'
import { perMoment } from './per-moment.ts'

export type StepOf<Kind extends Step['kind']> = Extract<Step, { kind: Kind }>

export class RoundSteps {
  readonly team: string
  readonly notMarking: readonly NotMarking[]
  readonly #steps: readonly Step[]

  constructor(team: string, steps: readonly Step[], notMarking: readonly NotMarking[]) {
    this.team = team
    this.#steps = steps
    this.notMarking = notMarking
  }

  all<Kind extends Step['kind']>(kind: Kind): StepOf<Kind>[] {
    return this.#steps.filter((step): step is StepOf<Kind> => step.kind === kind)
  }

  one<Kind extends Step['kind']>(kind: Kind): StepOf<Kind> | undefined {
    return this.all(kind).at(0)
  }
}

/** The rows of a stage as the desk has them, with the derivation of each: every section of a paper asks for them. */
export const explainedRows = perMoment(deskStandings)

/** Every team that competes in the stage, in the round's running order. */
export function stepsIn(state: State, stage: Stage, round: Round): RoundSteps[] {
  const rows = new Map(explainedRows(state, stage).map((row) => [row.team, row]))
  return orderOf(state, round).flatMap((team) => {
    const row = rows.get(team)
    if (!row) return []
    const steps = row.explain.filter((step) => 'round' in step && step.round === round.id && step.kind !== 'tie-break')
    return [
      new RoundSteps(
        team,
        steps,
        row.notMarking.filter((each) => each.round === round.id),
      ),
    ]
  })
}

/** The judges of a round's panel, in the definition's order. */
export function panelOf(state: State, round: Round): readonly string[] {
  return lookupsOf(definitionOf(state)).panels.get(round.id) ?? []
}
