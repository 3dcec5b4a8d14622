/** The secretary's desk in a real browser against a real hub: every command, and what it leaves on the page and in the ledger. */

import {
  lineEntry,
  requestEntry,
  secondsEntry,
  textEntry,
  withdrawnEntry,
} from '@bang-diem/shared/views/desk-entries.ts'
import type { Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { hold, openPage } from './browser.ts'
import { smallContest } from './contests.ts'
import { patience, stageForTests } from './page-test.ts'
import { type Staged, stageAt } from './staged.ts'

const stage = stageForTests()

async function desk(id: string, cue: string): Promise<{ staged: Staged; page: Page; faults: string[] }> {
  const staged = await stageAt(stage.hub(), { ...smallContest, id }, cue)
  const opened = await openPage(stage.browser(), staged.created.links.secretary)
  await opened.page.waitForSelector('[data-desk=secretary]')
  return { staged, ...opened }
}

const recorded = (page: Page) => page.waitForSelector('[data-part=notices] [data-tone=recorded]')

test(
  'points, time and lines of the team on stage',
  async () => {
    const { staged, page, faults } = await desk('ghi-diem', 'kien-thuc/ea-ngai/marking')
    // The desk opens at the round and the team that are on stage.
    await page.waitForSelector('[data-panel="round/kien-thuc"] [data-part=team-panel][data-team=ea-ngai]')
    await page.fill('[data-field=tally-ly-thuyet]', '12,5')
    await page.keyboard.press('Enter')
    await recorded(page)
    await page.fill('[data-field=tally-ly-thuyet]', 'mười hai')
    expect(await page.locator('[data-act=save-tally-ly-thuyet]').isDisabled()).toBe(true)
    await page.keyboard.press('Escape')

    await page.fill('[data-field=time]', '5:30')
    await page.click('[data-act=record-time]')
    await page.waitForSelector('text=Đã ghi 5:30')

    await page.fill('[data-field=line-points]', '0,5')
    expect(await page.locator('[data-act=deduct]').isDisabled()).toBe(true)
    await page.fill('[data-field=line-reason]', 'Vi phạm trang phục')
    await page.click('[data-act=deduct]')
    const line = page.locator('[data-part=lines] [data-kind=deduction]')
    await line.waitFor()
    await line.locator('[data-act=withdraw-line]').click()
    await page.fill('[name=reason]', 'Ghi nhầm đội')
    await hold(page, 'confirm-withdraw-line')
    await page.waitForSelector('text=đã rút: Ghi nhầm đội')

    const { secretary } = staged.cast
    expect(secretary.entry('tally/kien-thuc/ea-ngai/ly-thuyet', textEntry)).toBe('12.5')
    expect(secretary.entry('time/kien-thuc/ea-ngai', secondsEntry)).toBe(330)
    const id = await line.getAttribute('data-line')
    expect(secretary.entry(`deduction/${id}`, lineEntry)).toMatchObject({ points: '0.5', withdrawn: 'Ghi nhầm đội' })
    expect(faults).toEqual([])
    staged.cast.close()
  },
  patience,
)

test(
  'out of range is told in words, with the bound',
  async () => {
    const { staged, page } = await desk('qua-khung', 'kien-thuc/ea-ngai/marking')
    await page.fill('[data-field=tally-ly-thuyet]', '16')
    await page.keyboard.press('Enter')
    const notice = page.locator('[data-part=notices] [data-tone=refused]')
    await notice.waitFor()
    expect(await notice.textContent()).toContain('15')
    expect(await notice.textContent()).not.toMatch(/[a-z]+-[a-z]+-[a-z]+/)
    await page.click('[data-act=close-notice]')
    staged.cast.close()
  },
  patience,
)

test(
  'what is missing is red until the judge is excused, with a reason',
  async () => {
    const { staged, page } = await desk('mien-cham', 'chao-hoi/ea-ngai/marking')
    const cell = page.locator('[data-part=score-table] [data-team=ea-ngai] [data-judge=gk2]')
    expect(await cell.getAttribute('data-cell')).toBe('missing')
    const row = page.locator('[data-part=sheets] [data-judge=gk2]')
    await row.locator('summary').click()
    await row.locator('[data-act=excuse]').click()
    await page.click('text=Liên quan đến đội thi')
    await hold(page, 'confirm-excuse')
    await page.waitForSelector('[data-part=score-table] [data-team=ea-ngai] [data-judge=gk2][data-cell=excused]')
    expect(staged.cast.secretary.entry('excused/chao-hoi/ea-ngai/gk2', textEntry)).toBe('Liên quan đến đội thi')

    await row.locator('[data-act=end-excuse]').click()
    await page.fill('[name=reason]', 'Đã rà lại, không liên quan')
    await hold(page, 'confirm-end-excuse')
    await page.waitForSelector('[data-part=score-table] [data-team=ea-ngai] [data-judge=gk2][data-cell=missing]')
    staged.cast.close()
  },
  patience,
)

test(
  'a paper sheet waits for approval',
  async () => {
    const { staged, page } = await desk('phieu-giay', 'chao-hoi/ea-ngai/marking')
    const row = page.locator('[data-part=sheets] [data-judge=gk3]')
    await row.locator('summary').click()
    await row.locator('[data-act=paper]').click()
    for (const [field, mark] of [
      ['noi-dung', '9,25'],
      ['hinh-thuc', '5'],
      ['trang-phuc', '3,5'],
    ]) {
      await page.fill(`[data-field=paper-${field}]`, mark ?? '')
    }
    expect(await page.locator('[data-dialog=paper] strong').textContent()).toBe('17,75')
    await page.click('text=Điện thoại hỏng')
    await page.click('[data-act=confirm-paper]')
    await page.waitForSelector('[data-dialog=paper]', { state: 'detached' })
    await page.click('[data-tab=requests]')
    await page.waitForSelector('[data-part=requests] [data-status=waiting]')
    expect(staged.cast.secretary.entry('request/1', requestEntry)?.act.kind).toBe('enter-sheet')
    staged.cast.close()
  },
  patience,
)

test(
  'the order is arranged and saved as a whole, drawn by the hub; a called team keeps its place',
  async () => {
    const { staged, page } = await desk('thu-tu', 'chao-hoi/ea-ngai/intro')
    await page.click('[data-tab=order]')
    const round = page.locator('[data-order=chao-hoi]')
    const items = () =>
      round.locator('[data-item]').evaluateAll((lines) => lines.map((line) => line.getAttribute('data-item')))
    expect(await round.locator('[data-item=ea-ngai]').textContent()).toContain('đã mời')
    await round.getByRole('button', { name: 'Đưa Thị trấn Tây Đằng lên' }).click()
    expect((await items()).slice(0, 3)).toEqual(['ea-ngai', 'tay-dang', 'quan-su'])
    await round.locator('[data-act=save-order]').click()
    await recorded(page)
    expect((await items()).slice(0, 3)).toEqual(['ea-ngai', 'tay-dang', 'quan-su'])

    await round.locator('[data-act=draw-order]').click()
    await hold(page, 'confirm-draw')
    await page.waitForSelector('[data-dialog=draw-order]', { state: 'detached' })
    expect((await items())[0]).toBe('ea-ngai')
    expect(new Set(await items()).size).toBe(6)
    staged.cast.close()
  },
  patience,
)

test(
  'a note is kept, a team may withdraw',
  async () => {
    const { staged, page } = await desk('rut-lui', 'chao-hoi/line-up')
    await page.click('[data-tab=notes]')
    await page.fill('[data-field=note]', 'Micro bàn 2 mất tiếng')
    await page.click('[data-act=add-note]')
    await page.waitForSelector('[data-part=notes] >> text=Micro bàn 2 mất tiếng')
    await page.click('[data-tab="round/tieu-pham"]')
    await page.click('[data-team=nong-dan] [data-act=choose-team]')
    await page.click('[data-act=withdraw-team]')
    await page.fill('[name=reason]', 'Xe hỏng trên đường')
    await hold(page, 'confirm-withdraw-team')
    await page.waitForSelector('[data-part=team-panel] >> text=Xe hỏng trên đường')
    expect(staged.cast.secretary.entry('withdrawn/nong-dan', withdrawnEntry)).toEqual({
      reason: 'Xe hỏng trên đường',
      disqualified: false,
    })
    staged.cast.close()
  },
  patience,
)
