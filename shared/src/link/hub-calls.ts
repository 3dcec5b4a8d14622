/**
 * Where calls over HTTP go: to the hub that the page is with, and where that one does not answer to the others that the page knows. Before
 * a page has met a hub, and on pages that never do, that is the address that the page came from. It reads no answer.
 */

/** In ms: a machine without power says nothing at all. */
const ANSWER_LIMIT = 4_000

class HubCalls {
  /** An empty one is the page's own. */
  #addresses: readonly string[] = ['']

  /** Every address that the page has learned, for a connection that begins anew. */
  get known(): readonly string[] {
    return this.#addresses.filter((address) => address !== '')
  }

  /** `addresses`: those of the page's connection, the hub that it is with first. */
  learn(addresses: readonly string[]): void {
    this.#addresses = addresses
  }

  /**
   * Rejects when nobody answers. `repeatable`: asking twice does no harm, should the first hub have done what it was asked and died before
   * it could say so; otherwise one hub alone is asked. `withinMs`: how long it may take to begin its answer while there is another to ask.
   */
  async ask(path: string, init: RequestInit, repeatable: boolean, withinMs = ANSWER_LIMIT): Promise<Response> {
    const [first = '', ...others] = this.#addresses
    if (!repeatable) return fetch(first + path, init)
    let address = first
    for (const next of others) {
      try {
        return await fetchWithin(withinMs, address + path, init)
      } catch {
        // Nobody there: the next one.
        address = next
      }
    }
    return fetch(address + path, init)
  }
}

/** One for the page, as its connection is. */
export const hubCalls = new HubCalls()

async function fetchWithin(ms: number, address: string, init: RequestInit): Promise<Response> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), ms)
  try {
    return await fetch(address, { ...init, signal: abort.signal })
  } finally {
    clearTimeout(timer)
  }
}
