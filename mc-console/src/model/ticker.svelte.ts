/** Hub time that moves on the page: read it where a clock is drawn. It ticks only while something reads it. */
import type { HubLink } from '@bang-diem/shared/link/hub-link.svelte.ts'
import { createSubscriber } from 'svelte/reactivity'

/** Often enough that no second is seen to be skipped. */
const tickMs = 200

export class Ticker {
  readonly #link: HubLink
  readonly #subscribe = createSubscriber((update) => {
    const timer = setInterval(update, tickMs)
    return () => clearInterval(timer)
  })

  constructor(link: HubLink) {
    this.#link = link
  }

  /** Hub time in ms. */
  get now(): number {
    this.#subscribe()
    return this.#link.hubNow()
  }
}
