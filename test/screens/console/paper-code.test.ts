/** The code of a blank sheet: what is read from it, and where it leads in a real browser against a real hub. */
import { paperAddress } from '@bang-diem/server/documents/parts/paper-address.ts'
import type { Page } from '@playwright/test'
import { describe, expect, test } from 'vitest'
import { readPaperCode } from '../../../mc-console/src/desks/secretary/paper-code.ts'
import { openPage } from './browser.ts'
import { smallContest } from './contests.ts'
import { patience, stageForTests } from './page-test.ts'
import { stageAt } from './staged.ts'

const stage = stageForTests()
const place = { round: 'chao-hoi', team: 'ea-ngai', judge: 'gk3' }

function addressOf(contest: string, of = place): string {
  return paperAddress({ state: { contest }, publicUrl: stage.hub().url }, of)
}

async function scan(page: Page, code: string): Promise<void> {
  await page.fill('[name=paper-code]', code)
  await page.keyboard.press('Enter')
}

const dialog = '[data-dialog=paper]'

describe('W-39: what a code says', () => {
  const known = { rounds: [{ id: 'chao-hoi' }], teams: [{ id: 'ea-ngai' }], judges: [{ id: 'gk3' }] }
  const address = 'http://192.168.1.5:8080/console/?contest=hoi-thi&sheet=chao-hoi%2Fea-ngai%2Fgk3'
  const wrong = (why: string) => ({ ok: false, wrong: why })

  test.each([
    [address, { ok: true, place }],
    [address.toUpperCase(), { ok: true, place }],
    [`  ${address}#\r\n`, { ok: true, place }],
    ['chao-hoi · ea-ngai · gk3', { ok: true, place }],
    ['chao-hoi/ea-ngai/GK3', { ok: true, place }],
    [address.replace('contest=hoi-thi', 'contest=hoi-khac'), wrong('foreign')],
    [address.replace('gk3', 'gk9'), wrong('unknown')],
    [address.replace('chao-hoi', 'ca-hat'), wrong('unknown')],
    [address.replace('console', 'cónole').replace('sheet', 'shêt'), wrong('unreadable')],
    ['http://192.168.1.5:8080/console/', wrong('unreadable')],
    ['chao-hoi/ea-ngai', wrong('unreadable')],
    ['', wrong('unreadable')],
  ])('%s', (typed, read) => {
    expect(readPaperCode(typed, 'hoi-thi', known)).toEqual(read)
  })
})

test(
  'W-39: the address on the paper leads the secretary to the form of that sheet, once',
  async () => {
    const staged = await stageAt(stage.hub(), { ...smallContest, id: 'ma-phieu' }, 'kien-thuc/tay-dang/intro')
    const { page, faults } = await openPage(stage.browser(), staged.created.links.secretary)
    await page.waitForSelector('[data-desk=secretary]')
    await page.goto(addressOf('ma-phieu', { ...place, round: 'tieu-pham' }))
    await page.waitForSelector('[data-panel="round/tieu-pham"] [data-part=team-panel][data-team=ea-ngai]')
    expect(await page.locator(`${dialog} h2`).textContent()).toBe('Phiếu giấy của GK3 Y Bhem Niê, đội Ea Ngai')
    expect(new URL(page.url()).search).toBe('')
    await page.keyboard.press('Escape')
    await page.reload()
    await page.waitForSelector('[data-panel="round/kien-thuc"]')
    expect(await page.locator(dialog).count()).toBe(0)

    // A sheet that is in is shown, and not asked for again.
    await scan(page, addressOf('ma-phieu'))
    await page.waitForSelector('[data-panel="round/chao-hoi"] [data-part=sheets] [data-judge=gk3] details[open] dl')
    expect(await page.locator(dialog).count()).toBe(0)
    expect(faults).toEqual([])
    staged.cast.close()
  },
  patience,
)

test(
  'W-39: a scanner types sheet after sheet; a wrong code says so',
  async () => {
    const staged = await stageAt(stage.hub(), { ...smallContest, id: 'may-quet' }, 'chao-hoi/ea-ngai/marking')
    const { page, faults } = await openPage(stage.browser(), staged.created.links.secretary)
    await page.waitForSelector('[data-desk=secretary]')
    // The field has the focus again when the form is gone.
    await page.focus('[name=paper-code]')
    for (const [judge, name] of [
      ['gk2', 'GK2 Trần Văn Minh'],
      ['gk5', 'GK5 H’Loan Êban'],
    ] as const) {
      await page.keyboard.type(`${addressOf('may-quet', { ...place, judge }).toUpperCase()}\n`)
      await page.waitForSelector(`${dialog} >> text=Phiếu giấy của ${name}`)
      await page.keyboard.press('Escape')
      await page.waitForSelector(dialog, { state: 'detached' })
    }
    const notice = page.locator('[data-part=notices] [data-tone=refused]')
    for (const [code, says] of [
      ['xin chào', 'Không nhận ra mã phiếu này'],
      [addressOf('hoi-khac'), 'Phiếu này của hội thi khác'],
      [addressOf('may-quet', { ...place, team: 'doi-la' }), 'Hội thi này không có phiếu ấy'],
    ] as const) {
      await scan(page, code)
      expect(await notice.textContent()).toContain(says)
      await page.click('[data-act=close-notice]')
    }
    expect(await page.locator(dialog).count()).toBe(0)
    expect(faults).toEqual([])
    staged.cast.close()
  },
  patience,
)

test(
  'W-39: another seat and a stranger get their usual page',
  async () => {
    const staged = await stageAt(stage.hub(), { ...smallContest, id: 'nguoi-la' }, 'chao-hoi/ea-ngai/marking')
    const mc = await openPage(stage.browser(), staged.created.links.mc)
    await mc.page.waitForSelector('[data-desk=mc]')
    await mc.page.goto(addressOf('nguoi-la'))
    await mc.page.waitForSelector('[data-desk=mc]')
    const stranger = await openPage(stage.browser(), addressOf('nguoi-la'))
    await stranger.page.waitForSelector('[data-page=welcome]')
    expect([...mc.faults, ...stranger.faults]).toEqual([])
    staged.cast.close()
  },
  patience,
)
