/** One kind of thing that goes wrong, and what it is given to do it with. */
import type { Chance } from '../robot/chance.ts'
import type { Diary } from './diary.ts'
import type { Hubs } from './hubs.ts'
import type { Medium } from './medium.ts'
import type { Network } from './network.ts'
import type { Phone } from './phone.ts'
import type { SimulatedTime } from './time.ts'

export interface FaultWorld {
  readonly time: SimulatedTime
  readonly chance: Chance
  readonly diary: Diary
  readonly medium: Medium
  readonly network: Network
  readonly hubs: Hubs
  readonly phones: readonly Phone[]
}

interface Troubled {
  readonly world: FaultWorld
  /** For a while, and only while faults happen. */
  for(ms: number, begin: () => void, end: () => void): void
  note(text: string): void
  somePhone(): Phone | undefined
}

export type Fault = (faults: Troubled) => void
