/**
 * The part of the fold about the desk: order, times, tallies, lines, requests, ties, certification.
 * It keeps the inputs of a score and never the score.
 */
import type { Head } from './commit.ts'
import type { Line, Request } from './desk-records.ts'
import { evolvePlaces } from './evolve-places.ts'
import { type SheetFact, touchScore } from './evolve-sheets.ts'
import { paused, type ShowFact } from './evolve-show.ts'
import type { Fact, FactOf } from './facts.ts'
import { put } from './grouped.ts'
import { roundTeam } from './keys.ts'
import { handOf, type Moment } from './moment.ts'
import type { State } from './state.ts'

type ElsewhereFact = Extract<
  Fact,
  {
    type:
      | 'contest-created'
      | 'contest-redefined'
      | 'judge-replaced'
      | 'link-issued'
      | 'session-opened'
      | 'judge-left'
      | 'judge-returned'
  }
>
export type DeskFact = Exclude<Fact, ShowFact | SheetFact | ElsewhereFact>

export function evolveDesk(state: State, fact: DeskFact, moment: Moment): void {
  const { at, head } = moment
  switch (fact.type) {
    case 'order-set':
    case 'order-drawn':
      state.orders.set(fact.round, fact.teams)
      return
    case 'points-tallied':
      put(state.tallies, roundTeam(fact.round, fact.team), fact.criterion, fact.points)
      touchScore(state, fact.round, fact.team, head)
      return
    case 'time-recorded':
      state.times.set(roundTeam(fact.round, fact.team), fact.seconds)
      touchScore(state, fact.round, fact.team, head)
      return
    case 'factor-recorded':
      state.factors.set(roundTeam(fact.round, fact.team), fact.factor)
      touchScore(state, fact.round, fact.team, head)
      return
    case 'points-deducted':
      addLine(state, state.deductions, fact, head)
      return
    case 'bonus-added':
      addLine(state, state.bonuses, fact, head)
      return
    case 'deduction-withdrawn':
      withdrawLine(state, state.deductions, fact, head)
      return
    case 'bonus-withdrawn':
      withdrawLine(state, state.bonuses, fact, head)
      return
    case 'team-withdrawn':
      withdraw(state, fact)
      if (state.public.timer?.team === fact.team) state.public.timer = paused(state.public.timer, at)
      return
    case 'noted':
      state.notes.push({ at, text: fact.text })
      return
    case 'stage-certified':
      certify(state, fact, moment)
      return
    case 'stage-reopened':
      reopen(state, fact, moment)
      return
    case 'tie-broken':
    case 'question-tallied':
    case 'cut-decided':
    case 'stage-entered':
    case 'award-given':
    case 'award-taken-back':
      evolvePlaces(state, fact)
      return
    default:
      evolveRequests(state, fact, moment)
  }
}

/** Who leaves again leaves further stages. */
function withdraw(state: State, { team, reason, disqualified, stages }: FactOf<'team-withdrawn'>): void {
  const before = state.withdrawals.get(team)?.stages ?? []
  const left = stages === undefined ? null : new Set([...before, ...stages])
  state.withdrawals.set(team, { reason, disqualified: disqualified ?? false, stages: left })
}

function certify(state: State, { stage, rows, awards = [] }: FactOf<'stage-certified'>, { at, head }: Moment): void {
  const version = (state.formerTables.get(stage)?.length ?? 0) + 1
  state.certified.set(stage, { rows, awards, version, commit: head, at })
  beginCeremonyAgain(state, stage)
}

/** W-1. */
function reopen(state: State, { stage, request, reason }: FactOf<'stage-reopened'>, { at, head }: Moment): void {
  const table = state.certified.get(stage)
  if (!table) return
  state.formerTables.set(stage, [
    ...(state.formerTables.get(stage) ?? []),
    { table, request, reason, at, commit: head },
  ])
  state.certified.delete(stage)
}

/** A ceremony that a reopening stopped begins again behind its gate: its places are those of another table now. */
function beginCeremonyAgain(state: State, stage: string): void {
  if (state.taken.has(`${stage}/final`)) return
  const places = [...state.taken].filter((cue) => cue.startsWith(`${stage}/place/`))
  if (places.length === 0) return
  for (const cue of places) state.taken.delete(cue)
  state.taken.add(`${stage}/certify`)
}

type RequestFact = Extract<
  DeskFact,
  {
    type:
      | 'reopen-requested'
      | 'paper-sheet-requested'
      | 'stage-reopen-requested'
      | 'request-approved'
      | 'request-declined'
  }
>

function evolveRequests(state: State, fact: RequestFact, moment: Moment): void {
  const id = fact.request
  switch (fact.type) {
    case 'reopen-requested': {
      const { round, team, judge } = fact
      ask(state, moment, fact, { kind: 'reopen-sheet', round, team, judge }, `judge:${judge}`)
      return
    }
    case 'paper-sheet-requested': {
      const { round, team, judge, marks } = fact
      ask(state, moment, fact, { kind: 'enter-sheet', round, team, judge, marks }, 'secretary')
      return
    }
    case 'stage-reopen-requested':
      ask(state, moment, fact, { kind: 'reopen-stage', stage: fact.stage }, 'organiser')
      return
    case 'request-approved':
    case 'request-declined': {
      const before = state.requests.get(id)
      const status = fact.type === 'request-approved' ? 'approved' : 'declined'
      const reason = fact.type === 'request-declined' ? fact.reason : null
      const settled = { ...handOf(state, moment.by), at: moment.at, reason }
      if (before) state.requests.set(id, { ...before, status, settled })
    }
  }
}

function ask(
  state: State,
  { at }: Moment,
  fact: { readonly request: string; readonly reason: string },
  act: Request['act'],
  by: string,
): void {
  const { request: id, reason } = fact
  const { name } = handOf(state, by)
  state.requests.set(id, { id, by, name, at, act, reason, status: 'waiting', settled: null })
}

function addLine(state: State, lines: Map<string, Line>, fact: Omit<Line, 'withdrawn'>, head: Head): void {
  const { id, round, team, points, reason } = fact
  lines.set(id, { id, round, team, points, reason, withdrawn: null })
  touchScore(state, round, team, head)
}

function withdrawLine(
  state: State,
  lines: Map<string, Line>,
  fact: { readonly id: string; readonly reason: string },
  head: Head,
): void {
  const line = lines.get(fact.id)
  if (!line) return
  lines.set(fact.id, { ...line, withdrawn: fact.reason })
  touchScore(state, line.round, line.team, head)
}
