/** What every act of a story is given: both halls, the contest, its secrets and the chance that decides. */
import type { Definition } from '@bang-diem/shared/contest/definition.ts'
import type { Chance } from '../robot/chance.ts'
import type { Secrets } from './secrets.ts'
import type { Twins } from './twins.ts'

export interface Story {
  readonly chance: Chance
  readonly twins: Twins
  readonly definition: Definition
  readonly secrets: Secrets
}

/** The seat that has the head judge's role. */
export function headSeat({ definition }: Story): 'organiser' | `judge:${string}` {
  const head = definition.judges.find((judge) => judge.head)
  return head ? `judge:${head.id}` : 'organiser'
}
