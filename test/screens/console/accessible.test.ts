/** Every desk passes the rules of axe: names, roles, contrast. A dialog and the phone's layout are looked at as well. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { openPage } from './browser.ts'
import { smallContest } from './contests.ts'
import { patience, stageForTests } from './page-test.ts'
import { deskOfHead, type Staged, stageAt } from './staged.ts'

const stage = stageForTests()

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}

const views: [name: string, link: (staged: Staged) => string, act: string | null][] = [
  ['the MC’s desk', ({ created }) => created.links.mc, null],
  ['its question', ({ created }) => created.links.mc, '[data-act=back]'],
  ['the secretary’s round', ({ created }) => created.links.secretary, null],
  ['the secretary’s orders', ({ created }) => created.links.secretary, '[data-tab=order]'],
  ['the head judge’s desk', deskOfHead, null],
  ['the organiser’s links', ({ created }) => created.links.console, null],
  ['the organiser’s results', ({ created }) => created.links.console, '[data-tab=results]'],
]

test(
  'axe finds nothing on any desk',
  async () => {
    const staged = await stageAt(stage.hub(), { ...smallContest, id: 'ai-cung-dung-duoc' }, 'chao-hoi/quan-su/marking')
    const found: Record<string, string[]> = {}
    for (const [name, link, act] of views) {
      const { page } = await openPage(stage.browser(), link(staged))
      await page.waitForSelector('[data-desk]')
      if (act !== null) await page.click(act)
      found[name] = await faultsOf(page)
      await page.context().close()
    }
    expect(found).toEqual(Object.fromEntries(views.map(([name]) => [name, []])))
    staged.cast.close()
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
      expect(await faultsOf(page)).toEqual([])
      // Nothing lies beyond the right edge of a phone.
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
      await page.context().close()
    }
  },
  patience,
)
