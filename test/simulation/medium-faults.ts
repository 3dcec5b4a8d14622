/** What goes wrong with the medium. */
import type { Chance } from '../robot/chance.ts'
import { between } from './entropy.ts'
import type { Fault } from './fault.ts'
import { type Mood, wellDisposed } from './medium.ts'

/** A medium with a mood for a while. */
function mood(name: string, change: (chance: Chance) => Partial<Mood>, mostMs: number): Fault {
  return (faults) => {
    const { medium, chance } = faults.world
    faults.note(`the medium: ${name}`)
    const changed = change(chance)
    const before = Object.keys(changed)
    faults.for(
      between(chance, 50, mostMs),
      () => Object.assign(medium.mood, changed),
      () => {
        for (const key of before) Object.assign(medium.mood, { [key]: Reflect.get(wellDisposed, key) })
      },
    )
  }
}

const slow = mood('slow', (chance) => ({ takes: { least: 1, most: between(chance, 20, 1500) } }), 4000)
const full = mood('full', () => ({ isFull: true }), 3000)
const outOfReach = mood('out of reach', () => ({ isOutOfReach: true }), 4000)
const failsBefore = mood('fails before writing', (chance) => ({ failsBefore: between(chance, 0.1, 1) }), 3000)
const failsAfter = mood('fails after writing', (chance) => ({ failsAfter: between(chance, 0.1, 1) }), 3000)
const lagging = mood('followers lag', (chance) => ({ lag: between(chance, 50, 1500) }), 5000)

export const mediumFaults: readonly Fault[] = [slow, full, outOfReach, failsBefore, failsAfter, lagging]
