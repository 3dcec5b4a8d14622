/** The organiser at the console: creates a contest from a definition file and hands out the links that the page shows. */

import type { Page } from '@playwright/test'
import type { Created } from '../../robot/api.ts'
import { expect } from '../patience.ts'
import { hold } from './hold.ts'

export class Organiser {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** The home page of the hub, by the key that it printed when it started. */
  async openHome(hub: string, key: string): Promise<this> {
    await this.page.goto(`${hub}/console/#key=${key}`)
    await expect(this.page.locator('[data-page=home]')).toBeVisible()
    return this
  }

  /** The desk of one contest, by its link. */
  async open(link: string): Promise<this> {
    await this.page.goto(link)
    await expect(this.page.locator('[data-desk=organiser]')).toBeVisible()
    return this
  }

  async createFromFile(definition: object): Promise<void> {
    await this.page.locator('[data-part=contests], [data-part=create]').first().waitFor({ state: 'attached' })
    await this.page.setInputFiles('[data-field=definition-file]', {
      name: 'hoi-thi.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(definition)),
    })
    await expect(this.page.locator('[data-desk=organiser]')).toBeVisible()
  }

  /** The link of a seat as it stands on the page: `mc`, `secretary`, `display`, `judge:gk1`, `head-desk`. */
  async link(seat: string): Promise<string> {
    const link = this.page.locator(`[data-seat="${seat}"] [data-part=link]`)
    await expect(link).toBeVisible()
    return link.innerText()
  }

  async links(judges: readonly string[]): Promise<Created['links']> {
    const own = await Promise.all(judges.map(async (id) => [id, await this.link(`judge:${id}`)] as const))
    return {
      console: await this.link('organiser'),
      secretary: await this.link('secretary'),
      mc: await this.link('mc'),
      display: await this.link('display'),
      judges: Object.fromEntries(own),
    }
  }

  /** Makes a fresh link for a seat; the old one and its devices are out. */
  async reissue(seat: string): Promise<string> {
    const before = await this.page.locator(`[data-seat="${seat}"] [data-part=link]`).allInnerTexts()
    await this.page.click(`[data-seat="${seat}"] [data-act=issue-link]`)
    const question = this.page.locator('[data-dialog=issue-link]')
    await hold(question.locator('[data-act=confirm-issue]'), question)
    const link = this.page.locator(`[data-seat="${seat}"] [data-part=link]`)
    await expect(link).toHaveCount(1)
    for (const old of before) await expect(link).not.toHaveText(old)
    return link.innerText()
  }
}
