/** The papers at the desks, in a real browser against a real hub: what is listed, what a press makes, and what is said where it makes nothing. */
import { readFileSync } from 'node:fs'
import type { Page, Route } from '@playwright/test'
import { expect, test } from 'vitest'
import { pageTexts } from '../../documents/read-pdf.ts'
import { hold, openPage, soon } from './browser.ts'
import { smallContest, twoStageContest } from './contests.ts'
import { patience, stageForTests } from './page-test.ts'
import { byNumber, stageAt } from './staged.ts'

const stage = stageForTests()

/** Presses, and reads the PDF that the hub made for the tab that opened. */
async function pressed(page: Page, button: string): Promise<string> {
  let bytes = Buffer.alloc(0)
  const keep = async (route: Route) => {
    const response = await route.fetch()
    bytes = Buffer.from(await response.body())
    await route.fulfill({ response })
  }
  await page.route(/\/documents\/[^?]+\.pdf/, keep, { times: 1 })
  const [tab] = await Promise.all([page.waitForEvent('popup'), page.click(button)])
  await expect.poll(() => tab.url(), soon).toContain('blob:')
  expect(bytes.subarray(0, 4).toString()).toBe('%PDF')
  await tab.close()
  return pageTexts(bytes).join(' ').normalize('NFC').replace(/\s+/g, ' ')
}

async function openPapers(page: Page): Promise<void> {
  await page.waitForSelector('[data-desk]')
  await page.click('[data-tab=papers]')
  await page.waitForSelector('[data-paper]')
}

/** Everything in it happens by itself. */
const contestWithAwards = {
  ...twoStageContest,
  stages: twoStageContest.stages.map((each) => ({ ...each, awards: each.awards.filter(({ by }) => by !== 'picked') })),
}

const paper = (group: string, name: string) => `[data-group="${group}"] [data-paper=${name}]`
const press = (group: string, name: string, format = 'pdf') => `${paper(group, name)} [data-format=${format}]`

test(
  'W-35, W-36: what a document waits for stands in words until it is there, and then a press makes it',
  async () => {
    const staged = await stageAt(stage.hub(), { ...smallContest, id: 'giay-to' }, 'chao-hoi/ea-ngai/marking')
    const { page, faults } = await openPage(stage.browser(), staged.created.links.secretary)
    await openPapers(page)
    const groups = page.locator('[data-part=papers] section')
    expect(await groups.evaluateAll((all) => all.map((one) => one.getAttribute('data-group')))).toEqual([
      'before',
      'chao-hoi',
      'kien-thuc',
      'tieu-pham',
      'chung-ket',
    ])
    // Cards are made from links, which the organiser's page alone has.
    expect(await page.locator('[data-paper=judge-cards]').count()).toBe(0)
    const sheets = page.locator(paper('chao-hoi', 'score-sheets'))
    expect(await sheets.locator('button').isDisabled()).toBe(true)
    expect(await sheets.locator('[data-part=lacks]').textContent()).toContain('Ea Ngai: chờ 5 phiếu: GK1, GK2')
    expect(await sheets.locator('summary').textContent()).toContain('và 5 việc nữa')
    const minutes = page.locator(paper('chung-ket', 'minutes'))
    expect(await minutes.locator('[data-part=lacks]').textContent()).toMatch(/chưa xác nhận kết quả/i)
    expect(await pressed(page, press('before', 'rules'))).toContain('Màn chào hỏi')
    expect(await pressed(page, '[data-group=before] [data-act=paper-score-sheets-blank] >> nth=0')).toContain('GK5')

    // The list follows the view.
    for (const judge of ['gk3', 'gk4', 'gk5']) {
      await staged.cast.head.must({
        type: 'excuse',
        round: 'chao-hoi',
        team: 'ea-ngai',
        judge,
        reason: 'Mất điện',
      })
    }
    await sheets.locator('text=Ea Ngai: chờ 2 phiếu: GK1 Nguyễn Thị Lan, GK2 Trần Văn Minh').waitFor()
    expect(faults).toEqual([])
    staged.cast.close()
  },
  patience,
)

