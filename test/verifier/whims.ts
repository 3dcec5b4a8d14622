/** What nobody planned: corrections, absences, complaints, teams and judges who leave, stages that are opened again. */
import { lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { definitionOf, type State, sheetOf } from '@bang-diem/shared/ledger/state.ts'
import { onAirOf } from '@bang-diem/shared/rules/show.ts'
import type { Dice } from '../oracle/dice.ts'
import { factorFor, headOf, markOn, marksFor, placeIn, reasons, secondsFor } from './choices.ts'
import { type Act, approving, picking } from './needed.ts'

type Whim = (state: State, dice: Dice) => Act | null

export function whim(state: State, dice: Dice): Act | null {
  const waiting = [...state.requests.values()].filter(({ status }) => status === 'waiting')
  if (waiting.length > 0 && dice.chance(0.7)) return approving(state, dice.pick(waiting).id, dice)
  if (state.certified.size > 0 && dice.chance(0.1)) {
    return [
      'organiser',
      { type: 'reopenStage', stage: dice.pick([...state.certified.keys()]), reason: dice.pick(reasons) },
    ]
  }
  return dice.pick(whims)(state, dice)
}

const somewhere = (state: State, dice: Dice) => ({ ...placeIn(dice, state), reason: dice.pick(reasons) })
const anyJudge = (state: State, dice: Dice) => dice.pick(definitionOf(state).judges).id

const ofSheets: readonly Whim[] = [
  (state, dice) => ['secretary', { type: 'excuse', ...somewhere(state, dice), judge: anyJudge(state, dice) }],
  (state, dice) => {
    const excused = [...state.excused].flatMap(([place, judges]) =>
      [...judges.keys()].map((judge) => [place, judge] as const),
    )
    if (excused.length === 0) return null
    const [place, judge] = dice.pick(excused)
    const [round = '', team = ''] = place.split('/')
    return [headOf(definitionOf(state)), { type: 'withdrawExcuse', round, team, judge, reason: dice.pick(reasons) }]
  },
  (state, dice) => [`judge:${anyJudge(state, dice)}`, { type: 'recuse', ...somewhere(state, dice) }],
  (state, dice) => [`judge:${anyJudge(state, dice)}`, { type: 'requestReopen', ...somewhere(state, dice) }],
  (state, dice) => [`judge:${anyJudge(state, dice)}`, { type: 'requestReopen', ...somewhere(state, dice) }],
  (state, dice) => {
    const place = somewhere(state, dice)
    const judge = anyJudge(state, dice)
    return ['secretary', { type: 'enterSheet', ...place, judge, marks: marksFor(dice, state, place.round) }]
  },
  (state, dice) => {
    const { round, team } = placeIn(dice, state)
    const judge = anyJudge(state, dice)
    const revision = sheetOf(state, round, team, judge)?.revision ?? 0
    const marks = marksFor(dice, state, round)
    return [`judge:${judge}`, { type: 'submitSheet', round, team, run: 0, revision, marks }]
  },
  (state, dice) => {
    const from = dice.chance(0.5) ? { from: placeIn(dice, state) } : {}
    return ['organiser', { type: 'releaseJudge', judge: anyJudge(state, dice), reason: dice.pick(reasons), ...from }]
  },
  (state, dice) => {
    const away = [...state.absences.keys()]
    return away.length === 0
      ? null
      : ['organiser', { type: 'recallJudge', judge: dice.pick(away), reason: dice.pick(reasons) }]
  },
]

const ofTheDesk: readonly Whim[] = [
  (state, dice) => [
    'secretary',
    { type: 'deduct', ...somewhere(state, dice), points: dice.pick(['0.5', '0.25', '1', '2.125', '0.333333']) },
  ],
  (state, dice) => ['secretary', { type: 'deduct', ...somewhere(state, dice), points: dice.pick(['1', '5']) }],
  (state, dice) => ['secretary', { type: 'addBonus', ...somewhere(state, dice), points: dice.pick(['0.5', '1']) }],
  (state, dice) => {
    const lines = [...state.deductions.keys()]
    return lines.length === 0
      ? null
      : ['secretary', { type: 'withdrawDeduction', line: dice.pick(lines), reason: dice.pick(reasons) }]
  },
  (state, dice) => {
    const lines = [...state.bonuses.keys()]
    return lines.length === 0
      ? null
      : ['secretary', { type: 'withdrawBonus', line: dice.pick(lines), reason: dice.pick(reasons) }]
  },
  (state, dice) => {
    const { round, team } = placeIn(dice, state)
    const rules = lookupsOf(definitionOf(state)).rounds.get(round)
    return rules ? ['secretary', { type: 'recordTime', round, team, seconds: secondsFor(dice, rules) }] : null
  },
  (state, dice) => {
    const { round, team } = placeIn(dice, state)
    const rules = lookupsOf(definitionOf(state)).rounds.get(round)
    return rules ? ['secretary', { type: 'recordFactor', round, team, factor: factorFor(dice, rules) }] : null
  },
  (state, dice) => {
    const { round, team } = placeIn(dice, state)
    const tallied =
      lookupsOf(definitionOf(state))
        .rounds.get(round)
        ?.criteria.filter(({ scoredBy }) => scoredBy === 'secretary') ?? []
    if (tallied.length === 0) return null
    const { id: criterion, scale } = dice.pick(tallied)
    return ['secretary', { type: 'tally', round, team, criterion, points: markOn(dice, { ...scale, min: '0' }) }]
  },
  (state, dice) => {
    if (!dice.chance(0.2)) return null
    const { team, reason } = somewhere(state, dice)
    return ['secretary', { type: 'withdrawTeam', team, reason, disqualified: dice.chance(0.5) }]
  },
]

const ofTheShow: readonly Whim[] = [
  (state) => ['mc', { type: 'back', onAir: onAirOf(state) }],
  (state, dice) => {
    const stage = dice.pick(definitionOf(state).stages).id
    return ['mc', { type: 'show', scene: { kind: 'standings', stage, final: dice.chance(0.5) }, onAir: onAirOf(state) }]
  },
  (_, dice) => ['secretary', { type: 'note', text: dice.pick(reasons) }],
  (state, dice) => [
    'organiser',
    { type: 'replaceJudge', judge: anyJudge(state, dice), name: `Người thay ${dice.below(9)}` },
  ],
  (state, dice) => {
    const definition = definitionOf(state)
    return [
      'organiser',
      { type: 'redefine', definition: { ...definition, title: `${definition.title.slice(0, 40)} ${dice.below(9)}` } },
    ]
  },
  (state, dice) => {
    const awards = definitionOf(state).stages.flatMap((stage) =>
      stage.awards.map((award) => ({ stage: stage.id, ...award })),
    )
    const picked = awards.filter(({ by }) => by === 'picked')
    if (picked.length === 0) return null
    const { stage, id: award } = dice.pick(picked)
    const given = [...(state.picked.get(`${stage}/${award}`)?.keys() ?? [])]
    if (given.length === 0 || dice.chance(0.5)) return picking(state, stage, award, dice)
    return ['organiser', { type: 'takeBackAward', stage, award, team: dice.pick(given), reason: dice.pick(reasons) }]
  },
]

const whims: readonly Whim[] = [...ofSheets, ...ofTheDesk, ...ofTheShow]
