/**
 * What goes wrong in a story: each seed draws some kinds of faults and how often they come, so that some stories are full of one fault and
 * others mix them. At the end everything heals.
 */
import { between, pick } from './entropy.ts'
import type { Fault, FaultWorld } from './fault.ts'
import { hubFaults } from './hub-faults.ts'
import { wellDisposed } from './medium.ts'
import { mediumFaults } from './medium-faults.ts'
import type { Phone } from './phone.ts'
import { phoneFaults } from './phone-faults.ts'

const kinds: readonly Fault[] = [...mediumFaults, ...phoneFaults, ...hubFaults]

export class Faults {
  readonly world: FaultWorld
  readonly #kinds: readonly Fault[]
  readonly #everyMs: number
  #isOver = false

  constructor(world: FaultWorld) {
    this.world = world
    const { chance } = world
    const drawn = kinds.filter(() => chance() < 0.3)
    this.#kinds = drawn.length > 0 ? drawn : kinds
    this.#everyMs = between(chance, 200, 2500)
  }

  begin(): void {
    const { time, chance } = this.world
    time.after(between(chance, 0, 2 * this.#everyMs), () => {
      if (this.#isOver) return
      pick(chance, this.#kinds)?.(this)
      this.begin()
    })
  }

  /** No more faults; phones wake up, networks are back, the medium works. */
  heal(): void {
    this.#isOver = true
    const { medium, phones, diary } = this.world
    diary.note('everything heals')
    Object.assign(medium.mood, wellDisposed)
    for (const run of this.world.hubs.runs()) this.world.hubs.isolate(run, false)
    for (const phone of phones) {
      phone.air.heal()
      phone.memory.heal()
      if (phone.memory.isSilent) phone.reload()
      phone.wake()
      phone.online()
    }
  }

  /** For a while, and only while faults happen. */
  for(ms: number, begin: () => void, end: () => void): void {
    begin()
    this.world.time.after(ms, () => this.#isOver || end())
  }

  note(text: string): void {
    this.world.diary.note(text)
  }

  somePhone(): Phone | undefined {
    return pick(this.world.chance, this.world.phones)
  }
}
