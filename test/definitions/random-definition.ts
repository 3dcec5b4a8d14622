/**
 * Random definitions in order that use every feature, each from its number. Rules that do not go together are turned down by the definition's own
 * checks, and then the next throw is tried: the generator knows no rule of a contest by itself.
 */
import { type Definition, parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import { letterheadIds } from '@bang-diem/shared/contest/letterheads.ts'
import { type Dice, diceOf } from '../oracle/dice.ts'
import { choiceAt, randomChoice } from './random-choices.ts'
import { type RandomRound, randomRound } from './random-round.ts'
import { dayOf, idOf, pointsOf, textOf } from './random-texts.ts'

const THROWS = 1000

export function randomDefinition(seed: number): Definition {
  const dice = diceOf(seed)
  for (let thrown = 0; thrown < THROWS; thrown += 1) {
    const parsed = parseDefinition(throwOne(dice))
    if (parsed.ok) return parsed.definition
  }
  throw new Error(`seed ${seed}: no definition in order after ${THROWS} throws`)
}

const maybe = (dice: Dice, key: string, value: () => unknown) => (dice.chance(0.5) ? { [key]: value() } : {})

function throwOne(dice: Dice): unknown {
  const taken = new Set(['show'])
  const isGrouped = dice.chance(0.5)
  const teams = listOf(dice, dice.between(2, 6), (id, at) => ({
    id,
    name: textOf(dice, `Đội ${at + 1}`, 120),
    ...maybe(dice, 'shortName', () => textOf(dice, `Đ${at + 1}`, 24)),
    ...maybe(dice, 'unit', () => textOf(dice, 'Huyện', 120)),
    ...(isGrouped || dice.chance(0.3) ? { group: dice.pick(['A', 'B', '1/2', '3']) } : {}),
    ...(isGrouped ? maybe(dice, 'category', () => textOf(dice, 'Trẻ', 40)) : {}),
  }))
  const head = dice.below(8)
  const judges = listOf(dice, dice.between(1, 6), (id, at) => ({
    id,
    name: textOf(dice, `Giám khảo ${at + 1}`, 80),
    ...maybe(dice, 'title', () => textOf(dice, 'Nghệ sĩ', 80)),
    ...(at === head ? { head: true } : {}),
  }))
  const stages = stagesOf(dice, teams, judges, taken)
  return {
    format: 1,
    id: idOf(dice, new Set()),
    title: textOf(dice, 'Hội thi', 200),
    ...maybe(dice, 'edition', () => textOf(dice, 'lần thứ IV', 80)),
    ...maybe(dice, 'organiser', () => textOf(dice, 'Ban Tổ chức', 160)),
    ...maybe(dice, 'venue', () => textOf(dice, 'Hội trường', 160)),
    ...maybe(dice, 'date', () => dayOf(dice)),
    ...maybe(dice, 'language', () => dice.pick(['vi', 'en'])),
    teams,
    judges,
    ...maybe(dice, 'sessions', () => sessionsOf(dice, stages, taken)),
    stages,
    ...maybe(dice, 'papers', () => papersOf(dice)),
  }
}

function papersOf(dice: Dice): object {
  return {
    ...maybe(dice, 'letterhead', () => dice.pick(letterheadIds)),
    ...maybe(dice, 'parent', () => textOf(dice, 'Tỉnh ủy Đắk Lắk', 160)),
    ...maybe(dice, 'issuer', () => textOf(dice, 'Ban Tổ chức hội thi', 160)),
    ...maybe(dice, 'right', () => Array.from({ length: dice.between(1, 3) }, () => textOf(dice, 'Dòng phải', 120))),
    ...maybe(dice, 'place', () => textOf(dice, 'Buôn Ma Thuột', 80)),
    ...maybe(dice, 'symbol', () => textOf(dice, 'BTC', 20)),
    ...maybe(dice, 'secretary', () => textOf(dice, 'Nguyễn Thị Thư', 80)),
    ...maybe(dice, 'chair', () => textOf(dice, 'Trần Văn Ban', 80)),
  }
}

interface Identified {
  readonly id: string
}

function listOf<A>(dice: Dice, count: number, make: (id: string, at: number) => A): A[] {
  const taken = new Set<string>()
  return Array.from({ length: count }, (_, at) => make(idOf(dice, taken), at))
}

interface RandomStage extends Identified {
  readonly rounds: readonly RandomRound[]
  readonly separately?: string
  readonly [key: string]: unknown
}

function stagesOf(
  dice: Dice,
  teams: readonly Identified[],
  judges: readonly Identified[],
  taken: Set<string>,
): RandomStage[] {
  const stages: RandomStage[] = []
  const count = dice.pick([1, 1, 2, 3])
  while (stages.length < count) stages.push(randomStage(dice, { teams, judges, earlier: [...stages], taken }))
  return stages
}

interface Around {
  readonly teams: readonly Identified[]
  readonly judges: readonly Identified[]
  readonly earlier: readonly RandomStage[]
  readonly taken: Set<string>
}

function randomStage(dice: Dice, { teams, judges, earlier, taken }: Around): RandomStage {
  const id = idOf(dice, taken)
  const ids = judges.map((judge) => judge.id)
  const rounds = Array.from({ length: dice.between(1, 3) }, () => randomRound(dice, ids, taken))
  const nameable = { rounds, taken: new Set<string>() }
  const several = (key: string, most: number) =>
    Array.from({ length: dice.below(most + 1) }, () => randomChoice(dice, choiceAt('stage', key), nameable))
  return {
    id,
    title: textOf(dice, 'Vòng thi', 120),
    entrants: entrantsOf(dice, teams, earlier),
    ...(earlier.length > 0 ? maybe(dice, 'carryOver', () => carriedOf(dice, earlier)) : {}),
    ...maybe(dice, 'ownWeight', () => pointsOf(dice)),
    ...(dice.chance(0.4) ? { separately: dice.pick(['group', 'group', 'category']) } : {}),
    rounds,
    ...(rounds.length > 1 ? maybe(dice, 'attempts', () => attemptsOf(dice, rounds)) : {}),
    ...maybe(dice, 'placing', () => randomChoice(dice, choiceAt('stage', 'placing'), nameable)),
    ...maybe(dice, 'rounding', () => roundingOf(dice)),
    ...maybe(dice, 'compare', () => dice.pick(['rounded', 'exact'])),
    ...maybe(dice, 'ranking', () => dice.pick(['standard', 'dense'])),
    tieBreaks: several('tieBreaks', 4),
    reveal: dice.pick(['live', 'after-team', 'after-round', 'ceremony']),
    awards: several('awards', 4),
  }
}

function attemptsOf(dice: Dice, rounds: readonly Identified[]): object[] {
  return [{ rounds: rounds.map(({ id }) => id), keep: dice.between(1, rounds.length - 1) }]
}

function entrantsOf(dice: Dice, teams: readonly Identified[], earlier: readonly RandomStage[]): unknown {
  if (earlier.length > 0 && dice.chance(0.6)) {
    const from = dice.pick(earlier)
    return {
      from: from.id,
      best: dice.between(1, 3),
      ...(from.separately === undefined ? {} : maybe(dice, 'perGroup', () => true)),
      ...maybe(dice, 'andBestOthers', () => dice.below(3)),
      ...maybe(dice, 'onTie', () => dice.pick(['decide', 'all'])),
    }
  }
  return dice.chance(0.3) ? dice.some(teams).map(({ id }) => id) : 'all'
}

function carriedOf(dice: Dice, earlier: readonly Identified[]): object[] {
  return dice.some(earlier).map(({ id }) => ({ stage: id, ...maybe(dice, 'weight', () => pointsOf(dice)) }))
}

function roundingOf(dice: Dice): object[] {
  const places = ['clamped-mark', 'criterion', 'weighted-criterion', 'sheet', 'round', 'total']
  return dice.some(places).map((at) => ({
    at,
    decimals: dice.between(0, 6),
    ...maybe(dice, 'mode', () => dice.pick(['half-up', 'half-even', 'truncate'])),
  }))
}

function sessionsOf(dice: Dice, stages: readonly RandomStage[], taken: Set<string>): object[] {
  const rounds = dice.some(stages.flatMap((stage) => stage.rounds))
  return rounds.map((round) => ({
    id: idOf(dice, taken),
    title: textOf(dice, 'Buổi sáng', 120),
    ...maybe(dice, 'date', () => dayOf(dice)),
    ...maybe(dice, 'time', () => dice.pick(['07:30', '23:59'])),
    round: round.id,
    ...maybe(dice, 'place', () => dice.between(1, 5)),
  }))
}
