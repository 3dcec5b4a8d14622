/**
 * The feed of one contest: keeps a channel for every audience that somebody looks at, and publishes each at its pace.
 * It reads the durable state alone. How messages travel is the port's; which view an audience gets is `views/`.
 */
import type { Fact } from '@bang-diem/shared/ledger/facts.ts'
import { roundTeam } from '@bang-diem/shared/ledger/keys.ts'
import type { State } from '@bang-diem/shared/ledger/state.ts'
import type { Delta } from '@bang-diem/shared/protocol/down.ts'
import { judgeOfSeat } from '@bang-diem/shared/rules/seats.ts'
import { onlySheetTouched, partFor, viewFor } from '@bang-diem/shared/views/audiences.ts'
import type { Audience } from '@bang-diem/shared/views/view.ts'
import { Channel } from './channel.ts'
import { Pace } from './pace.ts'
import type { Timers } from './timers.ts'
import type { Turns } from './turns.ts'

/** Stage screens first, then staff, then judges; phones of the audience more slowly. */
export const paceNames = ['stage', 'staff', 'judges', 'audience'] as const
export type PaceName = (typeof paceNames)[number]

/** An audience at a pace. */
export interface Subscription {
  readonly audience: Audience
  readonly pace: PaceName
}

export interface FeedOptions {
  readonly state: State
  readonly timers: Timers
  readonly now: () => number
  readonly intervals: Readonly<Record<PaceName, number>>
  /** The hub's turns, with a lane for each pace. */
  readonly turns: Turns
  /** Sends a delta to everyone who is subscribed to the channel. */
  readonly send: (channel: string, delta: Delta) => void
}

interface Open {
  readonly subscription: Subscription
  readonly channel: Channel
  subscribers: number
}

/** The name of a channel, which is also the name of its room. */
export function channelName({ audience, pace }: Subscription): string {
  return `${audience}@${pace}`
}

export class Feed {
  readonly #open = new Map<string, Open>()
  /** Open channels of head judges, kept apart because every sheet concerns them. */
  readonly #heads = new Set<string>()
  /** The open channel of each judge who is no head judge, by the judge's id. */
  readonly #judges = new Map<string, { readonly name: string; readonly channel: Channel }>()
  readonly #paces: Readonly<Record<PaceName, Pace>>
  readonly #options: FeedOptions

  constructor(options: FeedOptions) {
    this.#options = options
    const pace = (name: PaceName) =>
      new Pace({
        intervalMs: options.intervals[name],
        timers: options.timers,
        now: options.now,
        inTurn: (tasks) => options.turns.add(paceNames.indexOf(name), tasks),
        publish: (channel) => this.#publish(channel),
      })
    this.#paces = { stage: pace('stage'), staff: pace('staff'), judges: pace('judges'), audience: pace('audience') }
  }

  /** Counts a subscriber in; the snapshot of the last published version is what it begins with. */
  subscribe(subscription: Subscription): string {
    const name = channelName(subscription)
    const open = this.#open.get(name)
    if (open) {
      open.subscribers += 1
      return name
    }
    const { state } = this.#options
    const { audience } = subscription
    const channel = new Channel({
      whole: () => viewFor(state, audience),
      part: (sheets) => partFor(state, audience, sheets),
    })
    channel.advance()
    this.#open.set(name, { subscription, channel, subscribers: 1 })
    const judge = judgeOfSeat(audience)
    if (judge !== undefined) this.#judges.set(judge, { name, channel })
    if (audience.startsWith('head:')) this.#heads.add(name)
    return name
  }

  snapshot(name: string): { version: number; entries: Record<string, unknown> } {
    const open = this.#open.get(name)
    if (!open) throw new Error(`nobody is subscribed to ${name}`)
    return open.channel.snapshot()
  }

  unsubscribe(name: string): void {
    const open = this.#open.get(name)
    if (!open) return
    open.subscribers -= 1
    if (open.subscribers > 0) return
    this.#open.delete(name)
    this.#heads.delete(name)
    this.#judges.delete(judgeOfSeat(open.subscription.audience) ?? '')
    this.#paces[open.subscription.pace].forget(name)
  }

  /** Says that facts have become durable: marks the channels whose view they can change. */
  changed(facts: readonly Fact[]): void {
    for (const fact of facts) {
      const sheet = onlySheetTouched(fact)
      if (!sheet) return this.#markAll(this.#open.keys())
      const own = this.#judges.get(sheet.judge)
      if (!own) continue
      own.channel.touch(roundTeam(sheet.round, sheet.team))
      this.#paces.judges.mark(own.name)
    }
    this.#markAll(sharedChannels)
    this.#markAll(this.#heads)
  }

  #markAll(names: Iterable<string>): void {
    for (const name of names) {
      const open = this.#open.get(name)
      if (!open) continue
      open.channel.touchAll()
      this.#paces[open.subscription.pace].mark(name)
    }
  }

  #publish(name: string): boolean {
    const delta = this.#open.get(name)?.channel.advance()
    if (!delta) return false
    this.#options.send(name, delta)
    return true
  }
}

/** Channels that many look at and that any fact about a sheet can change. */
const sharedChannels = (
  [
    { audience: 'hall', pace: 'stage' },
    { audience: 'hall', pace: 'audience' },
    { audience: 'mc', pace: 'staff' },
    { audience: 'desk', pace: 'staff' },
  ] as const satisfies readonly Subscription[]
).map(channelName)
