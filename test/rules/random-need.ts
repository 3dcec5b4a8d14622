/** What the show needs next: people who know what they are doing. */
import { sha256 } from '@bang-diem/server/sha256.ts'
import { definitionOf, type State, sheetOf } from '@bang-diem/shared/ledger/state.ts'
import type { CommandBody } from '@bang-diem/shared/rules/commands.ts'
import { decide } from '@bang-diem/shared/rules/decide.ts'
import { nextOf } from '@bang-diem/shared/rules/next.ts'
import type { RefusalOf } from '@bang-diem/shared/rules/refusals.ts'
import type { SeatId } from '@bang-diem/shared/rules/seats.ts'
import { onAirOf } from '@bang-diem/shared/rules/show.ts'
import { headOf, type Move, marksFor, pickFrom, reason } from './random-choice.ts'

/** The next cue, or whatever blocks it; undefined when the show is over. */
export function neededNow(state: State, move: Move): readonly [SeatId, CommandBody] | undefined {
  const { next, pending } = nextOf(state)
  const open = pending.find(({ block }) => block === null)
  // What is left pending is not always told at once.
  const offer = move.value % 3 === 0 ? (next ?? open) : (open ?? next)
  if (!offer) return undefined
  const { block, cue } = offer
  switch (block?.code) {
    case undefined:
      return ['mc', { type: 'take', cue: cue.id, onAir: onAirOf(state) }]
    case 'order-missing':
      return ['secretary', { type: 'drawOrder', round: block.round }]
    case 'sheets-missing':
      return supplied(state, block, move)
    case 'entrants-unsettled':
      return settling(state, block.stage)
    case 'award-unpicked':
      return ['organiser', picking(state, cue.stage, block.award, move)]
    default:
      return opening(state, cue.stage, move)
  }
}

/** The first thing that is missing. */
function supplied(state: State, block: RefusalOf<'sheets-missing'>, { value }: Move): readonly [SeatId, CommandBody] {
  const definition = definitionOf(state)
  const { round, team, judges, criteria, time } = pickFrom(block.missing, 0)
  const [judge, criterion] = [judges[0], criteria[0]]
  if (judge !== undefined) {
    if (!state.performed.has(`${round}/${team}`)) return ['secretary', { type: 'excuse', round, team, judge, reason }]
    const revision = sheetOf(state, round, team, judge)?.revision ?? 0
    const closed = state.known.has(`${round}/${team}`) && revision === 0
    if (closed) return ['secretary', { type: 'excuse', round, team, judge, reason }]
    const marks = marksFor(definition, round, value)
    return [`judge:${judge}`, { type: 'submitSheet', round, team, run: 0, revision, marks }]
  }
  if (criterion !== undefined)
    return ['secretary', { type: 'tally', round, team, criterion, points: String(value % 10) }]
  if (time) return ['secretary', { type: 'recordTime', round, team, seconds: value % 200 }]
  return ['secretary', { type: 'recordFactor', round, team, factor: String(1 + (value % 2)) }]
}

/** Who comes on: first whatever is equal across the cut. */
function settling(state: State, stage: string): readonly [SeatId, CommandBody] {
  const head = headOf(definitionOf(state))
  const decision = decide(state, head, { id: 'x', type: 'qualify', stage }, { entropy: 'ab'.repeat(32), sha256 })
  if (!decision.ok && decision.refusal.code === 'cut-tied') {
    return [head, { type: 'decideCut', stage, teams: [...decision.refusal.teams].reverse(), reason }]
  }
  return [head, { type: 'qualify', stage }]
}

function picking(state: State, stage: string, award: string, { pick }: Move): CommandBody {
  const team = pickFrom(definitionOf(state).teams, pick).id
  return { type: 'giveAward', stage, award, team, reason }
}

/** What a tie waits for. */
function recorded(
  state: State,
  stage: string,
  { teams, awaits }: RefusalOf<'tie-undecided'>,
  { value, pick }: Move,
): readonly [SeatId, CommandBody] {
  const head = headOf(definitionOf(state))
  if (awaits === 'question') {
    const team = pickFrom(teams, pick)
    return ['secretary', { type: 'tallyQuestion', stage, question: 'phu', team, points: String(value % 4) }]
  }
  if (awaits === 'lot' && value % 2 === 0) return [head, { type: 'drawLots', stage, teams: [...teams] }]
  return [head, { type: 'breakTie', stage, teams: [...teams].reverse(), reason }]
}

/** What opens the gate of a stage: what is missing, open requests, ties, and then certification. */
function opening(state: State, stage: string, move: Move): readonly [SeatId, CommandBody] {
  const head = headOf(definitionOf(state))
  const certify = { type: 'certify', stage } as const
  const decision = decide(state, head, { id: 'x', ...certify }, { entropy: 'ab'.repeat(32), sha256 })
  const refusal = decision.ok ? null : decision.refusal
  switch (refusal?.code) {
    case 'sheets-missing':
      return supplied(state, refusal, move)
    case 'requests-waiting': {
      const request = pickFrom(refusal.requests, 0)
      const settler = move.value % 2 === 0 ? head : 'organiser'
      return [settler, move.pick % 2 === 0 ? { type: 'approve', request } : { type: 'decline', request, reason }]
    }
    case 'tie-undecided':
      return recorded(state, stage, refusal, move)
    default:
      return [head, certify]
  }
}
