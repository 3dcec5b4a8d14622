/** The MC at the console: sees what *Next* will do, presses it, and sees that it has happened. */
import type { Locator, Page } from '@playwright/test'
import { expect } from '../patience.ts'

export class Mc {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(link: string): Promise<this> {
    await this.page.goto(link)
    await expect(this.page.locator('[data-desk=mc]')).toBeVisible()
    return this
  }

  get nextButton(): Locator {
    return this.page.locator('[data-act=next]')
  }

  /** The cue that *Next* offers, allowed or not; null when the rundown is at its end. */
  async offered(): Promise<string | null> {
    const either = this.nextButton.and(this.page.locator('[data-cue]')).or(this.page.locator('[data-part=next] .ended'))
    await expect(either).toBeVisible()
    return either.getAttribute('data-cue')
  }

  /** Takes the cue that is offered, as soon as it may be taken. */
  async next(): Promise<string> {
    const cue = await this.offered()
    if (cue === null) throw new Error('the rundown is at its end')
    await this.nextButton.click()
    await this.seesPast(cue)
    return cue
  }

  /** Passes over the cue that is offered and takes the one after it. */
  async later(): Promise<string> {
    const button = this.page.locator('[data-act=later]')
    const cue = await button.getAttribute('data-cue')
    if (cue === null) throw new Error('there is nothing to pass over')
    await button.click()
    await this.seesPast(cue)
    return cue
  }

  /** Presses *Next* until this cue has been taken. */
  async takeUpTo(cue: string): Promise<void> {
    while ((await this.next()) !== cue);
  }

  /** Waits until the cue is no longer ahead: it is on air, or behind. */
  async seesPast(cue: string): Promise<void> {
    const ahead = this.page.locator(`[data-part=next] [data-cue="${cue}"]`)
    await expect(ahead).toHaveCount(0)
  }
}