test(
  'W-36: where one stands a press makes totals and sheets, or says what is missing',
  async () => {
    const staged = await stageAt(stage.hub(), { ...smallContest, id: 'tai-cho' }, 'kien-thuc/ea-ngai/marking')
    const { page, faults } = await openPage(stage.browser(), staged.created.links.secretary)
    await page.waitForSelector('[data-panel="round/kien-thuc"]')
    const [tab] = await Promise.all([page.waitForEvent('popup'), page.click('[data-act=paper-round-totals]')])
    const notice = page.locator('[data-part=notices] [data-tone=refused]')
    await notice.waitFor()
    expect(await notice.textContent()).toMatch(/Chưa in được: .*chờ 5 phiếu: GK1, GK2.*và \d việc nữa/)
    if (!tab.isClosed()) await tab.waitForEvent('close')
    // Chromium writes every answer of 409 into its console.
    expect(faults.splice(0).filter((fault) => !fault.includes('409'))).toEqual([])

    await page.click('[data-tab="round/chao-hoi"]')
    expect(await pressed(page, '[data-act=paper-round-totals]')).toContain('BẢNG TỔNG HỢP')
    expect(await pressed(page, '.papers [data-act=paper-score-sheets]')).toContain('Trần Văn Minh')
    await page.click('[data-team=ea-ngai] [data-act=choose-team]')
    const row = page.locator('[data-part=sheets] [data-judge=gk2]')
    await row.locator('summary').click()
    const sheet = await pressed(page, '[data-part=sheets] [data-judge=gk2] [data-act=paper-score-sheets]')
    expect(sheet).toContain('Trần Văn Minh')
    expect(sheet).not.toContain('Nguyễn Thị Lan')
    expect(faults).toEqual([])
    staged.cast.close()
  },
  patience,
)

test(
  'W-35, W-37: a certified stage shows its version; its minutes take a number, its tables are saved under a good name',
  async () => {
    const staged = await stageAt(stage.hub(), { ...contestWithAwards, id: 'da-chot' }, null, byNumber)
    const { page, faults } = await openPage(stage.browser(), staged.created.links.secretary)
    await openPapers(page)
    expect(await page.textContent('[data-group=chung-ket] [data-part=certified]')).toMatch(
      /^phiên bản 1 · \d+-[0-9A-F]{4}$/,
    )
    await page.fill('[data-group=chung-ket] [name=paper-number]', '0a7')
    expect(await pressed(page, press('chung-ket', 'minutes'))).toContain('07-BB')
    const [saved] = await Promise.all([page.waitForEvent('download'), page.click(press('chung-ket', 'awards', 'xlsx'))])
    expect(saved.suggestedFilename()).toBe('da-chot-danh-sach-dat-giai-chung-ket.xlsx')
    expect(
      readFileSync(await saved.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')

    await page.click('[data-tab=standings]')
    const standings = '[data-stage=chung-ket]'
    expect(await pressed(page, `[data-act=paper-awards]${standings}`)).toContain('Giải Nhất')
    await page.locator(`[data-part=standings]${standings} [data-act=explain]`).first().click()
    const why = await pressed(page, '[data-dialog=explanation] [data-act=paper-explanations]')
    expect(why).toContain('Tài năng')
    await page.keyboard.press('Escape')
    expect(faults).toEqual([])
    staged.cast.close()
  },
  patience,
)

test(
  'W-36: a browser that opens no PDF saves it',
  async () => {
    const staged = await stageAt(stage.hub(), { ...smallContest, id: 'khong-xem' }, '')
    const { page } = await openPage(stage.browser(), staged.created.links.secretary)
    await openPapers(page)
    await page.evaluate(() => Object.defineProperty(navigator, 'pdfViewerEnabled', { value: false }))
    const [saved] = await Promise.all([page.waitForEvent('download'), page.click(press('before', 'rules'))])
    expect(saved.suggestedFilename()).toBe('khong-xem-the-le-cham-diem.pdf')
    staged.cast.close()
  },
  patience,
)

test(
  'W-38: cards are made of the links that this page was handed, and say what is needed without them',
  async () => {
    const staged = await stageAt(stage.hub(), { ...smallContest, id: 'the-giam-khao' }, '')
    const { page, faults } = await openPage(stage.browser(), staged.created.links.console)
    const cards = '[data-act=paper-judge-cards]'
    await page.waitForSelector(cards)
    expect(await page.isDisabled(cards)).toBe(true)
    await openPapers(page)
    expect(await page.textContent(paper('before', 'judge-cards'))).toContain('mục Liên kết')

    await page.click('[data-tab=links]')
    await page.click('[data-act=issue-all]')
    await hold(page, 'confirm-issue')
    await expect.poll(() => page.locator('[data-seat^="judge:"] [data-part=link]').count(), soon).toBe(5)
    const text = await pressed(page, cards)
    expect(text.match(/GK\d/g)).toEqual(['GK1', 'GK2', 'GK3', 'GK4', 'GK5'])
    expect(text.replaceAll(' ', '')).toContain('#code=the-giam-khao.')
    await openPapers(page)
    expect(await page.isEnabled(press('before', 'judge-cards'))).toBe(true)
    expect(faults).toEqual([])
    staged.cast.close()
  },
  patience,
)
