/** The hall, looking at the projector: which scene is on, and the figures that stand on it. It reads what is drawn, not what is marked up. */
import type { Locator, Page } from '@playwright/test'
import { atRest } from '../eyes.ts'
import { expect } from '../patience.ts'

export interface ShownRow {
  readonly team: string
  readonly rank: string
  readonly total: string
}

export class Stage {
  readonly page: Page
  readonly #messages: string[] = []

  constructor(page: Page) {
    this.page = page
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => this.#messages.push(payload.toString()))
    })
  }

  async open(link: string): Promise<this> {
    await this.page.goto(link)
    await expect(this.page.locator('[data-scene]')).toBeVisible()
    return this
  }

  scene(kind: string): Locator {
    return this.page.locator(`[data-scene="${kind}"]`)
  }

  get lostMark(): Locator {
    return this.page.locator('[data-connection=lost]')
  }

  /** Everything that the hub has ever sent to this screen. */
  get heard(): string {
    return this.#messages.join('\n')
  }

  /** The text on the screen once every figure has been counted up. */
  async text(): Promise<string> {
    await this.settled()
    return this.page.locator('body').innerText()
  }

  /** The score on screen, as it is written for people. */
  async score(round: string, team: string): Promise<string> {
    const shown = this.scene('score').locator(`[data-round="${round}"][data-team="${team}"] .points`)
    await expect(shown).toBeVisible()
    await this.settled()
    return (await shown.innerText()).trim()
  }

  /** The team that the ceremony announces now. */
  async announced(): Promise<ShownRow> {
    const now = this.scene('ceremony').locator('[data-now]')
    await expect(now).toHaveCount(1)
    await this.settled()
    return {
      team: (await now.locator('h1').innerText()).trim(),
      rank: digitsOf(await now.locator('.rank').innerText()),
      total: digitsOf(await now.locator('.total').innerText()),
    }
  }

  /** The final table, best first; `team` is the name as it stands there. */
  async finalTable(): Promise<ShownRow[]> {
    const rows = this.page.locator('[data-scene=standings][data-final=true] li[data-team]')
    await expect(rows.first()).toBeVisible()
    await this.settled()
    return Promise.all(
      (await rows.all()).map(async (row) => ({
        team: (await row.locator('.name').innerText()).trim(),
        rank: (await row.locator('.rank').innerText()).trim(),
        total: (await row.locator('.total').innerText()).trim(),
      })),
    )
  }

  /** Waits until nothing moves: figures show what was announced, and rows and scenes have arrived. */
  settled(): Promise<void> {
    return atRest(this.page)
  }
}

/** The figure in a line of words: `hạng 2` and `86,75 điểm`. */
function digitsOf(line: string): string {
  return /\d+(?:,\d+)?/.exec(line)?.[0] ?? ''
}
