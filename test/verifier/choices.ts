/** What random people choose among: who, where, which marks. Marks are coarse and often another team's, so that ties are frequent. */
import type { Definition, Round } from '@bang-diem/shared/contest/definition.ts'
import { judgedCriteria, lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { definitionOf, type State } from '@bang-diem/shared/ledger/state.ts'
import type { SeatId } from '@bang-diem/shared/rules/seats.ts'
import type { Dice } from '../oracle/dice.ts'

const PLACES = 6
const UNIT = 10n ** BigInt(PLACES)

export const reasons = ['vắng mặt', 'lý do', 'đội “Sao Mai”', 'quên đạo cụ; xin lỗi', '<b>không</b>']

/** The head judge, or who speaks in that place. */
export function headOf(definition: Definition): SeatId {
  const { head } = lookupsOf(definition)
  return head ? `judge:${head.id}` : 'organiser'
}

function units(decimal: string): bigint {
  const [whole = '0', part = ''] = decimal.split('.')
  return BigInt(whole) * UNIT + BigInt(part.padEnd(PLACES, '0'))
}

function decimalOf(value: bigint): string {
  const part = String(value % UNIT)
    .padStart(PLACES, '0')
    .replace(/0+$/, '')
  return `${value / UNIT}${part === '' ? '' : `.${part}`}`
}

/** A mark on the scale: mostly one of the three highest. */
export function markOn(dice: Dice, { min, max, step }: Round['criteria'][number]['scale']): string {
  const [least, size] = [units(min), units(step)]
  const steps = Number((units(max) - least) / size)
  const down = dice.chance(0.8) ? dice.below(Math.min(3, steps + 1)) : dice.below(Math.min(steps + 1, 100_000))
  return decimalOf(least + size * BigInt(steps - down))
}

export function marksFor(dice: Dice, state: State, round: string): Record<string, string> {
  const known = [...state.sheets]
    .filter(([place]) => place.startsWith(`${round}/`))
    .flatMap(([, sheets]) => [...sheets.values()])
  if (known.length > 0 && dice.chance(0.5)) return { ...dice.pick(known).marks }
  const rules = lookupsOf(definitionOf(state)).rounds.get(round)
  return Object.fromEntries((rules ? judgedCriteria(rules) : []).map(({ id, scale }) => [id, markOn(dice, scale)]))
}

/** Seconds around what the rules of time look at. */
export function secondsFor(dice: Dice, { time }: Round): number {
  const around = dice.chance(0.3) ? time.minimumSeconds : (time.limitSeconds ?? 300)
  return Math.max(0, around + dice.pick([-31, -1, 0, 0, 1, 30, 59, 60, 61, 90, 121, 400]))
}

export function factorFor(dice: Dice, { factor }: Round): string {
  return factor ? dice.pick([factor.min, factor.max]) : '1'
}

/** A team in a round that has performed, where there is one. */
export function placeIn(dice: Dice, state: State): { round: string; team: string } {
  const definition = definitionOf(state)
  const performed = [...state.performed]
  if (performed.length === 0) {
    return { round: dice.pick(definition.stages[0]?.rounds ?? []).id, team: dice.pick(definition.teams).id }
  }
  const [round = '', team = ''] = dice.pick(performed).split('/')
  return { round, team }
}
