/**
 * One connected page: its seat, its channel, and what its messages mean. It knows the contest's room but not the socket library; the
 * socket edge gives it what arrived and writes what it answers.
 */

import { lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { problemsOf } from '@bang-diem/shared/contest/problems.ts'
import { receiptOf } from '@bang-diem/shared/ledger/commit.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import type { Ack, HeldAnswer, SeatState } from '@bang-diem/shared/protocol/down.ts'
import { draftSchema, type Handshake, heldSchema } from '@bang-diem/shared/protocol/up.ts'
import { schemaOfCommand } from '@bang-diem/shared/rules/commands.ts'
import { rolesOf } from '@bang-diem/shared/rules/seats.ts'
import * as v from 'valibot'
import type { Outcome } from '../committer-ports.ts'
import { channelName, type Subscription } from '../feed.ts'
import type { Room } from '../room.ts'
import { isDriving, isRevoked, type Session, sessionFault, subscriptionOf } from '../seats.ts'
import { partsOf } from './parts.ts'
import type { PresenceBook, Present } from './presence.ts'
import { compareReceipts } from './receipts.ts'
import { Unkept } from './unkept.ts'

export class Connection {
  readonly id: string
  readonly room: Room
  readonly session: Session | null
  readonly subscription: Subscription
  readonly presence: PresenceBook
  /** What this page was told as received: it will be told when that is durable. */
  readonly unkept = new Unkept()
  readonly #page: Present

  constructor(id: string, room: Room, session: Session | null, handshake: Handshake, presence: PresenceBook) {
    this.id = id
    this.room = room
    this.session = session
    this.presence = presence
    const stage = handshake.screen === 'stage'
    this.subscription = session
      ? subscriptionOf(room.state, session.seat)
      : { audience: 'hall', pace: stage ? 'stage' : 'audience' }
    this.#page = { seat: session?.seat ?? null, screen: stage ? 'stage' : 'audience', name: handshake.name ?? '' }
  }

  enter(): void {
    this.presence.enter(this.id, this.#page)
  }

  leave(): void {
    this.presence.leave(this.id)
  }

  /** Staff are told who is present. */
  get isStaff(): boolean {
    return this.subscription.pace === 'staff'
  }

  /** A newer link has put this session out. */
  get isRevoked(): boolean {
    return this.session !== null && isRevoked(this.room.state, this.session)
  }

  /** The seat has another view now than the one that this page was let in to. */
  get isMisplaced(): boolean {
    return (
      this.session !== null &&
      channelName(subscriptionOf(this.room.state, this.session.seat)) !== channelName(this.subscription)
    )
  }

  /** What this seat is told about itself; undefined for the hall. */
  seatState(): SeatState | undefined {
    if (!this.session) return undefined
    const { seat } = this.session
    const roles = [...rolesOf(definitionOf(this.room.state), seat)]
    return { seat, roles, driving: isDriving(this.room.state, this.session) }
  }

  /**
   * A command as it arrived; `answer` is called once, when the answer is certain. Of what has more than `explained` parts only the
   * first problem is named.
   */
  command(message: unknown, explained: number, answer: (ack: Ack) => void): void {
    if (!this.session) return answer({ ok: false, refusal: { code: 'seat-required' } })
    const schema = schemaOfCommand(message)
    const parsed = v.safeParse(schema, message, { abortEarly: true })
    if (!parsed.success) {
      const all = partsOf(message, explained) <= explained ? v.safeParse(schema, message).issues : undefined
      return answer({ ok: false, refusal: { code: 'command-invalid', problems: problemsOf(all ?? parsed.issues) } })
    }
    const command = parsed.output
    const fault = sessionFault(this.room.state, this.session, command.type)
    if (fault) return answer({ ok: false, refusal: fault })
    const { seat } = this.session
    this.room.committer.submit(seat, command, (outcome) => {
      if (outcome.ok && command.type === 'submitSheet') this.presence.submitted(seat, command.round, command.team)
      if (outcome.ok && outcome.kept === 'received') this.unkept.add(outcome.head.number)
      answer(ackOf(outcome))
    })
  }

  /**
   * Which acknowledged commands the ledger does not know, and whether it is behind a receipt. Undefined when malformed, too long (which
   * is seen before any of it is looked at), or not from a judge: nobody else keeps commands.
   */
  held(message: unknown, most: number): HeldAnswer | undefined {
    if (!this.session?.seat.startsWith('judge:') || !Array.isArray(message) || message.length > most) return undefined
    const parsed = v.safeParse(heldSchema, message, { abortEarly: true })
    if (!parsed.success) return undefined
    const { answer, received } = compareReceipts(parsed.output, this.session.seat, this.room)
    for (const commit of received) this.unkept.add(commit)
    return answer
  }

  /** How far the draft of a sheet is; answers whether there is news for staff. */
  draft(message: unknown): boolean {
    if (!this.session?.seat.startsWith('judge:')) return false
    const parsed = v.safeParse(draftSchema, message, { abortEarly: true })
    if (!parsed.success) return false
    const { rounds, teams } = lookupsOf(definitionOf(this.room.state))
    if (!rounds.has(parsed.output.round) || !teams.has(parsed.output.team)) return false
    this.presence.draft(this.session.seat, parsed.output)
    return true
  }
}

function ackOf(outcome: Outcome): Ack {
  if (!outcome.ok) return { ok: false, refusal: { ...outcome.refusal } }
  const { number, hash } = outcome.head
  const ack: Ack = { ok: true, commit: number, hash, receipt: receiptOf(outcome.head) }
  return outcome.kept === 'durable' ? ack : { ...ack, durable: false }
}
