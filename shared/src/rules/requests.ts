/** Acts of two people: what one seat asks becomes a fact only when another seat approves it. */

import type { Request } from '../ledger/desk-records.ts'
import { type State, sheetOf } from '../ledger/state.ts'
import type { CommandOf } from './commands.ts'
import { accept, type Decision, refuse } from './decision.ts'
import { isRefusal, placeOf, sheetBarred } from './guards.ts'
import type { Refusal } from './refusals.ts'
import type { Role, SeatId } from './seats.ts'

/** Requests are numbered as they come: the number is said aloud between the desk and the head judge. */
export function nextRequestId(state: State): string {
  return String(state.requests.size + 1)
}

export function waitingRequest(state: State, matches: (act: Request['act']) => boolean): Request | undefined {
  return [...state.requests.values()].find((request) => request.status === 'waiting' && matches(request.act))
}

export function approve(state: State, seat: SeatId, roles: readonly Role[], command: CommandOf<'approve'>): Decision {
  const request = settleable(state, seat, roles, command.request)
  if (isRefusal(request)) return refuse(request)
  const approved = { type: 'request-approved', request: request.id } as const
  const { act } = request
  switch (act.kind) {
    case 'reopen-stage': {
      if (!state.certified.has(act.stage)) return refuse({ code: 'not-certified', stage: act.stage })
      return accept(approved, {
        type: 'stage-reopened',
        stage: act.stage,
        request: request.id,
        reason: request.reason,
      })
    }
    case 'reopen-sheet': {
      const place = placeOf(state, act)
      if (isRefusal(place)) return refuse(place)
      const { round, team, judge } = act
      if (sheetOf(state, round, team, judge)?.status !== 'submitted') {
        return refuse({ code: 'sheet-absent', round, team, judge })
      }
      return accept(approved, { type: 'sheet-reopened', round, team, judge, request: request.id })
    }
    case 'enter-sheet': {
      const place = placeOf(state, act)
      if (isRefusal(place)) return refuse(place)
      const { round, team, judge, marks } = act
      const barred = sheetBarred(state, round, team, judge)
      if (barred) return refuse(barred)
      const revision = sheetOf(state, round, team, judge)?.revision ?? 0
      return accept(approved, { type: 'sheet-entered', round, team, judge, revision, marks, request: request.id })
    }
  }
}

export function decline(state: State, seat: SeatId, roles: readonly Role[], command: CommandOf<'decline'>): Decision {
  const request = settleable(state, seat, roles, command.request)
  if (isRefusal(request)) return refuse(request)
  return accept({ type: 'request-declined', request: request.id, reason: command.reason })
}

/**
 * A waiting request that this seat may settle: never its own, and the organiser only what the head judge asked
 * (where there is no head judge the organiser has that role as well).
 */
function settleable(state: State, seat: SeatId, roles: readonly Role[], id: string): Request | Refusal {
  const request = state.requests.get(id)
  if (!request) return { code: 'reference-unknown', field: 'request', id }
  if (request.status !== 'waiting') return { code: 'request-settled', request: id }
  if (request.by === seat) return { code: 'second-person-required' }
  if (roles.includes('head') || isHeads(state, request)) return request
  return { code: 'second-person-required' }
}

function isHeads(state: State, request: Request): boolean {
  return state.public.definition?.judges.some((judge) => judge.head && `judge:${judge.id}` === request.by) ?? false
}
