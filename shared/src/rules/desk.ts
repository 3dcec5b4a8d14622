/** The secretary's commands about points, time and people. Everything here is an input of a score, never a score. */
import { judgedCriteria, lookupsOf, talliedCriteria } from '../contest/lookups.ts'
import { withinMaximum } from '../contest/scale.ts'
import type { Line } from '../ledger/desk-records.ts'
import { roundTeam } from '../ledger/keys.ts'
import { definitionOf, isExcused, type State } from '../ledger/state.ts'
import { hasLeft } from '../ledger/withdrawals.ts'
import { compare, parseDecimal } from '../scoring/exact.ts'
import type { CommandOf } from './commands.ts'
import { accept, type Decision, refuse } from './decision.ts'
import { isRefusal, marksFault, notOnPanel, placeOf, sheetBarred, sheetClosed } from './guards.ts'
import { nextRequestId, waitingRequest } from './requests.ts'
import { judgeOfSeat, type SeatId } from './seats.ts'

export function tally(state: State, command: CommandOf<'tally'>): Decision {
  const { round, team, criterion: id, points } = command
  const place = placeOf(state, command)
  if (isRefusal(place)) return refuse(place)
  const criterion = place.round.criteria.find((each) => each.id === id)
  if (!criterion) return refuse({ code: 'reference-unknown', field: 'criterion', id })
  if (!talliedCriteria(place.round).includes(criterion)) return refuse({ code: 'criterion-not-tallied', criterion: id })
  if (!withinMaximum(points, criterion.scale)) return refuse({ code: 'points-out-of-range', max: criterion.scale.max })
  return accept({ type: 'points-tallied', round, team, criterion: id, points })
}

export function recordTime(state: State, command: CommandOf<'recordTime'>): Decision {
  const { round, team, seconds } = command
  const place = placeOf(state, command)
  if (isRefusal(place)) return refuse(place)
  if (!state.performed.has(roundTeam(round, team))) return refuse({ code: 'time-without-performance', round, team })
  return accept({ type: 'time-recorded', round, team, seconds })
}

/** the factor of a round that has one, within its bounds; it may be corrected. */
export function recordFactor(state: State, command: CommandOf<'recordFactor'>): Decision {
  const { round, team, factor } = command
  const place = placeOf(state, command)
  if (isRefusal(place)) return refuse(place)
  const bounds = place.round.factor
  if (bounds === undefined) return refuse({ code: 'factor-not-used', round })
  const wanted = parseDecimal(factor)
  const { min, max } = bounds
  if (compare(wanted, parseDecimal(min)) < 0 || compare(wanted, parseDecimal(max)) > 0) {
    return refuse({ code: 'factor-out-of-range', min, max })
  }
  return accept({ type: 'factor-recorded', round, team, factor })
}

export function addLine(state: State, command: CommandOf<'deduct' | 'addBonus'>): Decision {
  const { round, team, points, reason } = command
  const place = placeOf(state, command)
  if (isRefusal(place)) return refuse(place)
  const max = place.round.maximum
  if (!withinMaximum(points, { min: '0', max, step: '1' })) return refuse({ code: 'points-out-of-range', max })
  if (command.type === 'deduct') {
    const id = `d${state.deductions.size + 1}`
    return accept({ type: 'points-deducted', id, round, team, points, reason })
  }
  return accept({ type: 'bonus-added', id: `b${state.bonuses.size + 1}`, round, team, points, reason })
}

export function withdrawLine(state: State, command: CommandOf<'withdrawDeduction' | 'withdrawBonus'>): Decision {
  const { line: id, reason } = command
  const deduction = command.type === 'withdrawDeduction'
  const line: Line | undefined = (deduction ? state.deductions : state.bonuses).get(id)
  if (!line) return refuse({ code: 'reference-unknown', field: 'line', id })
  const place = placeOf(state, line)
  if (isRefusal(place)) return refuse(place)
  if (line.withdrawn !== null) return refuse({ code: 'line-withdrawn', line: id })
  return accept({ type: deduction ? 'deduction-withdrawn' : 'bonus-withdrawn', id, reason })
}

export function excuse(state: State, seat: SeatId, command: CommandOf<'excuse' | 'withdrawExcuse'>): Decision {
  const { round, team, judge, reason } = command
  const place = placeOf(state, command)
  if (isRefusal(place)) return refuse(place)
  const outside = notOnPanel(state, round, judge)
  if (outside) return refuse(outside)
  const excused = isExcused(state, round, team, judge)
  if (command.type === 'excuse') {
    if (excused) return refuse({ code: 'judge-excused', round, team, judge })
    return accept({ type: 'judge-excused', round, team, judge, reason })
  }
  if (!excused) return refuse({ code: 'judge-not-excused', round, team, judge })
  // Who is excused may compare the others' marks, and must not mark after that by an own act.
  if (judgeOfSeat(seat) === judge) return refuse({ code: 'second-person-required' })
  // A sheet that could not be given any more would be missing for ever.
  const closed = sheetClosed(state, round, team, judge)
  if (closed) return refuse(closed)
  return accept({ type: 'excuse-withdrawn', round, team, judge, reason })
}

/** A sheet from paper waits for a second person, since the judge's own hand is not on it. */
export function enterSheet(state: State, command: CommandOf<'enterSheet'>): Decision {
  const { round, team, judge, marks, reason } = command
  const place = placeOf(state, command)
  if (isRefusal(place)) return refuse(place)
  const outside = notOnPanel(state, round, judge)
  if (outside) return refuse(outside)
  const barred = sheetBarred(state, round, team, judge)
  if (barred) return refuse(barred)
  const fault = marksFault(judgedCriteria(place.round), marks)
  if (fault) return refuse(fault)
  const waiting = waitingRequest(
    state,
    (act) => act.kind === 'enter-sheet' && act.round === round && act.team === team && act.judge === judge,
  )
  if (waiting) return refuse({ code: 'request-waiting', request: waiting.id })
  return accept({ type: 'paper-sheet-requested', request: nextRequestId(state), round, team, judge, marks, reason })
}

/** a team leaves the stages that are not certified, by itself or because it is disqualified. */
export function withdrawTeam(state: State, command: CommandOf<'withdrawTeam'>): Decision {
  const { team, reason, disqualified } = command
  const definition = definitionOf(state)
  const { teams, entrants } = lookupsOf(definition)
  if (!teams.has(team)) return refuse({ code: 'reference-unknown', field: 'team', id: team })
  const own = definition.stages.filter(({ id }) => entrants.get(id)?.includes(team))
  const open = own.filter(({ id }) => !state.certified.has(id))
  const left = open.filter(({ id }) => !hasLeft(state, id, team)).map(({ id }) => id)
  const [certified] = own
  if (open.length === 0 && certified !== undefined) return refuse({ code: 'stage-certified', stage: certified.id })
  if (left.length === 0) return refuse({ code: 'team-withdrawn', team })
  return accept({
    type: 'team-withdrawn',
    team,
    reason,
    ...(disqualified ? { disqualified: true as const } : {}),
    stages: left,
  })
}
