/** Who is calling over HTTP: the holder of the organiser key, a session of the contest, or anyone. */
import { timingSafeEqual } from 'node:crypto'
import type { Sha256 } from '@bang-diem/shared/ledger/commit.ts'
import type { State } from '@bang-diem/shared/ledger/state.ts'
import type { Request } from 'express'
import { sessionOf } from '../seats.ts'

export type Caller = 'organiser' | 'desk' | 'other-seat' | 'anyone'

/** What the `Authorization: Bearer` header proves for a contest (or for none). */
export function callerOf(request: Request, organiserKey: string, sha256: Sha256, state?: State): Caller {
  const token = bearerOf(request)
  if (token === undefined) return 'anyone'
  if (sameText(sha256(token), sha256(organiserKey))) return 'organiser'
  const session = state && sessionOf(state, token, sha256)
  if (session === undefined || typeof session === 'string') return 'anyone'
  if (session.seat === 'organiser') return 'organiser'
  return session.seat === 'secretary' ? 'desk' : 'other-seat'
}

function bearerOf(request: Request): string | undefined {
  const header = request.headers.authorization
  return header?.startsWith('Bearer ') ? header.slice('Bearer '.length) : undefined
}

/** Compares digests of equal length without telling by its time where they differ. */
function sameText(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
