/** Watches every page of a test: whom it asks, and what it complains about. It judges at the end of the test and touches nothing. */
import type { Page } from '@playwright/test'

/** What a browser itself writes into the console when the hub does not answer or refuses. No page can keep it from doing so. */
const browserLines = {
  outage: /WebSocket connection to .* failed|net::ERR_/,
  refusal: /the server responded with a status of 40[01]/,
} as const

export class Watch {
  readonly #origins: readonly string[]
  readonly #problems: string[] = []
  readonly #expected: RegExp[] = []

  /** Those that belong to the contest's hubs. */
  constructor(...origins: readonly string[]) {
    this.#origins = origins
  }

  /** From here on the hub may be away (`outage`) or refuse what is asked of it (`refusal`), and browsers may say so. */
  expect(event: keyof typeof browserLines): void {
    this.#expected.push(browserLines[event])
  }

  report(problem: string): void {
    this.#problems.push(problem)
  }

  follow(page: Page): void {
    page.on('request', (request) => {
      if (!this.#isOwn(request.url())) this.#problems.push(`asks somebody else: ${request.url()}`)
    })
    page.on('pageerror', (fault) => this.#problems.push(`fails: ${fault.stack ?? fault.message}`))
    page.on('console', (line) => {
      if (line.type() !== 'error') return
      if (this.#expected.some((lines) => lines.test(line.text()))) return
      this.#problems.push(`complains: ${line.text()} (${line.location().url})`)
    })
  }

  /** Every request that left for another host, every error thrown or written. */
  get problems(): readonly string[] {
    return this.#problems
  }

  #isOwn(address: string): boolean {
    return this.#origins.some((origin) => address.startsWith(`${origin}/`)) || /^(?:data|blob|about):/.test(address)
  }
}
