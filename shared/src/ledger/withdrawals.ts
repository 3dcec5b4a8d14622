/** Teams that left: withdrawn by themselves, or disqualified. What they left is said stage by stage: a certified table stays as it was. */
import type { State } from './state.ts'

export interface Withdrawal {
  readonly reason: string
  readonly disqualified: boolean
  /** The stages that the team left; `null`: all of them. */
  readonly stages: ReadonlySet<string> | null
}

/** True when the team does not compete in the stage any more. */
export function hasLeft({ withdrawals }: Pick<State, 'withdrawals'>, stage: string, team: string): boolean {
  const left = withdrawals.get(team)
  return left !== undefined && (left.stages === null || left.stages.has(stage))
}
