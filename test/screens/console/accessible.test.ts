/** Every desk passes the rules of axe: names, roles, contrast. A dialog and the phone's layout are looked at as well. */
import { expect, test } from 'vitest'
import { obstaclesOn } from '../../harness/axe.ts'
import { openPage } from './browser.ts'
import { smallContest, tieContest, twoStageContest } from './contests.ts'
import { patience, stageForTests } from './page-test.ts'
import { deskOfHead, everySheetAlike, type Staged, stageAt } from './staged.ts'

const stage = stageForTests()

const views: [name: string, link: (staged: Staged) => string, act: string | null][] = [
  ['the MC’s desk', ({ created }) => created.links.mc, null],
  ['its question', ({ created }) => created.links.mc, '[data-act=back]'],
  ['the secretary’s round', ({ created }) => created.links.secretary, null],
  ['the secretary’s orders', ({ created }) => created.links.secretary, '[data-tab=order]'],
  ['the head judge’s desk', deskOfHead, null],
  ['the organiser’s links', ({ created }) => created.links.console, null],
  ['the organiser’s results', ({ created }) => created.links.console, '[data-tab=results]'],
]

const viewsOfStages: typeof views = [
  ['teams across a cut', deskOfHead, null],
  ['the awards', ({ created }) => created.links.console, '[data-tab=results]'],
  ['two stages at the secretary’s', ({ created }) => created.links.secretary, '[data-tab=standings]'],
]

const viewsOfTie: typeof views = [
  ['a tie that a question breaks', deskOfHead, null],
  ['the points of a question', ({ created }) => created.links.secretary, '[data-tab=standings]'],
]

async function faultsOfViews(staged: Staged, looked: typeof views): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const [name, link, act] of looked) {
    const { page } = await openPage(stage.browser(), link(staged))
    await page.waitForSelector('[data-desk]')
    if (act !== null) await page.click(act)
    found[name] = await obstaclesOn(page)
    await page.context().close()
  }
  staged.cast.close()
  return found
}

const noFaults = (looked: typeof views) => Object.fromEntries(looked.map(([name]) => [name, []]))

test(
  'axe finds nothing on any desk',
  async () => {
    const staged = await stageAt(stage.hub(), { ...smallContest, id: 'ai-cung-dung-duoc' }, 'chao-hoi/quan-su/marking')
    expect(await faultsOfViews(staged, views)).toEqual(noFaults(views))
  },
  patience,
)

test(
  'nor where stages follow each other and ties wait',
  async () => {
    const two = { ...twoStageContest, id: 'hai-vong-dung-duoc' }
    const staged = await stageAt(stage.hub(), two, 'vong-loai/final', everySheetAlike(two))
    expect(await faultsOfViews(staged, viewsOfStages)).toEqual(noFaults(viewsOfStages))
    const tie = tieContest('cau-hoi-dung-duoc', { by: 'question', question: 'phu', maximum: '10' })
    const tied = await stageAt(stage.hub(), tie, 'tai-nang/standings', everySheetAlike(tie))
    expect(await faultsOfViews(tied, viewsOfTie)).toEqual(noFaults(viewsOfTie))
  },
  patience,
)

test(
  'the rules of scoring can be read by anybody, on a phone too, in both languages',
  async () => {
    const hub = stage.hub()
    const definition = { ...twoStageContest, id: 'the-le-dung-duoc' }
    await stageAt(hub, definition, '').then(({ cast }) => cast.close())
    for (const language of ['vi', 'en']) {
      for (const size of ['phone', 'laptop'] as const) {
        const { page } = await openPage(stage.browser(), `${hub.url}/rules/${definition.id}?language=${language}`, size)
        expect(await page.getAttribute('html', 'lang')).toBe(language)
        expect(await obstaclesOn(page)).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
        await page.context().close()
      }
    }
  },
  patience,
)

test(
  'the home, the welcome page and a phone',
  async () => {
    const hub = stage.hub()
    for (const address of ['/console/', `/console/#key=${hub.organiserKey}`]) {
      const { page } = await openPage(stage.browser(), hub.url + address, 'phone')
      await page.waitForSelector('main')
      expect(await obstaclesOn(page)).toEqual([])
      // Nothing lies beyond the right edge of a phone.
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
      await page.context().close()
    }
  },
  patience,
)
