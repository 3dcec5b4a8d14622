/**
 * The addresses at which the contest can be reached, and which one is tried next. The address that the page came from is always
 * one of them, since the others are what hubs say of themselves. It opens nothing.
 */
export class HubRound {
  readonly #home: string
  #others: readonly string[] = []
  #current: string

  /** `home` is the origin of the page, `http://192.168.1.10:8080`. */
  constructor(home: string) {
    this.#home = home
    this.#current = home
  }

  get current(): string {
    return this.#current
  }

  /** Takes the list from a snapshot or a goodbye; an empty list teaches nothing. */
  learn(hubs: readonly string[]): void {
    const origins = hubs.map((hub) => originOf(hub, this.#home)).filter((origin) => origin !== null)
    if (origins.length > 0) this.#others = [...new Set(origins)].filter((origin) => origin !== this.#home)
  }

  /** Goes on to the next address, from the last one back to the first. */
  advance(): string {
    const all = [this.#home, ...this.#others]
    this.#current = all[(all.indexOf(this.#current) + 1) % all.length] ?? this.#home
    return this.#current
  }
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
