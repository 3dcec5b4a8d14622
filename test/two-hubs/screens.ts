/**
 * What every screen shows, looked at several times a second through the eyes of its browser: words, scenes and marks as they are drawn. It
 * touches nothing.
 */
import type { Page } from '@playwright/test'

/** Between two looks, in ms. */
const lookMs = 200

export interface Watched {
  readonly name: string
  readonly page: Page
}

/** One look at one screen. */
interface Look {
  /** Ms since the fault. */
  readonly at: number
  readonly shows: string
  /** It says that it is connected, and nothing of a connection that is lost. */
  readonly isWell: boolean
}

export class Screens {
  readonly #watched: readonly Watched[]
  readonly #looks = new Map<string, Look[]>()
  #zero = performance.now()
  #running: Promise<unknown> | null = null

  constructor(watched: readonly Watched[]) {
    this.#watched = watched
    for (const { name } of watched) this.#looks.set(name, [])
  }

  /** Begins to look. */
  watch(): void {
    this.#running = Promise.all(this.#watched.map((one) => this.#follow(one)))
  }

  /** Now is the fault from which everything is counted. */
  strike(): void {
    const shift = performance.now() - this.#zero
    this.#zero += shift
    for (const [name, looks] of this.#looks) {
      this.#looks.set(
        name,
        looks.map((look) => ({ ...look, at: look.at - shift })),
      )
    }
  }

  async stop(): Promise<void> {
    const running = this.#running
    this.#running = null
    await running
  }

  /** How long after the fault each screen was well again and stayed so, in seconds. */
  wellAfter(): ReadonlyMap<string, number> {
    return new Map(
      [...this.#looks].map(([name, looks]) => {
        const last = looks.findLast((look) => look.at > 0 && !look.isWell)
        const well = last === undefined ? 0 : (looks.find((look) => look.at > last.at)?.at ?? Number.POSITIVE_INFINITY)
        return [name, well / 1000]
      }),
    )
  }

  /** A table: second by second from `from` to `to`, what each screen showed at its end. */
  table(from: number, to: number): string[] {
    return [...this.#looks].flatMap(([name, looks]) => {
      const lines: string[] = []
      let before = ''
      for (let second = from; second <= to; second++) {
        const shows = looks.findLast(({ at }) => at <= second * 1000)?.shows ?? ''
        lines.push(`${name.padEnd(12)} ${String(second).padStart(3)} s  ${shows === before ? '〃' : shows}`)
        before = shows
      }
      return lines
    })
  }

  async #follow({ name, page }: Watched): Promise<void> {
    do {
      const seen = await page.evaluate(look)
      this.#looks.get(name)?.push({ at: performance.now() - this.#zero, ...seen })
      await new Promise((resolve) => setTimeout(resolve, lookMs))
    } while (this.#running)
  }
}

/** In the page: its lamps, its status line or its scene. */
function look(): { shows: string; isWell: boolean } {
  const textOf = (selector: string) =>
    [...document.querySelectorAll<HTMLElement>(selector)].map((one) => one.innerText.trim().replace(/\s+/g, ' '))
  const lamps = [...document.querySelectorAll<HTMLElement>('[data-lamp]')].map((one) => one.dataset.lamp ?? '')
  const notices = textOf('[data-notice], [data-part=refuge], [data-connection]')
  const status = document.querySelector<HTMLElement>('[data-status]')?.dataset.status
  const scene = document.querySelector<HTMLElement>('section[data-scene]')?.dataset.scene
  const sheets = document.querySelector<HTMLElement>('[data-submitted]')?.dataset
  const shows = [
    ...(scene === undefined ? [] : [`scene ${scene}`]),
    ...(sheets === undefined ? [] : [`${sheets.submitted}/${sheets.expected} sheets`]),
    ...textOf('[data-lamp]'),
    ...textOf('[data-sheet-lamp]').map((text) => `sheet: ${text}`),
    ...textOf('[data-part=health] .state'),
    ...notices.map((text) => `“${text}”`),
  ]
  const isLost = document.querySelector('[data-notice=lost], [data-connection=lost]') !== null
  const isCut = lamps.some((lamp) => ['lost', 'connecting', 'stored', 'unstored', 'barred'].includes(lamp))
  return { shows: shows.join(' · '), isWell: !isLost && !isCut && (status === undefined || status === 'live') }
}
