/** A feed of one contest with one reader, on a clock of its own: what is published arrives at once. */
import { Feed, type PaceName, paceNames } from '@bang-diem/server/feed.ts'
import { Turns } from '@bang-diem/server/turns.ts'
import type { Fact } from '@bang-diem/shared/ledger/facts.ts'
import type { State } from '@bang-diem/shared/ledger/state.ts'
import type { Replica } from '@bang-diem/shared/link/replica.ts'
import type { Audience } from '@bang-diem/shared/views/view.ts'
import { expect } from 'vitest'
import { VirtualTime } from '../spoiler/virtual-time.ts'

/** The reader begins with the snapshot and applies whatever the feed sends. */
export function publishing(state: State, audience: Audience, replica: Replica) {
  const time = new VirtualTime()
  const now = () => time.now()
  const feed = new Feed({
    state,
    timers: time,
    now,
    intervals: { stage: 0, staff: 0, judges: 0, audience: 0 },
    turns: new Turns(paceNames.length, time, now),
    send: (_, delta) => expect(replica.takeDelta(JSON.parse(JSON.stringify(delta)))).toBe('applied'),
  })
  const name = feed.subscribe({ audience, pace: paceOf(audience) })
  replica.takeSnapshot({ ...feed.snapshot(name), at: 0, hubs: [] })
  return {
    /** Tells the feed of facts, and publishes if asked to: the version that is then out. */
    take(facts: readonly Fact[], publish: boolean): number | undefined {
      feed.changed(facts)
      if (!publish) return undefined
      time.runSoon()
      return feed.snapshot(name).version
    },
  }
}

function paceOf(audience: Audience): PaceName {
  if (audience === 'hall') return 'stage'
  return audience.startsWith('judge:') ? 'judges' : 'staff'
}
