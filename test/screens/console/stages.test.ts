/** The desks where stages follow each other and ties wait, in a real browser against a real hub: cuts, lots, questions, factors, awards. */

import { comingEntry, readyEntry, textEntry } from '@bang-diem/shared/views/desk-entries.ts'
import { awardEntry } from '@bang-diem/shared/views/hall-entries.ts'
import { expect, test } from 'vitest'
import { hold, openPage, soon } from './browser.ts'
import { factorContest, tieContest, twoStageContest } from './contests.ts'
import { patience, stageForTests } from './page-test.ts'
import { byNumber, deskOfHead, everySheetAlike, stageAt } from './staged.ts'

const stage = stageForTests()
const question = { by: 'question', question: 'phu', maximum: '10' }

test(
  'equal teams across a cut are decided, each group under its name, and then who comes on is settled',
  async () => {
    const definition = { ...twoStageContest, id: 'vach-cat' }
    const staged = await stageAt(stage.hub(), definition, 'vong-loai/final', everySheetAlike(definition))
    const { page, faults } = await openPage(stage.browser(), deskOfHead(staged))
    const coming = page.locator('[data-part=coming]')
    await coming.waitFor()
    await expect
      .poll(() => page.locator('[data-part=calls]').textContent(), soon)
      .toContain('2 nhóm bằng điểm chưa phân định')
    const final = page.locator('[data-part=stage][data-stage=chung-ket]')
    // Nothing is missing from a stage without teams, and yet it is not there to be certified.
    expect(await final.locator('[data-act=certify]').count()).toBe(0)
    for (const group of ['Bảng A · Bằng nhau', 'Bảng B · Bằng nhau', 'Bằng nhau']) {
      const tie = coming.locator('[data-part=cut-tie]').first()
      await expect.poll(() => tie.locator('strong').textContent(), soon).toMatch(new RegExp(`^${group}`))
      await tie.getByText('Bốc thăm', { exact: true }).click()
      await hold(page, 'decide-cut', tie)
    }
    await hold(page, 'qualify')
    await page.waitForSelector('[data-part=coming][data-settled=true]')
    expect(await coming.locator('[data-team]').count()).toBe(3)
    expect(staged.cast.secretary.entry('coming/chung-ket', comingEntry)).toMatchObject({ settled: true, tied: [] })
    expect(await page.locator('[data-part=calls]').count()).toBe(0)
    expect(faults).toEqual([])
    staged.cast.close()
  },
  patience,
)

test(
  'what waits for the head judge is told beside the requests and leads to its place',
  async () => {
    const definition = { ...twoStageContest, id: 'dan-den-noi' }
    const staged = await stageAt(stage.hub(), definition, 'ung-xu/standings', byNumber)
    const { page } = await openPage(stage.browser(), deskOfHead(staged))
    const button = page.locator('[data-stage=chung-ket] [data-act=certify]')
    await button.waitFor()
    const isSeen = () => button.evaluate((found) => found.getBoundingClientRect().bottom <= window.innerHeight)
    expect(await isSeen()).toBe(false)
    await page.click('[data-act=lead-to][data-stage=chung-ket]')
    await expect.poll(isSeen, soon).toBe(true)
    staged.cast.close()
  },
  patience,
)

test(
  'groups have their names in a working table',
  async () => {
    const staged = await stageAt(stage.hub(), { ...twoStageContest, id: 'ten-bang' }, 'vong-loai/final', byNumber)
    const { page } = await openPage(stage.browser(), staged.created.links.secretary)
    await page.click('[data-tab=standings]')
    const names = page.locator('[data-stage=vong-loai] tr.category th')
    await expect.poll(() => names.allTextContents(), soon).toEqual(['Bảng A', 'Bảng B'])
    staged.cast.close()
  },
  patience,
)

test(
  'where the rules say so the hub draws lots, and no order has to be made by hand',
  async () => {
    const definition = tieContest('boc-tham', { by: 'lot' })
    const staged = await stageAt(stage.hub(), definition, 'tai-nang/standings', everySheetAlike(definition))
    const { page } = await openPage(stage.browser(), deskOfHead(staged))
    await page.waitForSelector('[data-part=tie][data-by=lot]')
    await hold(page, 'draw-lots')
    await page.waitForSelector('[data-part=tie]', { state: 'detached' })
    await page.waitForSelector('[data-act=certify]:enabled')
    const ranks = await page.locator('[data-part=standings] tbody td:first-child').allTextContents()
    expect(ranks).toEqual(['1', '2', '3', '4'])
    staged.cast.close()
  },
  patience,
)

test(
  'a question is the secretary’s: its points part the teams, and a wrong figure can still be put right',
  async () => {
    const definition = tieContest('cau-hoi-phu', question)
    const staged = await stageAt(stage.hub(), definition, 'tai-nang/standings', everySheetAlike(definition))
    const head = await openPage(stage.browser(), deskOfHead(staged))
    await head.page.waitForSelector('[data-part=tie][data-by=question]')
    expect(await head.page.locator('[data-act=break-tie]').count()).toBe(0)

    const { page } = await openPage(stage.browser(), staged.created.links.secretary)
    await page.click('[data-tab=standings]')
    const teams = page.locator('[data-part=standings] tbody tr')
    const order = () => teams.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-team')))
    const give = async (team: string, points: string) => {
      await page.fill(`[data-field=question-${team}]`, points)
      await page.click(`[data-act=save-question-${team}]`)
      await expect
        .poll(() => staged.cast.secretary.entry(`question/chung-ket/phu/${team}`, textEntry), soon)
        .toBe(points.replace(',', '.'))
    }
    for (const [team, points] of [
      ['doi-1', '6'],
      ['doi-2', '9'],
      ['doi-3', '7'],
      ['doi-4', '8'],
    ] as const)
      await give(team, points)
    await expect.poll(order, soon).toEqual(['doi-2', 'doi-4', 'doi-3', 'doi-1'])
    await page.waitForSelector('[data-part=tie-question][data-waits=false]')
    await give('doi-1', '10')
    await expect.poll(order, soon).toEqual(['doi-1', 'doi-2', 'doi-4', 'doi-3'])
    expect(staged.cast.secretary.entry('ready/chung-ket', readyEntry)?.ties).toEqual([])
    staged.cast.close()
  },
  patience,
)

