/** Who is calling over HTTP: the holder of the organiser key, a session of the contest, or anyone. */
import { timingSafeEqual } from 'node:crypto'
import type { Sha256 } from '@bang-diem/shared/ledger/commit.ts'
import type { State } from '@bang-diem/shared/ledger/state.ts'
import type { Request } from 'express'
import { isDriving, sessionOf } from '../seats.ts'

/** `taken-over`: a session of the organiser or the secretary that a newer one has put aside; it may do nothing here. */
export type Caller = 'organiser' | 'desk' | 'taken-over' | 'other-seat' | 'anyone'

/** The seats that may do more over HTTP than anyone. */
const callerAt: Readonly<Partial<Record<string, 'organiser' | 'desk'>>> = { organiser: 'organiser', secretary: 'desk' }

/** What the `Authorization: Bearer` header proves for a contest (or for none). */
export function callerOf(request: Request, organiserKey: string, sha256: Sha256, state?: State): Caller {
  const token = bearerOf(request)
  if (token === undefined) return 'anyone'
  if (sameText(sha256(token), sha256(organiserKey))) return 'organiser'
  if (state === undefined) return 'anyone'
  const session = sessionOf(state, token, sha256)
  if (typeof session === 'string') return 'anyone'
  const seat = callerAt[session.seat]
  if (seat === undefined) return 'other-seat'
  return isDriving(state, session) ? seat : 'taken-over'
}

function bearerOf(request: Request): string | undefined {
  const header = request.headers.authorization
  return header?.startsWith('Bearer ') ? header.slice('Bearer '.length) : undefined
}

/** Compares digests of equal length without telling by its time where they differ. */
function sameText(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
