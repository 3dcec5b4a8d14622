/** The head judge's desk in a real browser against a real hub: approving, excusing, breaking a tie, certifying. */

import { requestEntry } from '@bang-diem/shared/views/desk-entries.ts'
import { certifiedEntry } from '@bang-diem/shared/views/show-entries.ts'
import { expect, test } from 'vitest'
import { hold, openPage } from './browser.ts'
import { headlessContest, smallContest } from './contests.ts'
import { patience, stageForTests } from './page-test.ts'
import { deskOfHead, everySheetAlike, stageAt, upToCertify } from './staged.ts'

const stage = stageForTests()

test(
  'a request is approved by holding, or declined with a reason',
  async () => {
    const staged = await stageAt(stage.hub(), { ...smallContest, id: 'duyet' }, 'chao-hoi/ea-ngai/score')
    const where = { round: 'chao-hoi', team: 'quan-su' }
    await staged.cast.mc.must({ type: 'take', cue: 'chao-hoi/quan-su/intro', onAir: 'chao-hoi/ea-ngai/score' })
    await staged.cast.mc.must({ type: 'take', cue: 'chao-hoi/quan-su/perform', onAir: 'chao-hoi/quan-su/intro' })
    const marks = { 'noi-dung': '8', 'hinh-thuc': '5', 'trang-phuc': '3' }
    for (const judge of ['gk2', 'gk3']) {
      await staged.cast.judges.get(judge)?.must({ type: 'submitSheet', ...where, run: 0, revision: 0, marks })
      await staged.cast.judges.get(judge)?.must({ type: 'requestReopen', ...where, reason: 'Nhầm dòng' })
    }
    const { page, faults } = await openPage(stage.browser(), deskOfHead(staged))
    await page.locator('[data-request="1"] [data-act=approve]').click()
    await hold(page, 'confirm-approve')
    await page.locator('[data-request="2"] [data-act=decline]').click()
    await page.fill('[name=reason]', 'Không đủ căn cứ')
    await hold(page, 'confirm-decline')
    await page.waitForSelector('text=Không có yêu cầu nào đang chờ.')
    expect(staged.cast.secretary.entry('request/1', requestEntry)?.status).toBe('approved')
    expect(staged.cast.secretary.entry('request/2', requestEntry)?.status).toBe('declined')
    expect(faults).toEqual([])
    staged.cast.close()
  },
  patience,
)

test(
  'a sheet that was opened again stays with its marks, with why, and with whoever sat in the seat then',
  async () => {
    const staged = await stageAt(stage.hub(), { ...smallContest, id: 'phieu-cu' }, 'chao-hoi/quan-su/perform')
    const { cast } = staged
    const place = { round: 'chao-hoi', team: 'quan-su' }
    const judge = cast.judges.get('gk2')
    const marks = (first: string) => ({ 'noi-dung': first, 'hinh-thuc': '5', 'trang-phuc': '3' })
    await judge?.must({ type: 'submitSheet', ...place, run: 0, revision: 0, marks: marks('8.25') })
    await judge?.must({ type: 'requestReopen', ...place, reason: 'Nhầm dòng' })
    await cast.head.must({ type: 'approve', request: '1' })
    const { page, faults } = await openPage(stage.browser(), deskOfHead(staged))
    const former = page.locator('[data-part=former-sheets]')
    // Whoever still marks the team sees nobody's marks of it.
    await page.waitForSelector('[data-part=waiting], [data-part=still-to-perform]')
    expect(await former.count()).toBe(0)
    await cast.head.must({ type: 'submitSheet', ...place, run: 0, revision: 0, marks: marks('7') })
    await former.locator('summary').click()
    const versions = former.locator('[data-sheet="chao-hoi/quan-su/gk2"] [data-revision]')
    expect(await versions.count()).toBe(1)
    const before = await versions.first().innerText()
    expect(before).toMatch(/8,25[\s\S]*đề nghị mở lại lúc .*: Nhầm dòng[\s\S]*duyệt lúc/)
    expect(await former.innerText()).toContain('Bản mới chưa nộp')

    const name = 'Y Thuận Niê Kđăm'
    await cast.organiser.must({ type: 'replaceJudge', judge: 'gk2', name })
    await judge?.must({ type: 'submitSheet', ...place, run: 0, revision: 1, marks: marks('9.5') })
    await versions.nth(1).waitFor()
    const [then, now] = await versions.allInnerTexts()
    expect(then).toContain(`người chấm: ${smallContest.judges.find(({ id }) => id === 'gk2')?.name}`)
    expect(now).toContain('9,5')
    expect(now).not.toContain('người chấm')
    expect(await former.innerText()).not.toContain('Bản mới chưa nộp')
    expect(faults).toEqual([])
    cast.close()
  },
  patience,
)

