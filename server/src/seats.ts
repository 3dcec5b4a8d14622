/**
 * Who speaks: from a session's token to its seat, and whether that session still may. Read from the durable state alone, so that a
 * restart or another hub answers the same.
 */
import type { Sha256 } from '@bang-diem/shared/ledger/commit.ts'
import { definitionOf, type State } from '@bang-diem/shared/ledger/state.ts'
import { type CommandType, isOutboxCommand } from '@bang-diem/shared/rules/commands.ts'
import type { Refusal } from '@bang-diem/shared/rules/refusals.ts'
import { judgeOfSeat, parseSeat, rolesOf, type SeatId } from '@bang-diem/shared/rules/seats.ts'
import type { Subscription } from './feed.ts'

export interface Session {
  readonly tokenHash: string
  readonly seat: SeatId
}

/** The session of a token, or why it is none: never seen, or put out by a newer link. */
export function sessionOf(state: State, token: string, sha256: Sha256): Session | 'session-unknown' | 'seat-revoked' {
  const tokenHash = sha256(token)
  const text = state.sessions.get(tokenHash)
  const seat = text === undefined ? undefined : parseSeat(text)
  if (!seat) return 'session-unknown'
  return isRevoked(state, { tokenHash, seat }) ? 'seat-revoked' : { tokenHash, seat }
}

export function isRevoked(state: State, { tokenHash, seat }: Session): boolean {
  return !(state.seats.get(seat)?.sessions.has(tokenHash) ?? false)
}

/** True for the newest session of a seat. */
export function isDriving(state: State, { tokenHash, seat }: Session): boolean {
  return state.seats.get(seat)?.driving === tokenHash
}

/** Why this session may not give such a command now; undefined when it may. An older device may still empty its outbox. */
export function sessionFault(state: State, session: Session, command: CommandType): Refusal | undefined {
  if (isDriving(state, session)) return undefined
  if (isRevoked(state, session)) return { code: 'seat-revoked' }
  return isOutboxCommand(command) ? undefined : { code: 'seat-taken-over' }
}

/** Which view a seat is given, and how fast. */
export function subscriptionOf(state: State, seat: SeatId): Subscription {
  const judge = judgeOfSeat(seat)
  if (judge !== undefined) {
    const head = rolesOf(definitionOf(state), seat).includes('head')
    return { audience: head ? `head:${judge}` : `judge:${judge}`, pace: head ? 'staff' : 'judges' }
  }
  return { audience: seat === 'mc' ? 'mc' : 'desk', pace: 'staff' }
}

/** The seat that a link is asked for; undefined when role and judge do not go together. */
export function seatFor(
  role: 'judge' | 'mc' | 'secretary' | 'organiser',
  judge: string | undefined,
): SeatId | undefined {
  if (role === 'judge') return judge === undefined ? undefined : `judge:${judge}`
  return judge === undefined ? role : undefined
}
