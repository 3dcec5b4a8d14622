/**
 * Leaks planted on purpose, one per channel, to prove that the comparison would find them. None of this code is in the product: each
 * wraps a part of the hub where the parts are joined.
 */
import type { Edge } from '@bang-diem/server/hub-ports.ts'
import type { Room } from '@bang-diem/server/room.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import { deskStandings } from '@bang-diem/shared/views/standings.ts'
import type { Leak } from './house.ts'
import type { Channel } from './records.ts'

export interface PlantedLeak extends Leak {
  /** The channel in which it must be found. */
  readonly channel: Channel
}

type Entries = Record<string, unknown>

/** Changes the entries of every snapshot that the hall is given. */
function hallSnapshots(change: (entries: Entries, room: Room) => Entries): (room: Room) => void {
  return (room) => {
    const { feed } = room
    const honest = feed.snapshot.bind(feed)
    feed.snapshot = (name) => {
      const snapshot = honest(name)
      return isHall(name) ? { ...snapshot, entries: change(snapshot.entries, room) } : snapshot
    }
  }
}

function isHall(channel: string): boolean {
  return channel.startsWith('hall@')
}

/** The rows of the only stage as the desk knows them, best first. */
function hiddenRows(room: Room) {
  const [stage] = definitionOf(room.state).stages
  return stage ? deskStandings(room.state, stage) : []
}

/** The leader's total stands in the hall's snapshot before it is revealed. */
const total: PlantedLeak = {
  channel: 'snapshot',
  room: hallSnapshots((entries, room) => ({ ...entries, best: hiddenRows(room)[0]?.total })),
}

/** The hall's versions count commits: every hidden one moves them. */
const version: PlantedLeak = {
  channel: 'delta',
  edge(edge) {
    let commits = 0
    return {
      kept: (contest, number) => edge.kept(contest, number),
      warned: (contest) => edge.warned(contest),
      committed(contest, made) {
        commits += made.length
        edge.committed(contest, made)
      },
      send(contest, channel, delta) {
        const moved = { ...delta, from: delta.from + commits, to: delta.to + commits }
        edge.send(contest, channel, isHall(channel) ? moved : delta)
      },
    }
  },
}

/** Anyone may read the desk's standings. */
const standings: PlantedLeak = {
  channel: 'HTTP',
  routes: (routes, hub) => (request, response) => {
    const contest = /^\/api\/contests\/([^/]+)\/standings/.exec(request.url ?? '')?.[1]
    const room = contest === undefined ? undefined : hub.room(contest)
    if (room) response.end(JSON.stringify(hiddenRows(room)))
    else routes(request, response)
  },
}

/** Teams stand in the hall's snapshot in the order of the standings. */
const order: PlantedLeak = {
  channel: 'order',
  room: hallSnapshots((entries, room) => {
    const best = hiddenRows(room).map(({ team }) => `team/${team}`)
    const rest = Object.keys(entries).filter((key) => !best.includes(key))
    return Object.fromEntries([...best, ...rest].map((key) => [key, entries[key]]))
  }),
}

/** For a while after every commit the hub is busy, and what the hall is sent waits. */
const busy: PlantedLeak = {
  channel: 'timing',
  edge(edge, time) {
    let free = 0
    const honest: Edge = edge
    return {
      kept: (contest, number) => honest.kept(contest, number),
      warned: (contest) => honest.warned(contest),
      committed(contest, made) {
        free = time.now() + 30
        honest.committed(contest, made)
      },
      send(contest, channel, delta) {
        const wait = free - time.now()
        if (isHall(channel) && wait > 0) time.after(wait, () => honest.send(contest, channel, delta))
        else honest.send(contest, channel, delta)
      },
    }
  },
}

export const plantedLeaks: readonly PlantedLeak[] = [total, version, standings, order, busy]
