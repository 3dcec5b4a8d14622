/**
 * Pictures of every desk, for people to look at: `node test/screens/console/shots.ts <folder>`. A real hub, the built page, the robot's
 * contest at several moments of its day. It judges nothing: `*.test.ts` do.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Definition } from '@bang-diem/shared/contest/definition.ts'
import type { Browser } from '@playwright/test'
import { launchChromium, openPage, type Size } from './browser.ts'
import { factorContest, largeContest, smallContest, tieContest, twoStageContest } from './contests.ts'
import { type FreshHub, freshHub } from './fresh-hub.ts'
import { byNumber, deskOfHead, everySheetAlike, type Staged, stageAt, upToCertify } from './staged.ts'

const folder = process.argv[2]
if (folder === undefined) throw new Error('say where the pictures go: node test/screens/console/shots.ts <folder>')
mkdirSync(folder, { recursive: true })

type Act = (page: import('@playwright/test').Page) => Promise<void>

async function shoot(browser: Browser, name: string, address: string, size: Size, act?: Act): Promise<void> {
  const { page, faults } = await openPage(browser, address, size)
  await page.waitForTimeout(700)
  await act?.(page)
  await page.waitForTimeout(300)
  await page.screenshot({ path: join(folder ?? '', `${name}-${size}.png`) })
  for (const fault of faults) console.error(name, size, fault)
  await page.context().close()
}

async function midway(
  hub: FreshHub,
  browser: Browser,
  definition: Definition,
  name: string,
  cue: string,
): Promise<Staged> {
  const staged = await stageAt(hub, definition, cue)
  const { cast, created } = staged
  const [round = '', team = ''] = cue.split('/')
  const marks = Object.fromEntries(
    (definition.stages[0]?.rounds.find(({ id }) => id === round)?.criteria ?? [])
      .filter(({ scoredBy }) => scoredBy === 'judges')
      .map(({ id, scale }) => [id, scale.max]),
  )
  for (const judge of ['gk1', 'gk3'])
    await cast.judges.get(judge)?.must({ type: 'submitSheet', round, team, run: 0, revision: 0, marks })
  await cast.secretary.must({ type: 'excuse', round, team, judge: 'gk4', reason: 'Liên quan đến đội thi' })
  await cast.judges.get('gk3')?.must({ type: 'requestReopen', round, team, reason: 'Nhầm tiêu chí thứ hai' })
  await cast.secretary.must({ type: 'deduct', round, team, points: '0.5', reason: 'Vi phạm trang phục' })
  await cast.secretary.must({ type: 'note', text: 'Micro bàn 2 mất tiếng 3 phút, đã thay.' })
  cast.judges.get('gk2')?.socket.emit('draft', { round, team, filled: 2 })
  cast.judges.get('gk5')?.close()
  for (const size of ['laptop', 'tablet', 'phone'] as const) {
    await shoot(browser, `${name}-mc`, created.links.mc, size)
    await shoot(browser, `${name}-head`, deskOfHead(staged), size)
  }
  await shoot(browser, `${name}-mc-back`, created.links.mc, 'laptop', async (page) => page.keyboard.press('ArrowLeft'))
  for (const tab of ['order', `round/${round}`, 'round/kien-thuc', 'standings', 'requests', 'notes']) {
    await shoot(
      browser,
      `${name}-secretary-${tab.replace('/', '-')}`,
      created.links.secretary,
      'laptop',
      async (page) => page.click(`[data-tab="${tab}"]`),
    )
  }
  await shoot(browser, `${name}-secretary`, created.links.secretary, 'tablet')
  await shoot(browser, `${name}-secretary`, created.links.secretary, 'phone')
  return staged
}

/** Before anything has happened, while a team performs, and with a score that was left for later. */
async function early(hub: FreshHub, browser: Browser): Promise<void> {
  const fresh = await stageAt(hub, { ...smallContest, id: 'sang-som' }, '')
  await shoot(browser, 'fresh-mc', fresh.created.links.mc, 'laptop')
  await shoot(browser, 'fresh-secretary', fresh.created.links.secretary, 'laptop')
  await shoot(browser, 'fresh-head', deskOfHead(fresh), 'laptop')
  fresh.cast.close()
  const on = await stageAt(hub, { ...smallContest, id: 'dang-thi' }, 'kien-thuc/tay-dang/marking')
  await on.cast.mc.must({ type: 'take', cue: 'kien-thuc/cong-an/intro', onAir: 'kien-thuc/tay-dang/marking' })
  await on.cast.mc.must({ type: 'take', cue: 'kien-thuc/cong-an/perform', onAir: 'kien-thuc/cong-an/intro' })
  await shoot(browser, 'performing-mc', on.created.links.mc, 'laptop')
  await shoot(browser, 'performing-mc', on.created.links.mc, 'phone')
  await shoot(browser, 'performing-secretary', on.created.links.secretary, 'laptop')
  on.cast.close()
}

