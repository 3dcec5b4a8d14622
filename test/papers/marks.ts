/** What judges and secretaries of a random contest write: always on the scale, coarse enough that many teams are equal. */
import type { Definition, Scale } from '@bang-diem/shared/contest/definition.ts'
import { judgedCriteria, lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import type { Dice } from '../oracle/dice.ts'

const PLACES = 6
const UNIT = 10n ** BigInt(PLACES)

/** Millionths of a decimal text with at most six places. */
export function millionths(text: string): bigint {
  const [whole = '0', digits = ''] = text.split('.')
  return BigInt(whole) * UNIT + BigInt(digits.padEnd(PLACES, '0'))
}

/** The shortest decimal text of so many millionths. */
export function decimalOf(count: bigint): string {
  const digits = String(count % UNIT)
    .padStart(PLACES, '0')
    .replace(/0+$/, '')
  return digits === '' ? String(count / UNIT) : `${count / UNIT}.${digits}`
}

/** On the scale, mostly near its top. */
export function markOn({ min, max, step }: Scale, dice: Dice): string {
  const [least, most, by] = [millionths(min), millionths(max), millionths(step)]
  const steps = (most - least) / by
  const down = dice.chance(0.1) ? BigInt(dice.below(100)) * 7n : BigInt(dice.below(4))
  return decimalOf(most - (down % (steps + 1n)) * by)
}

export function marksIn(definition: Definition, round: string, dice: Dice): Record<string, string> {
  const rules = lookupsOf(definition).rounds.get(round)
  const judged = rules ? judgedCriteria(rules) : []
  return Object.fromEntries(judged.map(({ id, scale }) => [id, markOn(scale, dice)]))
}
