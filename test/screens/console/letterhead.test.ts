/** How papers begin, changed at the organiser's desk in a real browser against a real hub, after the results were certified. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { formOf, papersFrom } from '../../../mc-console/src/desks/organiser/letterhead-form.ts'
import { obstaclesOn } from '../../harness/axe.ts'
import { openPage } from './browser.ts'
import { smallContest } from './contests.ts'
import { patience, stageForTests } from './page-test.ts'
import { stageAt } from './staged.ts'

const stage = stageForTests()
const dialog = '[data-dialog=letterhead]'

async function save(page: Page): Promise<void> {
  await page.click(`${dialog} [data-act=save-letterhead]`)
  await page.waitForSelector(dialog, { state: 'detached' })
}

async function definitionOf(page: Page): Promise<unknown> {
  const [saved] = await Promise.all([page.waitForEvent('download'), page.click('[data-act=download-definition-json]')])
  return JSON.parse(readFileSync(await saved.path(), 'utf8'))
}

test('what is not filled in is left out, and lines stand one below the other', () => {
  const papers = { letterhead: 'party', right: ['một', 'hai'], symbol: 'BTC' } as const
  const form = formOf({ ...papers, right: [...papers.right] })
  expect(form).toMatchObject({ parent: '', right: 'một\nhai' })
  expect(papersFrom({ ...form, right: 'một\r\n\n hai', place: '  ' })).toEqual({ ...papers, right: ['một', ' hai'] })
})

test(
  'how papers begin is changed with the rest of the definition as it was, and a fault names its field',
  async () => {
    const definition = { ...smallContest, id: 'dau-van-ban' }
    const staged = await stageAt(stage.hub(), definition, null)
    const { page, faults } = await openPage(stage.browser(), staged.created.links.console)
    await page.click('[data-tab=rules]')
    await page.click('[data-act=edit-letterhead]')
    expect(await page.inputValue(`${dialog} [name=letterhead]`)).toBe('party')
    expect(await obstaclesOn(page)).toEqual([])
    await page.fill(`${dialog} [name=right]`, 'một\nhai\nba\nbốn')
    await page.click(`${dialog} [data-act=save-letterhead]`)
    const problem = page.locator(`${dialog} [data-path="papers.right"]`)
    expect(await problem.textContent()).toContain('Văn bản › dòng bên phải')

    await page.selectOption(`${dialog} [name=letterhead]`, 'state')
    await page.fill(`${dialog} [name=right]`, 'Độc lập – Tự do – Hạnh phúc')
    await page.fill(`${dialog} [name=place]`, 'Krông Búk')
    await page.fill(`${dialog} [name=secretary]`, 'Nguyễn Thị Thư')
    await save(page)
    const right = ['Độc lập – Tự do – Hạnh phúc']
    const papers = { letterhead: 'state', right, place: 'Krông Búk', secretary: 'Nguyễn Thị Thư' }
    expect(await definitionOf(page)).toEqual({ ...definition, papers })

    await page.click('[data-act=edit-letterhead]')
    expect(await page.inputValue(`${dialog} [name=place]`)).toBe('Krông Búk')
    expect(await page.inputValue(`${dialog} [name=right]`)).toBe(right[0])
    await page.fill(`${dialog} [name=right]`, '')
    await page.fill(`${dialog} [name=place]`, '')
    await save(page)
    const left = { letterhead: 'state', secretary: 'Nguyễn Thị Thư' }
    expect(await definitionOf(page)).toEqual({ ...definition, papers: left })
    expect(faults).toEqual([])
    staged.cast.close()
  },
  patience,
)
