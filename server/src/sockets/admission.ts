/** The door: a handshake becomes a connection, or an error that tells the page why not. It joins nothing yet. */
import { problemsOf } from '@bang-diem/shared/contest/problems.ts'
import { handshakeSchema } from '@bang-diem/shared/protocol/up.ts'
import * as v from 'valibot'
import type { Hub } from '../hub.ts'
import { sessionOf } from '../seats.ts'
import { Connection } from './connection.ts'
import type { PresenceBook } from './presence.ts'

/** `auth` is whatever the page sent; `bookOf` gives the presence book of a contest. */
export function admit(
  hub: Hub,
  socketId: string,
  auth: unknown,
  bookOf: (contest: string) => PresenceBook,
): Connection | Error {
  const parsed = v.safeParse(handshakeSchema, auth)
  if (!parsed.success) {
    const problems = problemsOf(parsed.issues)
    const version = problems.some(({ path }) => path === 'protocol')
    return rejection(version ? 'protocol-unsupported' : 'handshake-invalid', { problems })
  }
  const { contest, session: token } = parsed.output
  const room = hub.room(contest)
  if (!room) return rejection('contest-unknown', { contest })
  const session = token === undefined ? null : sessionOf(room.state, token, hub.ports.sha256)
  if (typeof session === 'string') return rejection(session, {})
  return new Connection(socketId, room, session, parsed.output, bookOf(contest))
}

/** The library hands an error's `data` to the page. */
function rejection(code: string, params: object): Error {
  return Object.assign(new Error(code), { data: { code, ...params } })
}
