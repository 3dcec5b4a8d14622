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
    default:
      return opening(state, cue.stage, move)
  }
}

/** The first thing that is missing. */
function supplied(state: State, block: RefusalOf<'sheets-missing'>, { value }: Move): readonly [SeatId, CommandBody] {
  const definition = definitionOf(state)
  const { round, team, judges, criteria } = pickFrom(block.missing, 0)
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
  return ['secretary', { type: 'recordTime', round, team, seconds: value % 200 }]
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
      return [head, { type: 'breakTie', stage, teams: [...refusal.teams].reverse(), reason }]
    default:
      return [head, certify]
  }
}