async function organiser(hub: FreshHub, browser: Browser, { created }: Staged): Promise<void> {
  await shoot(browser, 'organiser-welcome', `${hub.url}/console/`, 'laptop')
  await shoot(browser, 'organiser-home', `${hub.url}/console/#key=${hub.organiserKey}`, 'laptop', async (page) =>
    page.click('[data-act=new-contest]'),
  )
  for (const tab of ['links', 'judges', 'results', 'approve', 'rules', 'ledger']) {
    await shoot(browser, `organiser-${tab}`, created.links.console, 'laptop', async (page) =>
      page.click(`[data-tab="${tab}"]`),
    )
  }
}

/** Two stages, with equal teams across the cut and with none, and what the rules part equal teams by. */
async function stages(hub: FreshHub, browser: Browser): Promise<void> {
  const open =
    (tab: string): Act =>
    (page) =>
      page.click(`[data-tab="${tab}"]`)
  const cut = { ...twoStageContest, id: 'vach-cat' }
  const equal = await stageAt(hub, cut, 'vong-loai/final', everySheetAlike(cut))
  await shoot(browser, 'cut-head', deskOfHead(equal), 'laptop', (page) => page.click('[data-act=lead-to]'))
  await shoot(browser, 'cut-mc', equal.created.links.mc, 'laptop')
  equal.cast.close()
  const last = await stageAt(hub, twoStageContest, 'ung-xu/standings', byNumber)
  await shoot(browser, 'stages-head', deskOfHead(last), 'laptop')
  await shoot(browser, 'stages-secretary', last.created.links.secretary, 'laptop', open('standings'))
  await shoot(browser, 'stages-awards', last.created.links.console, 'laptop', async (page) => {
    await open('results')(page)
    await page.click('[data-act=pick-award]')
  })
  for (const size of ['laptop', 'phone'] as const) await shoot(browser, 'rules', `${hub.url}/rules/hai-vong`, size)
  last.cast.close()
  for (const by of ['lot', 'decision', 'question'] as const) {
    const tie = tieContest(`bang-${by}`, by === 'question' ? { by, question: 'phu', maximum: '10' } : { by })
    const tied = await stageAt(hub, tie, 'tai-nang/standings', everySheetAlike(tie))
    await shoot(browser, `tie-${by}-head`, deskOfHead(tied), 'laptop')
    await shoot(browser, `tie-${by}-secretary`, tied.created.links.secretary, 'laptop', open('standings'))
    tied.cast.close()
  }
  const factor = await stageAt(hub, factorContest, 'tai-nang/doi-1/marking')
  await shoot(browser, 'factor-secretary', factor.created.links.secretary, 'laptop')
  factor.cast.close()
}

const hub = await freshHub()
const browser = await launchChromium()
try {
  await early(hub, browser)
  await stages(hub, browser)
  const small = await midway(hub, browser, smallContest, 'small', 'tieu-pham/tay-dang/marking')
  await organiser(hub, browser, small)
  small.cast.close()
  const large = await midway(hub, browser, largeContest, 'large', 'kien-thuc/doi-18/marking')
  large.cast.close()
  const end = await stageAt(hub, { ...smallContest, id: 'cuoi-buoi' }, upToCertify(smallContest))
  await shoot(browser, 'end-mc', end.created.links.mc, 'laptop')
  await shoot(browser, 'end-head', deskOfHead(end), 'laptop')
  await shoot(browser, 'end-head-certify', deskOfHead(end), 'laptop', async (page) => page.click('[data-act=certify]'))
  await shoot(browser, 'end-head-certify', deskOfHead(end), 'phone', async (page) => page.click('[data-act=certify]'))
  end.cast.close()
} finally {
  await browser.close()
  await hub.end()
}
