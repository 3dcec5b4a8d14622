/**
 * Takes pictures of every state of the judge's page, phone by phone, for people to look at: `node test/screens/judge/shots.ts <folder>`.
 * The page is the built one in a real browser; the hub is a stand-in. It judges nothing: `page.spec.ts` does.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { chromiumOptions } from '../../harness/chromium.ts'
import { call, me, quiet, sheet } from './contest-fixture.ts'
import { typeKeys } from './phone.ts'
import { CODE, StandInHub } from './stand-in-hub.ts'

const phones = {
  'phone-360': { width: 360, height: 740 },
  'phone-412': { width: 412, height: 915 },
  'phone-320': { width: 320, height: 568 },
} as const

const dist = join(import.meta.dirname, '../../../judge-client/dist')

/** One picture: `name` becomes the file's, numbered in the order of the story. */
type Shoot = (name: string) => Promise<void>

async function story(page: Page, hub: StandInHub, origin: string, shoot: Shoot): Promise<void> {
  hub.replace(quiet)
  await page.goto(`${origin}/judge/`)
  await shoot('no-link')
  await page.fill('[data-field=code]', 'sai-roi')
  await page.click('[data-act=enter]')
  await shoot('code-unreadable')
  await page.goto('about:blank')
  await page.goto(`${origin}/judge/#code=${CODE}`)
  await page.waitForSelector('[data-waiting=mc]')
  await shoot('waiting')
  await page.click('[data-act=options]')
  await shoot('options')
  await page.keyboard.press('Escape')
  hub.publish(call('chao-hoi', 'ea-ngai', 'intro'))
  await page.waitForSelector('[data-waiting=coming]')
  await shoot('coming')
  hub.publish({ ...call('chao-hoi', 'ea-ngai', 'performing'), ...sheet('chao-hoi', 'ea-ngai') })
  await page.waitForSelector('[data-criterion=noi-dung]')
  await shoot('sheet-empty')
  await marking(page, shoot)
  await submitting(page, hub, shoot)
  await next(page, hub, shoot)
  await trouble(page, hub, shoot)
}

async function marking(page: Page, shoot: Shoot): Promise<void> {
  await typeKeys(page, ['8', 'point', '2'])
  await shoot('sheet-typing')
  await typeKeys(page, ['5', 'next', '7'])
  await shoot('sheet-above')
  await typeKeys(page, ['erase', '4', 'point', '3', 'next'])
  await shoot('sheet-off-step')
  await page.click('[data-criterion=hinh-thuc]')
  await typeKeys(page, ['4', '.75', 'next', '4', '.5'])
  await shoot('sheet-full')
  await typeKeys(page, ['next'])
  await shoot('sheet-done')
}

async function submitting(page: Page, hub: StandInHub, shoot: Shoot): Promise<void> {
  await page.click('[data-act=submit]')
  await shoot('confirm')
  hub.manner = 'silent'
  await page.click('[data-act=confirm]')
  await page.waitForSelector('[data-sheet-lamp=sending]')
  await shoot('sending')
  hub.manner = 'receive'
  await page.reload()
  await page.waitForSelector('[data-sheet-lamp=received]')
  await shoot('received')
  hub.manner = 'record'
  hub.flush()
  await page.waitForSelector('[data-sheet-lamp=recorded]')
  await shoot('recorded')
  await page.click('[data-act=reopen]')
  await shoot('reopen')
  await page.click('.reasons button')
  await page.click('[data-act=send]')
  hub.publish(
    sheet('chao-hoi', 'ea-ngai', { status: 'submitted', marks: marksOf(hub), receipt: '128-7F3A', request: 'waiting' }),
  )
  await page.waitForSelector('[data-request=waiting]')
  await shoot('reopen-waiting')
}