test(
  'a factor is recorded within its bounds and stands in the table under its own name',
  async () => {
    const staged = await stageAt(stage.hub(), factorContest, 'tai-nang/doi-1/marking')
    const { page } = await openPage(stage.browser(), staged.created.links.secretary)
    await page.waitForSelector('[data-part=team-panel] >> text=1 đến 3,5')
    await page.fill('[data-field=factor]', '4')
    await page.click('[data-act=save-factor]')
    await page.waitForSelector('[data-part=notices] >> text=3,5')
    await page.fill('[data-field=factor]', '2,75')
    await page.click('[data-act=save-factor]')
    await page.waitForSelector('tr[data-team=doi-1] >> text=2,75')
    expect(await page.locator('thead').textContent()).toContain('Độ khó')
    expect(staged.cast.secretary.entry('factor/tai-nang/doi-1', textEntry)).toBe('2.75')
    staged.cast.close()
  },
  patience,
)

test(
  'an award that people pick is given with a reason, taken back, and given to another',
  async () => {
    const definition = { ...twoStageContest, id: 'giai-phu' }
    const staged = await stageAt(stage.hub(), definition, 'ung-xu/standings', byNumber)
    const { page, faults } = await openPage(stage.browser(), staged.created.links.console)
    await page.click('[data-tab=results]')
    const award = page.locator('[data-award=khan-gia]')
    const pick = async (team: string) => {
      await award.locator('[data-act=pick-award]').click()
      await page.selectOption('[data-field=award-team]', team)
      await page.getByText('Khán giả bình chọn', { exact: true }).click()
      await hold(page, 'confirm-pick-award')
    }
    // Only the teams of the stage can have it.
    await award.locator('[data-act=pick-award]').click()
    const offered = page.locator('[data-field=award-team] option:not([disabled])')
    expect(await offered.evaluateAll((options) => options.map((each) => each.getAttribute('value')))).toEqual([
      'doi-1',
      'doi-2',
      'doi-5',
    ])
    await page.keyboard.press('Escape')
    await pick('doi-5')
    await expect.poll(() => award.textContent(), soon).toContain('Nguyễn Huệ hai')
    await pick('doi-5')
    await expect.poll(() => award.textContent(), soon).toContain('Chưa có đội nào')
    await pick('doi-2')
    await expect.poll(() => award.textContent(), soon).toContain('Liên quân')
    expect(await page.locator('[data-award=giai-1]').textContent()).toContain('Nguyễn Huệ')
    expect(staged.cast.secretary.entry('award/chung-ket/khan-gia', awardEntry)).toBeUndefined()
    expect(faults).toEqual([])
    staged.cast.close()
  },
  patience,
)

test(
  'a team is disqualified with a reason, and its line says that it has left',
  async () => {
    const staged = await stageAt(stage.hub(), { ...factorContest, id: 'bi-loai' }, 'tai-nang/doi-1/marking')
    const { page } = await openPage(stage.browser(), staged.created.links.secretary)
    await page.click('tr[data-team=doi-3] [data-act=choose-team]')
    await page.click('[data-act=disqualify-team]')
    expect(await page.locator('[data-act=confirm-disqualify-team]').isDisabled()).toBe(true)
    await page.fill('[name=reason]', 'Sai quy chế')
    await hold(page, 'confirm-disqualify-team')
    await page.waitForSelector('[data-part=team-panel] >> text=Sai quy chế')
    expect(await page.locator('[data-act=disqualify-team]').count()).toBe(0)
    await page.click('[data-tab=order]')
    await page.waitForSelector('[data-item=doi-3] >> text=bị loại')
    staged.cast.close()
  },
  patience,
)

test(
  'a certified result says that the totals that it carries are of a table that was opened again',
  async () => {
    const [first, final] = twoStageContest.stages
    if (!first || !final) throw new Error('two stages are needed')
    const carryOver = [{ stage: first.id, weight: '0.5' }]
    const carrying = { ...final, carryOver, placing: { method: 'total' as const }, awards: [] }
    const definition = { ...twoStageContest, id: 'mang-sang', stages: [first, carrying] }
    const staged = await stageAt(stage.hub(), definition, null, byNumber)
    const { page, faults } = await openPage(stage.browser(), staged.created.links.secretary)
    await page.click('[data-tab=standings]')
    const part = page.locator('[data-part=standings][data-stage=chung-ket]')
    await part.locator('[data-part=certified]').waitFor()
    expect(await part.locator('[data-part=outdated]').count()).toBe(0)
    const before = await part.locator('tbody').innerText()
    await staged.cast.organiser.must({ type: 'reopenStage', stage: first.id, reason: 'Cộng nhầm' })
    await staged.cast.head.must({ type: 'approve', request: '1' })
    await part.locator('[data-part=outdated]').waitFor()
    expect(await part.locator('[data-part=outdated]').textContent()).toContain('Vòng loại đã mở lại sau khi')
    expect(await part.locator('tbody').innerText()).toBe(before)
    expect(faults).toEqual([])
    staged.cast.close()
  },
  patience,
)
