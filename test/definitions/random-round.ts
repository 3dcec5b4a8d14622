/** A random round of a definition: criteria, panel, groups of judges, factor, times, and how its points come together. */

import type { Dice } from '../oracle/dice.ts'
import { choiceAt, randomChoice } from './random-choices.ts'
import { idOf, pointsOf, textOf } from './random-texts.ts'
import { addAll } from './sums.ts'

const scales = [
  { min: '0', max: '10', step: '0.25' },
  { max: '20', step: '0.5' },
  { min: '1', max: '5', step: '1' },
  { max: '7.5' },
  { min: '2.50', max: '4', step: '0.10' },
]
const weights = ['', '1', '2', '0.5', '1.00']

export interface RandomRound {
  readonly id: string
  readonly criteria: readonly {
    readonly id: string
    readonly scale: { readonly max: string }
    readonly weight?: string | undefined
  }[]
  readonly [key: string]: unknown
}

const none = { rounds: [], taken: new Set<string>() }

export function randomRound(dice: Dice, judges: readonly string[], taken: Set<string>): RandomRound {
  const ownIds = new Set<string>()
  const criteria = Array.from({ length: dice.between(1, 4) }, (_, at) => {
    const weight = dice.pick(weights)
    return {
      id: idOf(dice, ownIds),
      title: textOf(dice, `Tiêu chí ${at + 1}`, 160),
      scale: dice.pick(scales),
      ...(weight === '' ? {} : { weight }),
      ...(dice.chance(0.25) ? { scoredBy: 'secretary' } : {}),
    }
  })
  const panel = dice.chance(0.3) ? dice.some(judges) : 'all'
  return {
    id: idOf(dice, taken),
    title: textOf(dice, 'Phần thi', 120),
    maximum: addAll(criteria.map(({ scale, weight = '1' }) => [scale.max, weight])),
    ...maybe(dice, 'weight', () => pointsOf(dice)),
    panel,
    ...maybe(dice, 'order', () => dice.pick(['listed', 'drawn'])),
    criteria,
    ...maybe(dice, 'judgeGroups', () => groupsOf(dice, panel === 'all' ? judges : panel)),
    ...maybe(dice, 'combine', () => randomChoice(dice, choiceAt('round', 'combine'), none)),
    ...maybe(dice, 'outliers', () => randomChoice(dice, choiceAt('round', 'outliers'), none)),
    ...maybe(dice, 'factor', () => ({
      ...(dice.chance(0.5) ? { title: textOf(dice, 'độ khó', 80) } : {}),
      min: '0.5',
      max: dice.pick(['1', '1.50', '2.000001']),
    })),
    ...timesOf(dice),
  }
}

function maybe(dice: Dice, key: string, value: () => unknown): Record<string, unknown> {
  return dice.chance(0.5) ? { [key]: value() } : {}
}

function groupsOf(dice: Dice, panel: readonly string[]): object[] {
  const order = dice.shuffled(panel)
  const cut = dice.below(order.length)
  const ids = new Set<string>()
  return [order.slice(0, cut), order.slice(cut)]
    .filter((judges) => judges.length > 0)
    .map((judges) => ({
      id: idOf(dice, ids),
      judges,
      ...maybe(dice, 'title', () => textOf(dice, 'Nhóm', 80)),
      ...maybe(dice, 'weight', () => dice.pick(['1', '2', '0.5'])),
    }))
}

function timesOf(dice: Dice): Record<string, unknown> {
  if (dice.chance(0.4)) return {}
  const minimumSeconds = dice.pick([0, 0, 60])
  return {
    time: { limitSeconds: dice.between(60, 900), minimumSeconds, warnSeconds: dice.pick([[], [60], [120, 60, 30]]) },
    ...maybe(dice, 'overtime', () => randomChoice(dice, choiceAt('round', 'overtime'), none)),
    ...(minimumSeconds > 0 ? maybe(dice, 'undertime', () => ({ points: pointsOf(dice) })) : {}),
  }
}
