/** The organiser's home and desk in a real browser against a real hub: creating, links, replacing, reopening, redefining, the ledger. */
import { readFileSync } from 'node:fs'
import { bytesOf } from '@bang-diem/server/workbooks/write-workbook.ts'
import { sheetsOf } from '@bang-diem/shared/contest/workbook/export.ts'
import { requestEntry } from '@bang-diem/shared/views/desk-entries.ts'
import { judgeEntry } from '@bang-diem/shared/views/show-entries.ts'
import type { Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { hold, openPage } from './browser.ts'
import { smallContest } from './contests.ts'
import { patience, stageForTests } from './page-test.ts'
import { stageAt } from './staged.ts'

const stage = stageForTests()
const file = (name: string, content: unknown) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
})

const workbook = async (name: string, definition: typeof smallContest) => ({
  name,
  // What a browser says on a machine that knows no spreadsheets.
  mimeType: '',
  buffer: await bytesOf(sheetsOf(definition, 'vi')),
})

/** A hub without contests opens the form by itself. */
async function openForm(page: Page): Promise<void> {
  await page.waitForSelector('[data-contest], [data-part=create]')
  if ((await page.locator('[data-part=create]').count()) === 0) await page.click('[data-act=new-contest]')
  await page.waitForSelector('[name=title]')
}

test(
  'from the key to a contest with its links',
  async () => {
    const hub = stage.hub()
    const { page, faults } = await openPage(stage.browser(), `${hub.url}/console/#key=${hub.organiserKey}`)
    expect(new URL(page.url()).hash).toBe('')
    await openForm(page)
    await page.fill('[name=title]', 'Hội thi thử')
    await page.fill('[name=id]', 'hoi-thi-thu')
    await page.fill('[name=teams]', '1. Đội Một | Một\n2. Đội Hai | Hai')
    await page.fill('[name=judges]', 'Lan\n* Minh | Trưởng ban\nPhúc')
    await page.click('[data-act=create-contest]')
    await page.waitForSelector('[data-desk=organiser]')
    const links = await page.locator('[data-part=link]').allTextContents()
    // The display, three desks, three judges, and the head judge's desk.
    expect(links).toHaveLength(8)
    expect(links.filter((link) => link.includes('/judge/#code=hoi-thi-thu.'))).toHaveLength(3)
    await page.locator('[data-seat=mc] [data-act=show-code]').click()
    await page.waitForSelector('[data-dialog=qr-code] svg')
    await page.keyboard.press('Escape')

    expect(await page.locator('[data-act=paper-judge-cards]').isEnabled()).toBe(true)

    // A reload stays at the desk and keeps the links; from the home it opens again by the link that this tab holds.
    await page.reload()
    await page.waitForSelector('[data-desk=organiser] [data-part=link]')
    expect(await page.locator('[data-part=link]').count()).toBe(8)
    await page.click('[data-act=home]')
    await page.click('[data-contest=hoi-thi-thu] [data-act=open-contest]')
    await page.waitForSelector('[data-desk=organiser] [data-part=link]')
    expect(faults).toEqual([])
  },
  patience,
)

test(
  'a file with faults: every problem is listed with its place, in words',
  async () => {
    const hub = stage.hub()
    const { page } = await openPage(stage.browser(), `${hub.url}/console/#key=${hub.organiserKey}`)
    await openForm(page)
    const broken = { ...smallContest, id: 'Sai Mã', judges: [] }
    await page.setInputFiles('[data-field=definition-file]', file('sai.json', broken))
    await page.waitForSelector('[data-part=problems] [data-path=id]')
    expect(await page.locator('[data-part=problems] [data-path=judges]').textContent()).toContain('Giám khảo')
    await page.setInputFiles('[data-field=definition-file]', file('hong.json', '{'))
    await page.waitForSelector('[data-part=fault]')
    await page.setInputFiles('[data-field=definition-file]', file('tot.json', { ...smallContest, id: 'tu-tep' }))
    await page.waitForSelector('[data-desk=organiser]')
  },
  patience,
)