test(
  'before the end: others’ totals are nowhere, a missing judge may be excused',
  async () => {
    const staged = await stageAt(stage.hub(), { ...smallContest, id: 'giua-buoi' }, 'chao-hoi/ea-ngai/marking')
    const { page } = await openPage(stage.browser(), deskOfHead(staged))
    await page.waitForSelector('[data-part=waiting]')
    expect(await page.locator('[data-act=certify]').isDisabled()).toBe(true)
    expect(await page.locator('[data-part=still-to-perform]').textContent()).toContain('17')
    await page.click('[data-act=excuse][data-judge=gk5]')
    await page.click('text=Đến muộn')
    await hold(page, 'confirm-excuse')
    await page.waitForSelector('[data-act=excuse][data-judge=gk5]', { state: 'detached' })
    staged.cast.close()
  },
  patience,
)

test(
  'a tie is decided, the table is seen, and certified by holding',
  async () => {
    const definition = { ...smallContest, id: 'bang-diem' }
    const staged = await stageAt(stage.hub(), definition, upToCertify(definition), everySheetAlike(definition))
    const { page, faults } = await openPage(stage.browser(), deskOfHead(staged))
    await page.waitForSelector('[data-part=tie]')
    expect(await page.locator('[data-act=certify]').isDisabled()).toBe(true)
    const tie = page.locator('[data-part=tie]')
    await tie.getByRole('button', { name: 'Đưa Thị trấn Tây Đằng lên' }).click()
    await tie.locator('text=Bốc thăm').click()
    await hold(page, 'break-tie')
    await page.waitForSelector('[data-act=certify]:enabled')
    await page.click('[data-act=certify]')
    expect(await page.locator('[data-dialog=certify] tbody tr').count()).toBe(6)
    await hold(page, 'confirm-certify')
    await page.waitForSelector('[data-part=certified]')
    expect(staged.cast.secretary.entry('certified/chung-ket', certifiedEntry)).toBeDefined()
    expect(faults).toEqual([])
    staged.cast.close()
  },
  patience,
)

test(
  'without a head judge the organiser certifies',
  async () => {
    const staged = await stageAt(stage.hub(), headlessContest, upToCertify(headlessContest))
    const { page } = await openPage(stage.browser(), staged.created.links.console)
    await page.click('[data-tab=results]')
    await page.click('[data-act=certify]')
    await hold(page, 'confirm-certify')
    await page.waitForSelector('[data-part=certified]')
    staged.cast.close()
  },
  patience,
)

test(
  'a judge who does not head the jury is shown the way to the marking page',
  async () => {
    const staged = await stageAt(stage.hub(), { ...smallContest, id: 'nham-trang' }, '')
    const link = (staged.created.links.judges.gk2 ?? '').replace('/judge/', '/console/')
    const { page } = await openPage(stage.browser(), link)
    await page.waitForSelector('a[href="/judge/"]')
    expect(await page.locator('[data-desk]').count()).toBe(0)
    staged.cast.close()
  },
  patience,
)
