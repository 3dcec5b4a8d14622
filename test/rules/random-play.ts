/**
 * Arbitrary people who play a contest: most of what they ask is what the show needs next, some is what comes to their mind. Every command is valid by
 * its schema; whether the contest allows it is for the rules. Seeds come from fast-check, so that every failure can be played again.
 */
import type { Definition } from '@bang-diem/shared/contest/definition.ts'
import { definitionOf, type State, sheetOf } from '@bang-diem/shared/ledger/state.ts'
import type { CommandBody } from '@bang-diem/shared/rules/commands.ts'
import { nextOf } from '@bang-diem/shared/rules/next.ts'
import { rundownOf } from '@bang-diem/shared/rules/rundown.ts'
import type { SeatId } from '@bang-diem/shared/rules/seats.ts'
import { onAirOf } from '@bang-diem/shared/rules/show.ts'
import { afterthought } from './random-afterthought.ts'
import { headOf, type Move, marksFor, pickFrom, reason, somewhere } from './random-choice.ts'
import { neededNow } from './random-need.ts'

/** Who asks for what, given where the contest stands. */
export function askedIn(state: State, move: Move): readonly [SeatId, CommandBody] {
  const definition = definitionOf(state)
  switch (move.kind) {
    case 'needed':
      return neededNow(state, move) ?? anything(state, definition, move)
    case 'sheet':
      return sheetFor(state, definition, move)
    case 'fill':
      return filling(state, definition, move)
    case 'afterthought':
      return afterthought(state, move) ?? anything(state, definition, move)
    case 'anything':
      return anything(state, definition, move)
  }
}

function sheetFor(state: State, definition: Definition, { pick, value }: Move): readonly [SeatId, CommandBody] {
  const place = somewhere(state, definition, pick)
  const judge = pickFrom(definition.judges, value).id
  const revision = sheetOf(state, place.round, place.team, judge)?.revision ?? 0
  return [
    `judge:${judge}`,
    { type: 'submitSheet', ...place, run: 0, revision, marks: marksFor(definition, place.round, value) },
  ]
}

/** What the secretary enters all day. */
function filling(state: State, definition: Definition, { pick, value }: Move): readonly [SeatId, CommandBody] {
  const place = somewhere(state, definition, pick)
  const judge = pickFrom(definition.judges, value).id
  const bodies: CommandBody[] = [
    { type: 'tally', ...place, criterion: 'q', points: String(value % 12) },
    { type: 'recordTime', ...place, seconds: value % 200 },
    { type: 'excuse', ...place, judge, reason },
    { type: 'drawOrder', round: place.round },
  ]
  return ['secretary', pickFrom(bodies, value)]
}

/** Any command, by whoever may give it and now and then by somebody who may not. */
function anything(state: State, definition: Definition, { pick, value }: Move): readonly [SeatId, CommandBody] {
  const place = somewhere(state, definition, pick)
  const judge = pickFrom(definition.judges, value).id
  const stage = pickFrom(definition.stages, value).id
  const request = String(1 + (value % 3))
  const onAir = value % 5 === 0 ? null : onAirOf(state)
  const all: readonly (readonly [SeatId, CommandBody])[] = [
    ['mc', { type: 'take', cue: pickFrom(rundownOf(state), value).id, onAir }],
    ['mc', { type: 'take', cue: pickFrom([...nextOf(state).allowed, ...rundownOf(state)], pick % 4).id, onAir }],
    ['mc', { type: 'back', onAir }],
    ['mc', { type: 'show', scene: { kind: 'standings', stage, final: value % 2 === 0 }, onAir }],
    ['mc', { type: pickFrom(['startTimer', 'pauseTimer', 'resetTimer'], value) }],
    [`judge:${judge}`, { type: 'recuse', ...place, reason }],
    [`judge:${judge}`, { type: 'requestReopen', ...place, reason }],
    ['secretary', { type: 'setOrder', round: place.round, teams: definition.teams.map(({ id }) => id).reverse() }],
    ['secretary', { type: 'deduct', ...place, points: String(1 + (value % 30)), reason }],
    ['secretary', { type: 'addBonus', ...place, points: '0.5', reason }],
    [
      'secretary',
      value % 2 === 0
        ? { type: 'withdrawDeduction', line: `d${1 + (value % 3)}`, reason }
        : { type: 'withdrawBonus', line: `b${1 + (value % 3)}`, reason },
    ],
    ['secretary', { type: 'enterSheet', ...place, judge, marks: marksFor(definition, place.round, value), reason }],
    [headOf(definition), { type: 'withdrawExcuse', ...place, judge, reason }],
    [headOf(definition), { type: 'releaseJudge', judge, reason, ...(value % 3 === 0 ? { from: place } : {}) }],
    ['organiser', { type: 'recallJudge', judge, reason }],
    ['secretary', { type: 'withdrawTeam', team: place.team, reason, disqualified: value % 2 === 0 }],
    ['secretary', { type: 'recordFactor', ...place, factor: String(1 + (value % 3)) }],
    ['secretary', { type: 'tallyQuestion', stage, question: 'phu', team: place.team, points: String(value % 12) }],
    [headOf(definition), { type: 'drawLots', stage, teams: twoOf(definition) }],
    [headOf(definition), { type: 'qualify', stage }],
    [headOf(definition), { type: 'decideCut', stage, teams: twoOf(definition), reason }],
    ['organiser', { type: 'giveAward', stage, award: 'yeu-thich', team: place.team, reason }],
    ['organiser', { type: 'takeBackAward', stage, award: 'yeu-thich', team: place.team, reason }],
    ['secretary', { type: 'note', text: reason }],
    [headOf(definition), { type: 'approve', request }],
    ['organiser', { type: 'approve', request }],
    [headOf(definition), { type: 'decline', request, reason }],
    ['organiser', { type: 'replaceJudge', judge, name: `Người ${value}` }],
    ['organiser', { type: 'reopenStage', stage, reason }],
    ['organiser', { type: 'redefine', definition: redefined(definition, value) }],
    [pickFrom(['mc', 'secretary', 'hub', 'judge:gk1', 'judge:nobody'] as const, value), { type: 'certify', stage }],
  ]
  return pickFrom(all, pick)
}

/** Two teams, or one that is named twice. */
function twoOf({ teams: [first, second = first] }: Definition): string[] {
  return [first, second].flatMap((team) => team?.id ?? [])
}

/** The definition after a change that is valid in itself. */
function redefined(definition: Definition, value: number): Definition {
  const changes: readonly Partial<Definition>[] = [
    { title: `Tên ${value}` },
    { teams: [...definition.teams, { id: `t-${value}`, name: 'Đội mới' }] },
    {
      judges: definition.judges.map((judge, index) => ({ ...judge, head: index === value % definition.judges.length })),
    },
    {
      stages: definition.stages.map((stage) => ({
        ...stage,
        rounds: stage.rounds.map((round) => ({ ...round, weight: '3' })),
      })),
    },
    { stages: definition.stages.slice(0, 1).map((stage) => ({ ...stage, rounds: stage.rounds.slice(0, 1) })) },
  ]
  return { ...definition, ...pickFrom(changes, value) }
}
