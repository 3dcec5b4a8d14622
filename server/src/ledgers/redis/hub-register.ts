/**
 * The register of living hubs in Redis: a sorted set, address → Redis time in ms until which it lives. A hub that stops takes itself out
 * and one that dies is left out a few seconds later. While Redis is away the last list stays.
 */
import * as v from 'valibot'
import type { Client } from './connect.ts'
import { hubsBell, hubsKey } from './keys.ts'
import { runScript } from './run-script.ts'

/**
 * How long an entry lives, in ms. It is renewed every second, so that two renewals may come late; and a page that is told of a hub
 * that has just died loses no more than one attempt.
 */
const LEASE_MS = 3_500

/** Renews one's own entry, throws out what has died, and answers who lives. Time is Redis's own: hubs' clocks need not agree. */
const renewScript = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local ended = redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', string.format('%.0f', now))
local begun = redis.call('ZADD', KEYS[1], string.format('%.0f', now + ARGV[2]), ARGV[1])
if begun + ended > 0 then redis.call('PUBLISH', ARGV[3], '') end
return redis.call('ZRANGE', KEYS[1], 0, -1)
`

const leaveScript = `
redis.call('ZREM', KEYS[1], ARGV[1])
redis.call('PUBLISH', ARGV[2], '')
`

const listSchema = v.array(v.string())

export class HubRegister {
  readonly #url: string
  readonly #client: Client
  #others: readonly string[] = []
  #left = false

  constructor(url: string, client: Client) {
    this.#url = url
    this.#client = client
  }

  /** This hub first, unless it has left, and then the round of the others. */
  get hubs(): readonly string[] {
    return this.#left ? this.#others : [this.#url, ...this.#others]
  }

  /** Renews the own entry and reads the list; answers whether it is another now. Rejects when Redis does not answer. */
  async renew(): Promise<boolean> {
    if (this.#left) return false
    const answer = await runScript(this.#client, renewScript, {
      keys: [hubsKey],
      args: [this.#url, String(LEASE_MS), hubsBell],
    })
    const others = roundAfter(this.#url, v.parse(listSchema, answer))
    const changed = others.join(' ') !== this.#others.join(' ')
    this.#others = others
    return changed
  }

  async leave(): Promise<void> {
    this.#left = true
    await runScript(this.#client, leaveScript, { keys: [hubsKey], args: [this.#url, hubsBell] })
  }
}

/** The other addresses, beginning with the one that follows `url` in the order of the alphabet. */
function roundAfter(url: string, hubs: readonly string[]): readonly string[] {
  const others = hubs.filter((each) => each !== url).sort()
  const after = others.filter((each) => each > url)
  return [...after, ...others.slice(0, others.length - after.length)]
}
