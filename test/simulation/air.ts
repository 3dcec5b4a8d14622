/** What the network is like around one phone: how long messages take, whether anything goes through, and what is told twice. */
import type { Chance } from '../robot/chance.ts'
import { between } from './entropy.ts'

export class Air {
  readonly chance: Chance
  /** Ms that a message takes at least, and how much more it may take. */
  delay = { least: 2, most: 20 }
  /** How likely a message is delivered a second time. */
  replays = 0
  /** Nothing arrives before this moment. */
  stalledUntil = 0
  /** Nothing goes through at all, and nobody is told. */
  isOut = false

  constructor(chance: Chance) {
    this.chance = chance
  }

  takes(now: number): number {
    return Math.max(0, this.stalledUntil - now) + between(this.chance, this.delay.least, this.delay.most)
  }

  isReplayed(): boolean {
    return this.replays > 0 && this.chance() < this.replays
  }

  /** As good as a network gets. */
  heal(): void {
    this.delay = { least: 2, most: 20 }
    this.replays = 0
    this.stalledUntil = 0
    this.isOut = false
  }
}