async function next(page: Page, hub: StandInHub, shoot: Shoot): Promise<void> {
  hub.publish({
    count: { submitted: 1, total: 9 },
    ...call('tieu-pham', 'lien-quan', 'performing'),
    ...sheet('tieu-pham', 'lien-quan'),
  })
  await page.waitForSelector('[data-criterion=tc1]')
  await shoot('twelve-empty')
  for (let count = 0; count < 8; count += 1) await typeKeys(page, ['8', '.25', 'next'])
  await shoot('twelve-scrolled')
  hub.publish({ ...call('tinh-huong', 'tay-dang', 'performing'), ...sheet('tinh-huong', 'tay-dang') })
  await page.waitForSelector('.called')
  await shoot('called-elsewhere')
  await page.click('.called')
  await page.waitForSelector('[data-criterion=tra-loi]')
  await shoot('whole-numbers')
  await page.click('[data-act=list]')
  await shoot('list-two-open')
  hub.publish(
    sheet('chao-hoi', 'ea-ngai', { status: 'reopened', revision: 1, marks: marksOf(hub), request: 'approved' }),
  )
  await page.click('[data-open-sheet="chao-hoi/ea-ngai"]')
  await shoot('reopened')
  await page.click('[data-act=recuse]')
  await shoot('recuse')
  await page.click('[data-act=cancel]')
}

async function trouble(page: Page, hub: StandInHub, shoot: Shoot): Promise<void> {
  hub.manner = { refuse: { code: 'sheet-closed', round: 'chao-hoi', team: 'ea-ngai' } }
  await page.click('[data-act=submit]')
  await page.click('[data-act=confirm]')
  await page.waitForSelector('[data-refused]')
  await shoot('refused')
  await page.click('[data-act=list]')
  await shoot('refused-list')
  await page.click('[data-act=dismiss]')
  hub.publish({
    ...sheet('chao-hoi', 'ea-ngai', { status: 'excused', revision: 1, reason: 'Có liên quan đến đội thi' }),
    me: { ...me, head: true },
  })
  await shoot('head-list')
  await page.click('[data-sheet="chao-hoi/ea-ngai"]')
  await shoot('excused')
  hub.manner = 'record'
  hub.takeOver()
  await page.waitForSelector('[data-notice=taken-over]')
  await shoot('taken-over')
  await page.click('[data-act=use-this-phone]')
  await page.waitForSelector('[data-notice=taken-over]', { state: 'detached' })
  await page.waitForSelector('[data-lamp=empty]')
  await page.click('[data-act=options]')
  await page.click('[data-wish=dark]')
  await page.keyboard.press('Escape')
  await page.click('[data-act=list]')
  await page.click('[data-open-sheet="tieu-pham/lien-quan"]')
  await shoot('dark')
  await page.click('[data-act=options]')
  await page.click('[lang=en]')
  await page.keyboard.press('Escape')
  await shoot('english')
  hub.revoke()
  await page.waitForSelector('[data-notice=barred]')
  await shoot('revoked')
}

/** The marks of the sheet that the page sent first. */
function marksOf(hub: StandInHub): Record<string, string> {
  const submitted = hub.commands.find((command) => command.type === 'submitSheet')
  if (submitted?.type !== 'submitSheet') throw new Error('no sheet was submitted')
  return submitted.marks
}

async function shootOn(browser: Browser, phone: keyof typeof phones, folder: string): Promise<void> {
  const hub = new StandInHub(dist)
  const origin = await hub.start()
  const context = await browser.newContext({
    viewport: phones[phone],
    hasTouch: true,
    isMobile: true,
    deviceScaleFactor: 2,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(5000)
  page.on('pageerror', (fault) => console.error(phone, fault))
  page.on('console', (line) => {
    if (line.type() === 'error') console.error(phone, line.text())
  })
  let taken = 0
  try {
    await story(page, hub, origin, async (name) => {
      taken += 1
      await page.waitForTimeout(150)
      await page.screenshot({ path: join(folder, `${phone}-${String(taken).padStart(2, '0')}-${name}.png`) })
    })
  } finally {
    await context.close()
    await hub.stop()
  }
}

const folder = process.argv[2]
if (folder === undefined) throw new Error('say where the pictures go: node test/screens/judge/shots.ts <folder>')
mkdirSync(folder, { recursive: true })
const browser = await chromium.launch(chromiumOptions())
try {
  for (const phone of ['phone-360', 'phone-412', 'phone-320'] as const) await shootOn(browser, phone, folder)
} finally {
  await browser.close()
}
