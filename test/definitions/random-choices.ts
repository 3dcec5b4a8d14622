/**
 * Random choices from every registry, with random parameters: made from their shapes, so that a new method, tie-break or award is used from the
 * day on which it stands in its registry. What does not fit together is left for the definition's own checks to turn down.
 */
import {
  type Choice,
  definitionShape,
  type Field,
  membersOf,
  type Shape,
} from '@bang-diem/shared/contest/workbook/shape.ts'
import type { Dice } from '../oracle/dice.ts'
import { idOf, pointsOf, textOf } from './random-texts.ts'

/** What parameters may name. */
export interface Nameable {
  readonly rounds: readonly { readonly id: string; readonly criteria: readonly { readonly id: string }[] }[]
  readonly taken: Set<string>
}

const stages = membersOf(definitionShape, 'stages')
const rounds = membersOf(stages, 'rounds')

/** The choice behind a field of a round or a stage. */
export function choiceAt(of: 'round' | 'stage', key: string): Choice {
  const shape = (of === 'round' ? rounds : stages).fields.find((field) => field.key === key)?.shape
  const choice = shape?.kind === 'list' ? shape.item : shape
  if (choice?.kind !== 'choice') throw new Error(`${key} is no choice`)
  return choice
}

export function randomChoice(dice: Dice, { key, options }: Choice, nameable: Nameable): Record<string, unknown> {
  const { id, fields } = dice.pick(options)
  const values: Record<string, unknown> = { [key]: id }
  const round = nameable.rounds.length === 0 ? undefined : dice.pick(nameable.rounds)
  for (const field of fields) {
    if (!field.required && dice.chance(0.4)) continue
    values[field.key] = parameter(dice, field, nameable, round)
  }
  // A criterion is of a round.
  if ('criterion' in values || 'criteria' in values) values.round = round?.id
  return fitted(values)
}

type Named = Nameable['rounds'][number] | undefined

function parameter(dice: Dice, { key, shape }: Field, nameable: Nameable, round: Named): unknown {
  switch (key) {
    case 'round':
      return round?.id
    case 'criterion':
      return round === undefined ? undefined : dice.pick(round.criteria).id
    case 'criteria':
      return round === undefined ? undefined : dice.some(round.criteria).map(({ id }) => id)
    case 'rounds':
      return dice.some(nameable.rounds).map(({ id }) => id)
    case 'question':
    case 'id':
      return idOf(dice, nameable.taken)
    case 'limit':
      return pointsOf(dice) + dice.pick(['', '%'])
    default:
      return plainOf(dice, shape, key)
  }
}

function plainOf(dice: Dice, shape: Shape, key: string): unknown {
  switch (shape.kind) {
    case 'decimal':
      return pointsOf(dice)
    case 'number':
      return dice.between(1, 3)
    case 'flag':
      return dice.chance(0.5)
    case 'option':
      return dice.pick(shape.options)
    case 'list':
      return Array.from({ length: dice.between(1, 4) }, () => plainOf(dice, shape.item, key))
    case 'entry':
      return Object.fromEntries(shape.fields.map((field) => [field.key, plainOf(dice, field.shape, field.key)]))
    default:
      return textOf(dice, key, 24)
  }
}

/** What a rule asks of its own parameters. */
function fitted(values: Record<string, unknown>): Record<string, unknown> {
  const { highest = 1, lowest = 1, whenAtLeast, tiers } = values
  if (typeof whenAtLeast === 'number') values.whenAtLeast = whenAtLeast + Number(highest) + Number(lowest)
  if (Array.isArray(tiers)) {
    values.tiers = tiers.map((_, at) => ({ fromSeconds: at * 30 + 1, points: `${at}.5` }))
  }
  return values
}
