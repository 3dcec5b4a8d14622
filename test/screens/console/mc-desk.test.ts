/** The MC's desk in a real browser against a real hub: moving on, stepping back, being blocked, losing the hub. */

import { onAirEntry } from '@bang-diem/shared/views/show-entries.ts'
import type { Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { hold, openPage } from './browser.ts'
import { smallContest } from './contests.ts'
import { freshHub } from './fresh-hub.ts'
import { patience, stageForTests } from './page-test.ts'
import { type Staged, stageAt } from './staged.ts'

const stage = stageForTests()

function contest(id: string) {
  return { ...smallContest, id }
}

const next = (page: Page) => page.locator('[data-act=next]')
const cueOf = (page: Page) => next(page).getAttribute('data-cue')
const onAir = ({ cast }: Staged) => cast.secretary.entry('on-air', onAirEntry)

async function untilNext(page: Page, cue: string): Promise<void> {
  await page.waitForSelector(`[data-act=next][data-cue="${cue}"]`)
}

test(
  'Next takes the cue that it names; a clicker and Space do the same; a double click never jumps twice',
  async () => {
    const staged = await stageAt(stage.hub(), contest('di-tiep'), '')
    const { page, faults } = await openPage(stage.browser(), staged.created.links.mc)
    await untilNext(page, 'chung-ket/title')
    await next(page).dblclick()
    await untilNext(page, 'chao-hoi/line-up')
    await page.waitForTimeout(900)
    expect(await cueOf(page)).toBe('chao-hoi/line-up')

    await page.keyboard.press('PageDown')
    await untilNext(page, 'chao-hoi/ea-ngai/intro')
    await page.waitForTimeout(800)
    await page.locator('body').press(' ')
    await untilNext(page, 'chao-hoi/ea-ngai/perform')
    expect(await next(page).textContent()).toContain('Bắt đầu phần thi, bấm giờ')
    await page.waitForTimeout(800)
    await page.keyboard.press('ArrowRight')
    await page.waitForSelector('[data-part=stopwatch][data-running=true]')
    expect(faults).toEqual([])
    staged.cast.close()
  },
  patience,
)

test(
  'Back says what it takes away, must be held, and takes away one thing',
  async () => {
    const staged = await stageAt(stage.hub(), contest('lui-lai'), 'chao-hoi/ea-ngai/intro')
    const { page } = await openPage(stage.browser(), staged.created.links.mc)
    await untilNext(page, 'chao-hoi/ea-ngai/perform')
    await page.keyboard.press('PageUp')
    const dialog = page.locator('[data-dialog=back]')
    expect(await dialog.textContent()).toContain('Mời đội Ea Ngai – Màn chào hỏi')
    // A click, or the Next key while the question stands, does nothing.
    await page.click('[data-act=confirm-back]')
    await page.keyboard.press('PageDown')
    expect(onAir(staged)).toBe('chao-hoi/ea-ngai/intro')
    await hold(page, 'confirm-back')
    await untilNext(page, 'chao-hoi/ea-ngai/intro')
    expect(onAir(staged)).toBe('chao-hoi/line-up')
    staged.cast.close()
  },
  patience,
)

test(
  'blocked: the button names who is missing; the score may be left for later and taken when it is complete',
  async () => {
    const staged = await stageAt(stage.hub(), contest('cho-phieu'), 'chao-hoi/ea-ngai/marking')
    const { page } = await openPage(stage.browser(), staged.created.links.mc)
    await untilNext(page, 'chao-hoi/ea-ngai/score')
    expect(await next(page).isDisabled()).toBe(true)
    const why = await page.locator('[data-part=why-not]').textContent()
    expect(why).toContain('GK1 Nguyễn Thị Lan')
    expect(why).toContain('chưa ghi thời gian')

    await page.click('[data-act=later]')
    await untilNext(page, 'chao-hoi/quan-su/perform')
    const pending = page.locator('[data-act=take-pending]')
    expect(await pending.isDisabled()).toBe(true)

    const marks = { 'noi-dung': '8.25', 'hinh-thuc': '5', 'trang-phuc': '4' }
    const sheet = { round: 'chao-hoi', team: 'ea-ngai', run: 0, revision: 0, marks } as const
    for (const judge of staged.cast.judges.values()) await judge.must({ type: 'submitSheet', ...sheet })
    await staged.cast.secretary.must({ type: 'recordTime', round: 'chao-hoi', team: 'ea-ngai', seconds: 250 })
    // What is not announced is nowhere on the page, in no attribute and in no script's state that is drawn.
    expect(await page.content()).not.toMatch(/17[.,]25/)
    await pending.click()
    await page.waitForSelector('[data-part=on-screen][data-scene=score]')
    expect(await page.locator('[data-part=on-screen]').textContent()).toContain('17,25')
    staged.cast.close()
  },
  patience,
)

test(
  'somebody else moved on: the page says so and does not jump',
  async () => {
    const staged = await stageAt(stage.hub(), contest('nguoi-khac'), '')
    const { page } = await openPage(stage.browser(), staged.created.links.mc)
    await untilNext(page, 'chung-ket/title')
    const second = await openPage(stage.browser(), staged.created.links.mc)
    await page.waitForSelector('[data-part=taken-over]')
    expect(await next(page).isDisabled()).toBe(true)
    await untilNext(second.page, 'chung-ket/title')
    await page.click('[data-act=use-this-device]')
    await page.waitForSelector('[data-act=next]:enabled')
    await second.page.waitForSelector('[data-part=taken-over]')
    staged.cast.close()
  },
  patience,
)

test(
  'scenes by hand leave the rundown where it is',
  async () => {
    const staged = await stageAt(stage.hub(), contest('chieu-rieng'), 'chao-hoi/line-up')
    const { page } = await openPage(stage.browser(), staged.created.links.mc)
    await untilNext(page, 'chao-hoi/ea-ngai/intro')
    await page.click('[data-act=show-stand-by]')
    await page.waitForSelector('[data-part=on-screen][data-scene=stand-by]')
    expect(await cueOf(page)).toBe('chao-hoi/ea-ngai/intro')
    await page.keyboard.press('ArrowLeft')
    expect(await page.locator('[data-dialog=back]').textContent()).toContain('Màn hình chờ')
    staged.cast.close()
  },
  patience,
)

test(
  'without the hub the button is disabled and says why',
  async () => {
    const dying = await freshHub()
    const staged = await stageAt(dying, contest('mat-ket-noi'), '')
    const { page } = await openPage(stage.browser(), staged.created.links.mc)
    await untilNext(page, 'chung-ket/title')
    staged.cast.close()
    await dying.kill()
    await page.waitForSelector('[data-part=health][data-status=lost]')
    expect(await next(page).isDisabled()).toBe(true)
    expect(await page.locator('[data-part=why-not]').textContent()).toContain('Không có kết nối')
    await dying.end()
  },
  patience,
)
