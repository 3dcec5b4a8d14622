/** A judge with a phone: opens the link, marks the team that is called on the page's own keypad, submits, reads the lamp and the receipt. */
import type { Locator, Page } from '@playwright/test'
import { expect } from '../patience.ts'

/** What the lamp of a sheet may say. */
export type SheetLamp = 'stored' | 'sending' | 'lost' | 'recorded'

export class Phone {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(link: string): Promise<this> {
    await this.page.goto(link)
    await expect(this.page.locator('[data-lamp]')).toBeVisible()
    return this
  }

  /** Opens a link that no longer lets anybody in. */
  async openRefused(link: string): Promise<this> {
    await this.page.goto(link)
    await expect(this.page.locator('[data-field=code]')).toBeVisible()
    return this
  }

  /** The sheet on the screen is this team's, by its name in large letters. */
  async seesSheet(team: string, round: string): Promise<void> {
    await expect(this.page.locator('h1[data-team]')).toHaveText(team)
    await expect(this.page.locator(':has(> h1[data-team])')).toContainText(round)
  }

  /** Types marks by criterion, decimal strings with a point, key by key. */
  async mark(marks: Readonly<Record<string, string>>): Promise<void> {
    for (const [criterion, mark] of Object.entries(marks)) {
      await this.field(criterion).tap()
      for (const key of keysOf(mark)) await this.page.tap(`[data-key="${key}"]`)
      await expect(this.field(criterion)).toHaveValue(mark.replace('.', ','))
    }
  }

  async submit(): Promise<void> {
    await this.page.tap('[data-act=submit]')
    await this.page.tap('[data-act=confirm]')
    await expect(this.page.locator('[data-sheet-lamp]')).toBeVisible()
  }

  /** The receipt on the sheet, once it says that it is recorded. */
  async receipt(): Promise<string> {
    const lamp = this.page.locator('[data-sheet-lamp=recorded]')
    await expect(lamp).toContainText(/biên nhận \d+-[0-9A-F]{4}/)
    return /\d+-[0-9A-F]{4}/.exec(await lamp.innerText())?.[0] ?? ''
  }

  async fillAndSubmit(team: string, round: string, marks: Readonly<Record<string, string>>): Promise<string> {
    await this.seesSheet(team, round)
    await this.mark(marks)
    await this.submit()
    return this.receipt()
  }

  field(criterion: string): Locator {
    return this.page.locator(`[data-criterion="${criterion}"]`)
  }

  /** `taken-over`, `barred`, `lost`: what the phone tells its judge whatever is on the screen. */
  notice(kind: 'taken-over' | 'barred' | 'lost'): Locator {
    return this.page.locator(`[data-notice="${kind}"]`)
  }

  sheetLamp(lamp: SheetLamp): Locator {
    return this.page.locator(`[data-sheet-lamp="${lamp}"]`)
  }
}

function keysOf(mark: string): string[] {
  return [...mark].map((character) => (character === '.' ? 'point' : character))
}