test(
  'a workbook with a fault is told with its cell; corrected it makes a contest, and comes back as a workbook',
  async () => {
    const hub = stage.hub()
    const { page } = await openPage(stage.browser(), `${hub.url}/console/#key=${hub.organiserKey}`)
    await openForm(page)
    const [empty] = await Promise.all([page.waitForEvent('download'), page.click('[data-act=empty-workbook]')])
    await page.setInputFiles('[data-field=definition-file]', await empty.path())
    await page.waitForSelector('[data-part=problems] [data-cell="Đội thi!A2"]')
    await page.setInputFiles('[data-field=definition-file]', { name: 'a.xlsx', mimeType: '', buffer: Buffer.from('a') })
    await page.waitForSelector('[data-part=problems] >> text=không phải tệp Excel')
    const id = 'tu-excel'
    await page.setInputFiles('[data-field=definition-file]', await workbook('tot.xlsx', { ...smallContest, id }))
    await page.waitForSelector('[data-desk=organiser]')

    await page.click('[data-tab=rules]')
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.click('[data-act=download-definition-xlsx]'),
    ])
    expect(saved.suggestedFilename()).toBe('tu-excel.xlsx')
    const [json] = await Promise.all([page.waitForEvent('download'), page.click('[data-act=download-definition-json]')])
    expect(JSON.parse(readFileSync(await json.path(), 'utf8'))).toEqual({ ...smallContest, id })
    const retitled = { ...smallContest, id, title: 'Đổi tên bằng Excel' }
    await page.setInputFiles('[data-field=definition-file]', await workbook('moi.xlsx', retitled))
    await hold(page, 'confirm-redefine')
    await page.waitForSelector('[data-part=health] >> text=Đổi tên bằng Excel')
  },
  patience,
)

test(
  'a wrong key is told in words',
  async () => {
    const { page } = await openPage(stage.browser(), `${stage.hub().url}/console/#key=sai-sai-sai-sai-sai`)
    await openForm(page)
    await page.waitForSelector('[name=title]')
    await page.click('[data-act=create-contest]')
    await page.waitForSelector('[data-part=fault] >> text=Khóa của Ban Tổ chức không đúng')
  },
  patience,
)

test(
  'a fresh link puts the old device out at once',
  async () => {
    const staged = await stageAt(stage.hub(), { ...smallContest, id: 'cap-lai' }, '')
    const mc = await openPage(stage.browser(), staged.created.links.mc)
    await mc.page.waitForSelector('[data-desk=mc]')
    const { page } = await openPage(stage.browser(), staged.created.links.console)
    await page.waitForSelector('[data-desk=organiser]')
    expect(await page.locator('[data-seat=mc] [data-part=link]').count()).toBe(0)
    await page.locator('[data-seat=mc] [data-act=issue-link]').click()
    await hold(page, 'confirm-issue')
    const link = await page.locator('[data-seat=mc] [data-part=link]').textContent()
    await mc.page.waitForSelector('[data-part=refused]')
    const again = await openPage(stage.browser(), link ?? '')
    await again.page.waitForSelector('[data-desk=mc]')

    // The organiser's own: this very page moves on to the fresh link.
    await page.locator('[data-seat=organiser] [data-act=issue-link]').click()
    await hold(page, 'confirm-issue')
    await page.waitForSelector('[data-seat=organiser] [data-part=link]')
    await page.waitForSelector('[data-part=health][data-status=live]')
    staged.cast.close()
  },
  patience,
)

test(
  'replacing a judge, redefining, reopening a certified stage, saving the ledger',
  async () => {
    const staged = await stageAt(stage.hub(), { ...smallContest, id: 'sau-cung' }, null)
    const { page, faults } = await openPage(stage.browser(), staged.created.links.console)
    await page.click('[data-tab=judges]')
    await page.locator('[data-judge=gk2] [data-act=replace-judge]').click()
    await page.fill('[data-field=judge-name]', 'Hồ Thị Kim')
    await hold(page, 'confirm-replace')
    await page.waitForSelector('[data-judge=gk2] >> text=Hồ Thị Kim')
    expect(staged.cast.secretary.entry('judge/gk2', judgeEntry)?.name).toBe('Hồ Thị Kim')

    await page.click('[data-tab=results]')
    await page.click('[data-act=reopen-stage]')
    await page.fill('[name=reason]', 'Khiếu nại của đội Ea Ngai')
    await hold(page, 'confirm-reopen-stage')
    await page.click('[data-tab=approve]')
    await page.waitForSelector('[data-status=waiting] >> text=Việc này cần người thứ hai duyệt.')
    expect(staged.cast.secretary.entry('request/1', requestEntry)?.act.kind).toBe('reopen-stage')

    await page.click('[data-tab=rules]')
    const faulty = { ...smallContest, id: 'sau-cung', teams: [] }
    await page.setInputFiles('[data-field=definition-file]', file('the-le.json', faulty))
    await page.waitForSelector('[data-part=problems] [data-path=teams]')
    const retitled = { ...smallContest, id: 'sau-cung', title: 'Hội thi đã đổi tên' }
    await page.setInputFiles('[data-field=definition-file]', file('the-le.json', retitled))
    await hold(page, 'confirm-redefine')
    await page.waitForSelector('[data-part=health] >> text=Hội thi đã đổi tên')

    await page.click('[data-tab=ledger]')
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-act=download-ledger]')])
    expect(download.suggestedFilename()).toBe('sau-cung.jsonl')
    expect(await page.getAttribute('[data-act=download-verifier]', 'href')).toBe('/verifier.html')
    const lines = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\n')
    expect(lines.length).toBeGreaterThan(100)
    expect(faults).toEqual([])
    staged.cast.close()
  },
  patience,
)
