/**
 * The addresses at which the contest can be reached, which one is tried next and how long that waits. The address that the page came from
 * is always one of them, since the others are what hubs say of themselves. It opens nothing.
 */
import { type BackOff, backOff, slowRetry } from './back-off.ts'
import type { Entropy } from './ports.ts'

/**
 * How long an attempt to connect may take, in ms: a phone on a full Wi-Fi needs a second or two. Until each of several hubs was tried once,
 * no longer than that, for a machine without power answers nothing at all.
 */
const OPENING_LIMIT = 5_000
const OPENING_LIMIT_AMONG_SEVERAL = 2_000

/** Attempts within which a hub that follows the ledger has caught up: some five seconds. */
const BEHIND_ATTEMPTS = 5

/** How a connection ended: something closed it, or nothing was heard any more. */
export type Ending = 'closed' | 'silent'

export class HubRound {
  readonly #home: string
  readonly #backOff: BackOff
  readonly #entropy: Entropy
  /** The living hubs, as a hub has said last. */
  #listed: readonly string[] = []
  #current: string
  /** The hub that has let the page in last. */
  #admittedAt: string | null = null
  /** Attempts since a hub has beaten last. */
  #attempt = 0

  /**
   * `home` is the origin of the page, `http://192.168.1.10:8080`; `known` are the addresses that an earlier connection of the page has learned, of
   * which the first is tried first.
   */
  constructor(home: string, known: readonly string[], pauses: BackOff, entropy: Entropy) {
    this.#home = home
    this.#backOff = pauses
    this.#entropy = entropy
    this.learn(known)
    this.#current = this.#listed[0] ?? home
  }

  get current(): string {
    return this.#current
  }

  /** Every known address, from the current one on. */
  get addresses(): readonly string[] {
    const all = this.#all
    return [this.#current, ...all.slice(this.#place(all) + 1), ...all.slice(0, Math.max(0, this.#place(all)))]
  }

  /** The page is elsewhere than where it came from, and no hub knows that address for a living one: a reload would find nobody. */
  get isAway(): boolean {
    return this.#current !== this.#home && !this.#listed.includes(this.#home)
  }

  /** How long the next attempt may take, in ms. */
  get openingLimit(): number {
    const { length } = this.#all
    return length > 1 && this.#attempt <= length ? OPENING_LIMIT_AMONG_SEVERAL : OPENING_LIMIT
  }

  /** Takes the list from a snapshot, a beat or a goodbye; an empty list teaches nothing. */
  learn(hubs: readonly string[]): void {
    const origins = hubs.map((hub) => originOf(hub, this.#home)).filter((origin) => origin !== null)
    if (origins.length > 0) this.#listed = [...new Set(origins)]
  }

  /** The hub has let the page in, with its snapshot. */
  admitted(hubs: readonly string[]): void {
    this.learn(hubs)
    this.#admittedAt = this.#current
  }

  /** True for a hub that has not heard yet of what another has just let in, as far as the page can tell. */
  get isPerhapsBehind(): boolean {
    return this.#admittedAt !== null && this.#admittedAt !== this.#current && this.#attempt < BEHIND_ATTEMPTS
  }

  /** Only a hub that goes on beating is a hub worth hurrying back to. */
  beating(): void {
    this.#attempt = 0
  }

  /** Ms to wait before `current` is tried. What was closed is tried once more, since it may be starting anew; silence is left behind. */
  pauseAfter(ending: Ending): number {
    if (this.#attempt > 0 || ending === 'silent') this.#advance()
    return this.#pause()
  }

  /** The same after the hub has said that it ends. */
  pauseAfterGoodbye(): number {
    this.#advance()
    return this.#pause()
  }

  /** The same after a refusal that may be otherwise elsewhere, or later. */
  pauseAfterRefusal(): number {
    this.#advance()
    return slowRetry(this.#entropy)
  }

  #pause(): number {
    return backOff(this.#backOff, this.#attempt++, this.#entropy)
  }

  /** Goes on to the next address, from the last one back to the first. */
  #advance(): void {
    const all = this.#all
    this.#current = all[(this.#place(all) + 1) % all.length] ?? this.#home
  }

  /** The home first; last where no hub knows it for a living one. */
  get #all(): readonly string[] {
    const others = this.#listed.filter((origin) => origin !== this.#home)
    const isDead = this.#listed.length > 0 && others.length === this.#listed.length
    return isDead ? [...others, this.#home] : [this.#home, ...others]
  }

  /** -1 where a list no longer has it. */
  #place(all: readonly string[]): number {
    return all.indexOf(this.#current)
  }
}

/** An origin as people read it: `192.168.1.11:8080`. */
export function hostOf(origin: string): string {
  return origin.replace(/^https?:\/\//, '')
}

/** The origin of a usable address, or null. A page over TLS cannot open a plain connection, so such a hub is left out. */
function originOf(address: string, home: string): string | null {
  try {
    const { protocol, origin } = new URL(address)
    return protocol === 'https:' || (protocol === 'http:' && !home.startsWith('https:')) ? origin : null
  } catch {
    // Not an address. `URL.canParse` would say so more nicely, but phones of 2022 do not have it.
    return null
  }
}
