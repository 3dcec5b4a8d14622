/** The secretary at the console: times, tallied points and excused judges of one team in one round. */
import { showSeconds } from '@bang-diem/shared/look/stopwatch.ts'
import type { Page } from '@playwright/test'
import { expect } from '../patience.ts'
import { hold } from './hold.ts'

export class Secretary {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(link: string): Promise<this> {
    await this.page.goto(link)
    await expect(this.page.locator('[data-desk=secretary]')).toBeVisible()
    return this
  }

  /** Opens the panel of a team in a round. */
  async turnTo(round: string, team: string): Promise<void> {
    await this.page.click(`[data-tab="round/${round}"]`)
    await this.page.click(`[data-part=score-table][data-round="${round}"] [data-team="${team}"] [data-act=choose-team]`)
    await expect(this.page.locator(`[data-part=team-panel][data-team="${team}"]`)).toBeVisible()
  }

  async recordTime(seconds: number): Promise<void> {
    const field = this.page.locator('[data-field=time]')
    await field.fill(showSeconds(seconds))
    await this.page.click('[data-act=record-time]')
    // What is recorded cannot be saved once more.
    await expect(this.page.locator('[data-act=record-time]')).toBeDisabled()
    await expect(field).toHaveValue(showSeconds(seconds))
  }

  async tally(criterion: string, points: string): Promise<void> {
    const field = this.page.locator(`[data-field="tally-${criterion}"]`)
    const written = points.replace('.', ',')
    await field.fill(written)
    await this.page.click(`[data-act="save-tally-${criterion}"]`)
    await expect(this.page.locator(`[data-act="save-tally-${criterion}"]`)).toBeDisabled()
    await expect(field).toHaveValue(written)
  }

  async excuse(judge: string, reason: string): Promise<void> {
    const row = this.page.locator(`[data-part=sheets] [data-judge="${judge}"]`)
    await row.locator('summary').click()
    await row.locator('[data-act=excuse]').click()
    const question = this.page.locator('[data-dialog=excuse]')
    await question.locator('[name=reason]').fill(reason)
    await hold(question.locator('[data-act=confirm-excuse]'), question)
    await expect(this.page.locator(`[data-part=sheets] [data-judge="${judge}"][data-cell=excused]`)).toBeVisible()
  }

  /** Points of a team in a tie-break question; once all of its group have theirs the question is gone. */
  async answer(team: string, points: string): Promise<void> {
    await this.page.click('[data-tab=standings]')
    const save = this.page.locator(`[data-act="save-question-${team}"]`)
    await this.page.locator(`[data-field="question-${team}"]`).fill(points.replace('.', ','))
    await save.click()
    await expect(save.and(this.page.locator(':enabled'))).toHaveCount(0)
  }
}
