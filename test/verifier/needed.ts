/** What a contest needs next, in whatever order people who know what they are doing would do it. */
import { sha256 } from '@bang-diem/server/sha256.ts'
import { lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { definitionOf, type State, sheetOf } from '@bang-diem/shared/ledger/state.ts'
import type { CommandBody } from '@bang-diem/shared/rules/commands.ts'
import { decide } from '@bang-diem/shared/rules/decide.ts'
import { nextOf } from '@bang-diem/shared/rules/next.ts'
import type { Missing, RefusalOf } from '@bang-diem/shared/rules/refusals.ts'
import type { SeatId } from '@bang-diem/shared/rules/seats.ts'
import { onAirOf } from '@bang-diem/shared/rules/show.ts'
import type { Dice } from '../oracle/dice.ts'
import { factorFor, headOf, markOn, marksFor, reasons, secondsFor } from './choices.ts'

export type Act = readonly [SeatId, CommandBody]

/** The next cue, or what it waits for; `null` when the show is over. */
export function neededNow(state: State, dice: Dice): Act | null {
  const { next, pending } = nextOf(state)
  const open = pending.find(({ block }) => block === null)
  const offer = dice.chance(0.3) ? (next ?? open) : (open ?? next)
  if (!offer) return null
  const { block, cue } = offer
  switch (block?.code) {
    case undefined:
      return ['mc', { type: 'take', cue: cue.id, onAir: onAirOf(state) }]
    case 'order-missing':
      return ['secretary', { type: 'drawOrder', round: block.round }]
    case 'sheets-missing':
      return supplied(state, dice.pick(block.missing), dice)
    case 'entrants-unsettled':
      return settling(state, block.stage, dice)
    case 'award-unpicked':
      return picking(state, cue.stage, block.award, dice)
    default:
      return opening(state, cue.stage, dice)
  }
}

/** Something that is missing of one team in one round. */
function supplied(state: State, { round, team, judges, criteria, time }: Missing, dice: Dice): Act {
  const rules = lookupsOf(definitionOf(state)).rounds.get(round)
  if (!rules) throw new Error(`there is no round ${round}`)
  const reason = dice.pick(reasons)
  if (judges.length > 0) {
    const judge = dice.pick(judges)
    const revision = sheetOf(state, round, team, judge)?.revision ?? 0
    const isOpen = state.performed.has(`${round}/${team}`) && (revision > 0 || !state.known.has(`${round}/${team}`))
    const marks = marksFor(dice, state, round)
    if (!isOpen || dice.chance(0.03)) return ['secretary', { type: 'excuse', round, team, judge, reason }]
    if (dice.chance(0.05)) return ['secretary', { type: 'enterSheet', round, team, judge, marks, reason }]
    return [`judge:${judge}`, { type: 'submitSheet', round, team, run: 0, revision, marks }]
  }
  const [criterion] = criteria
  if (criterion !== undefined) {
    const scale = rules.criteria.find(({ id }) => id === criterion)?.scale
    const points = scale ? markOn(dice, { ...scale, min: '0' }) : '0'
    return ['secretary', { type: 'tally', round, team, criterion, points }]
  }
  if (time) return ['secretary', { type: 'recordTime', round, team, seconds: secondsFor(dice, rules) }]
  return ['secretary', { type: 'recordFactor', round, team, factor: factorFor(dice, rules) }]
}

const context = { entropy: 'ab'.repeat(32), sha256 }

/** Who comes on: first whatever is equal across the cut. */
function settling(state: State, stage: string, dice: Dice): Act {
  const head = headOf(definitionOf(state))
  const decision = decide(state, head, { id: 'x', type: 'qualify', stage }, context)
  if (!decision.ok && decision.refusal.code === 'cut-tied') {
    return [
      head,
      { type: 'decideCut', stage, teams: dice.shuffled(decision.refusal.teams), reason: dice.pick(reasons) },
    ]
  }
  return [head, { type: 'qualify', stage }]
}

export function picking(state: State, stage: string, award: string, dice: Dice): Act {
  const team = dice.pick(definitionOf(state).teams).id
  return ['organiser', { type: 'giveAward', stage, award, team, reason: dice.pick(reasons) }]
}

/** What opens the gate of a stage: what is missing, open requests, ties, and then certification. */
function opening(state: State, stage: string, dice: Dice): Act {
  const head = headOf(definitionOf(state))
  const certify = { type: 'certify', stage } as const
  const decision = decide(state, head, { id: 'x', ...certify }, context)
  const refusal = decision.ok ? null : decision.refusal
  switch (refusal?.code) {
    case 'sheets-missing':
      return supplied(state, dice.pick(refusal.missing), dice)
    case 'requests-waiting':
      return approving(state, dice.pick(refusal.requests), dice)
    case 'tie-undecided':
      return parting(state, stage, refusal, dice)
    default:
      return [head, certify]
  }
}

/** The other of the two people says yes, or no. */
export function approving(state: State, request: string, dice: Dice): Act {
  const head = headOf(definitionOf(state))
  const seat = state.requests.get(request)?.by === head ? 'organiser' : head
  if (dice.chance(0.15)) return [seat, { type: 'decline', request, reason: dice.pick(reasons) }]
  return [seat, { type: 'approve', request }]
}

/** What a tie waits for. */
function parting(state: State, stage: string, { teams, awaits }: RefusalOf<'tie-undecided'>, dice: Dice): Act {
  const head = headOf(definitionOf(state))
  if (awaits === 'question') {
    const rules = lookupsOf(definitionOf(state)).stages.get(stage)?.tieBreaks ?? []
    const asked = rules.flatMap((rule) => (rule.by === 'question' ? [rule] : []))
    const open = asked.find(({ question }) =>
      teams.some((team) => !state.questions.get(`${stage}/${question}`)?.has(team)),
    )
    const question = open ?? asked[0]
    if (!question) throw new Error('a tie waits for no question')
    const team =
      teams.find((one) => !state.questions.get(`${stage}/${question.question}`)?.has(one)) ?? dice.pick(teams)
    const points = markOn(dice, { min: '0', max: question.maximum, step: question.maximum })
    return ['secretary', { type: 'tallyQuestion', stage, question: question.question, team, points }]
  }
  if (awaits === 'lot' && dice.chance(0.5)) return [head, { type: 'drawLots', stage, teams: [...teams] }]
  return [head, { type: 'breakTie', stage, teams: dice.shuffled(teams), reason: dice.pick(reasons) }]
}
