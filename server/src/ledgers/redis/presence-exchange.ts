/**
 * Who is connected where, told between hubs over Redis's pub/sub: each hub publishes its own part of a contest when it changes and again
 * every two seconds, and forgets a part that it has not heard for five. Nothing of it is stored.
 */
import { type Presence, presenceSchema } from '@bang-diem/shared/protocol/down.ts'
import * as v from 'valibot'

/** A hub that begins knows everything after that, in ms. */
const RENEWED_MS = 2_000
/** Two renewals may be lost, in ms. */
const FORGOTTEN_MS = 5_000

/** `presence` is null when nobody is left there. */
const toldSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ hub: v.string(), contest: v.string(), presence: v.nullable(presenceSchema) }),
)

export interface ExchangeOptions {
  /** What names this process among the hubs; an address may be another's tomorrow. */
  readonly hub: string
  readonly monotonic: () => number
  /** Publishes on `presenceChannel`; what cannot be published now is told again at the next renewal. */
  readonly publish: (message: string) => void
  readonly onPresence: (hub: string, contest: string, presence: Presence | null) => void
}

interface Part {
  readonly hub: string
  readonly contest: string
  readonly written: string
  readonly heardAt: number
}

export class PresenceExchange {
  readonly #options: ExchangeOptions
  readonly #own = new Map<string, Presence>()
  readonly #parts = new Map<string, Part>()
  #renewedAt = 0

  constructor(options: ExchangeOptions) {
    this.#options = options
  }

  tell(contest: string, presence: Presence): void {
    if (isNobody(presence)) {
      if (this.#own.delete(contest)) this.#publish(contest, null)
      return
    }
    this.#own.set(contest, presence)
    this.#publish(contest, presence)
  }

  /** A message of the channel; what is not understood comes from a hub of another version. */
  heard(message: string): void {
    const told = v.safeParse(toldSchema, message)
    if (!told.success || told.output.hub === this.#options.hub) return
    const { hub, contest, presence } = told.output
    const key = `${hub} ${contest}`
    const before = this.#parts.get(key)
    if (presence === null) return this.#forget(key, before)
    const written = JSON.stringify(presence)
    this.#parts.set(key, { hub, contest, written, heardAt: this.#options.monotonic() })
    if (written !== before?.written) this.#options.onPresence(hub, contest, presence)
  }

  /** To be called about every second: tells again, and forgets. */
  tick(): void {
    const now = this.#options.monotonic()
    for (const [key, part] of this.#parts) if (now - part.heardAt > FORGOTTEN_MS) this.#forget(key, part)
    if (now - this.#renewedAt < RENEWED_MS - 500) return
    this.#renewedAt = now
    for (const [contest, presence] of this.#own) this.#publish(contest, presence)
  }

  /** The others need not wait until they forget. */
  leave(): void {
    for (const contest of this.#own.keys()) this.#publish(contest, null)
    this.#own.clear()
  }

  #forget(key: string, part: Part | undefined): void {
    if (this.#parts.delete(key) && part) this.#options.onPresence(part.hub, part.contest, null)
  }

  #publish(contest: string, presence: Presence | null): void {
    this.#options.publish(JSON.stringify({ hub: this.#options.hub, contest, presence }))
  }
}

function isNobody({ seats, screens, audience, warnings }: Presence): boolean {
  return Object.keys(seats).length === 0 && screens.length === 0 && audience === 0 && warnings.length === 0
}
