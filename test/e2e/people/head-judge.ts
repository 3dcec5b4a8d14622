/** The head judge at the console: certifies a stage when nothing is missing any more. Marking is done on the phone. */
import type { Page } from '@playwright/test'
import { expect } from '../patience.ts'
import { hold } from './hold.ts'

/** The head judge's seat opens two pages: the marking page by its link, and the desk by the same code. */
export function deskLinkOf(judgeLink: string | undefined): string {
  return (judgeLink ?? '').replace('/judge/#', '/console/#')
}

export class HeadJudge {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(link: string): Promise<this> {
    await this.page.goto(link)
    await expect(this.page.locator('[data-desk=head]')).toBeVisible()
    return this
  }

  async certify(stage: string): Promise<void> {
    const place = this.page.locator(`[data-part=stage][data-stage="${stage}"]`)
    await place.locator('[data-act=certify]').click()
    const question = this.page.locator('[data-dialog=certify]')
    await hold(question.locator('[data-act=confirm-certify]'), question)
    await expect(place).toHaveAttribute('data-certified', 'true')
  }
}
