/**
 * Bugs planted on purpose, each a thing that this program must never do, to prove that the simulation would find them. None of this code is in
 * the product: each wraps a part of the hub where the parts are joined.
 */
import { Feed, paceNames } from '@bang-diem/server/feed.ts'
import { LedgerUnavailable } from '@bang-diem/server/ledgers/errors.ts'
import type { Ledger, StoredCommit } from '@bang-diem/server/ledgers/ledger.ts'
import type { Room } from '@bang-diem/server/room.ts'
import type { FactCommit } from '@bang-diem/server/stored.ts'
import { tentativeOver } from '@bang-diem/server/tentative.ts'
import { Turns } from '@bang-diem/server/turns.ts'
import { decodeCommit } from '@bang-diem/shared/ledger/commit.ts'
import { evolve } from '@bang-diem/shared/ledger/evolve.ts'
import { readFacts } from '@bang-diem/shared/ledger/read-commit.ts'
import type { State } from '@bang-diem/shared/ledger/state.ts'
import { ForwardingLedger } from '../harness/forwarding-ledger.ts'
import type { Bug } from './hub-run.ts'

export interface PlantedBug extends Bug {
  readonly name: string
}

function factsOf(stored: readonly StoredCommit[]): readonly FactCommit[] {
  return stored.flatMap(({ line }) => {
    const commit = decodeCommit(line)
    return commit ? [readFacts(commit)] : []
  })
}

/** What is on its way to the ledger, by contest; null when nothing is. */
const onItsWay = new WeakMap<Room, readonly StoredCommit[]>()

/** A ledger that calls `begun` when commits set out, and knows which are under way. */
function watching(ledger: Ledger, roomOf: (contest: string) => Room | undefined, begun: (room: Room) => void): Ledger {
  return wrapped(ledger, async (contest, after, commits, ...rest) => {
    const room = roomOf(contest)
    if (room) {
      onItsWay.set(room, commits)
      begun(room)
    }
    try {
      return await ledger.append(contest, after, commits, ...rest)
    } finally {
      if (room) onItsWay.delete(room)
    }
  })
}

function wrapped(ledger: Ledger, append: Ledger['append']): Ledger {
  return Object.assign(new ForwardingLedger(ledger), { append })
}

/** The durable state with what is on its way. */
function tentativeOf(room: Room): State {
  if (!onItsWay.has(room)) return room.state
  const state = tentativeOver(room.state)
  for (const commit of factsOf(onItsWay.get(room) ?? [])) {
    if (commit.number === state.head.number + 1) evolve(state, commit)
  }
  return state
}

/** The room's feed shows what is on its way as well. */
function feedOnTentative(room: Room): void {
  const { timers, monotonic, intervals, edge } = room.ports
  const state = new Proxy(room.state, { get: (_durable, key): unknown => Reflect.get(tentativeOf(room), key) })
  const feed = new Feed({
    state,
    timers,
    now: monotonic,
    intervals,
    turns: new Turns(paceNames.length, timers, monotonic),
    send: (channel, delta) => edge.send(room.contest, channel, delta),
  })
  Object.defineProperty(room, 'feed', { value: feed })
}

/** The screens are told when an append sets out. */
const broadcastBeforeDurable: PlantedBug = {
  name: 'broadcast before durable',
  room: feedOnTentative,
  ledger: (ledger, roomOf) =>
    watching(ledger, roomOf, (room) =>
      room.feed.changed(factsOf(onItsWay.get(room) ?? []).flatMap((commit) => commit.facts)),
    ),
}

/** The views are made of the tentative state; they are sent when something is durable. */
const tentativeShown: PlantedBug = {
  name: 'tentative state shown',
  room: feedOnTentative,
  ledger: (ledger, roomOf) => watching(ledger, roomOf, () => undefined),
}

/** A command is answered when its append sets out. */
const ackBeforeDurable: PlantedBug = {
  name: 'ack before durable',
  room(room) {
    const honest = room.committer.submit.bind(room.committer)
    room.committer.submit = (seat, command, settle) => {
      const early = earlyOf(room)
      const key = `${seat} ${command.id}`
      let isAnswered = false
      const once: typeof settle = (outcome) => {
        if (!isAnswered) settle(outcome)
        isAnswered = true
        early.delete(key)
      }
      early.set(key, (head) => once({ ok: true, head, kept: 'durable' }))
      honest(seat, command, once)
    }
  },
  ledger: (ledger, roomOf) =>
    watching(ledger, roomOf, (room) => {
      for (const { by, commandId, number, hash } of factsOf(onItsWay.get(room) ?? [])) {
        earlyOf(room).get(`${by} ${commandId}`)?.({ number, hash })
      }
    }),
}

type Early = Map<string, (head: { readonly number: number; readonly hash: string }) => void>
const earlyAnswers = new WeakMap<Room, Early>()

function earlyOf(room: Room): Early {
  const known = earlyAnswers.get(room) ?? new Map()
  earlyAnswers.set(room, known)
  return known
}

/** What was accepted is not remembered once it is durable. */
const dedupeForgotten: PlantedBug = {
  name: 'dedupe forgotten',
  room(room) {
    const honest = room.committer.submit.bind(room.committer)
    room.committer.submit = (...args) => {
      room.state.accepted.clear()
      honest(...args)
    }
  },
}

/** An append whose outcome is unknown is taken for one that was not made. */
const unknownTakenForNone: PlantedBug = {
  name: 'unknown outcome taken for none',
  ledger: (ledger) =>
    wrapped(ledger, async (...args) => {
      try {
        return await ledger.append(...args)
      } catch (error) {
        if (error instanceof LedgerUnavailable) throw new LedgerUnavailable(error.reason, 'none', error)
        throw error
      }
    }),
}

export const plantedBugs: readonly PlantedBug[] = [
  broadcastBeforeDurable,
  ackBeforeDurable,
  dedupeForgotten,
  tentativeShown,
  unknownTakenForNone,
]
