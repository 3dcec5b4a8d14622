/** A sheet that the hub has received and not yet made durable, on a phone's screen: nowhere may it look or read as recorded. */
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { obstaclesOn } from '../../harness/axe.ts'
import { chromiumOptions } from '../../harness/chromium.ts'
import { call, quiet, sheet } from './contest-fixture.ts'
import { typeKeys } from './phone.ts'
import { CODE, StandInHub } from './stand-in-hub.ts'

const dist = join(import.meta.dirname, '../../../judge-client/dist')
/** A page in a real browser on a busy machine. */
const PATIENCE = 60_000

let browser: Browser
let context: BrowserContext
let page: Page
let hub: StandInHub

beforeAll(async () => {
  browser = await chromium.launch(chromiumOptions())
}, PATIENCE)

afterAll(() => browser.close())

/** A phone whose only sheet is received. */
beforeEach(async () => {
  hub = new StandInHub(dist)
  hub.replace({ ...quiet, count: { submitted: 0, total: 1 } })
  context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })
  page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await page.goto(`${await hub.start()}/judge/#code=${CODE}`)
  await page.waitForSelector('[data-lamp=empty]')
  hub.publish({ ...call('chao-hoi', 'ea-ngai', 'performing'), ...sheet('chao-hoi', 'ea-ngai') })
  await page.waitForSelector('[data-criterion=noi-dung]')
  await typeKeys(page, ['8', '.25', 'next', '4', '.75', 'next', '4', '.5'])
  hub.manner = 'receive'
  await page.tap('[data-act=submit]')
  await page.tap('[data-act=confirm]')
  hub.publish({ count: { submitted: 1, total: 1 } })
  await page.waitForSelector('[data-sheet-lamp=received]')
}, PATIENCE)

afterEach(async () => {
  await context.close()
  await hub.stop()
}, PATIENCE)

const text = async (selector: string) => (await page.textContent(selector))?.trim()
const toneOf = (selector: string) => page.getAttribute(`${selector} .lamp`, 'class')
const seen = () => page.innerText('body')

test(
  'O-36: O-37: the sheet is locked and says received, without a receipt; then recorded, with it',
  async () => {
    expect(await text('[data-sheet-lamp]')).toBe('đã nhận · chờ ghi')
    expect(await text('[data-lamp]')).toBe('chờ ghi')
    expect(await seen()).not.toContain('7F3A')
    expect(await page.locator('[data-criterion]').count()).toBe(0)
    for (const lamp of ['[data-sheet-lamp]', '[data-lamp]']) {
      expect(await toneOf(lamp)).toContain('busy')
      expect(await toneOf(lamp)).not.toContain('good')
    }
    hub.flush()
    await page.waitForSelector('[data-sheet-lamp=recorded]')
    expect(await text('[data-sheet-lamp]')).toBe('đã ghi · biên nhận 128-7F3A')
    await page.waitForSelector('[data-lamp=recorded]')
    expect(await toneOf('[data-sheet-lamp]')).toContain('good')
  },
  PATIENCE,
)

test(
  'O-36: O-37: the list and the card of a judge who is done say the same',
  async () => {
    await page.tap('[data-act=list]')
    const line = '[data-sheet="chao-hoi/ea-ngai"]'
    expect(await page.getAttribute(line, 'data-phase')).toBe('received')
    expect(await text(`${line} .state`)).toBe('đã nhận, chờ ghi')
    expect(await seen()).not.toContain('7F3A')
    expect(await text('[data-waiting=done]')).not.toContain('đã được ghi')
    hub.flush()
    await page.waitForSelector(`${line}[data-phase=recorded]`)
    expect(await text(line)).toContain('128-7F3A')
    expect(await text('[data-waiting=done]')).toContain('Mọi phiếu của quý vị đã được ghi')
  },
  PATIENCE,
)

test(
  'O-35: O-36: a reload and a lost connection leave it received, and the way back tells',
  async () => {
    await page.reload()
    await page.waitForSelector('[data-lamp=received]')
    hub.vanish()
    await page.waitForSelector('[data-notice=lost]')
    expect(await page.locator('[data-lamp=received]').count()).toBe(1)
    expect(await page.locator('[data-sheet-lamp=received]').count()).toBe(1)
    hub.flush()
    hub.comeBack()
    await page.waitForSelector('[data-sheet-lamp=recorded]')
    expect(hub.commands).toHaveLength(1)
  },
  PATIENCE,
)

test(
  'O-36: a judge may ask to reopen it all the same',
  async () => {
    await page.tap('[data-act=reopen]')
    await page.fill('[data-field=reason]', 'Ghi nhầm')
    await page.tap('[data-act=send]')
    await page.waitForSelector('[data-request=waiting]')
    expect(await page.locator('[data-lamp=received]').count()).toBe(1)
  },
  PATIENCE,
)

test.each([320, 360, 412])(
  'O-36: on a screen %i wide nothing sticks out, in either language',
  async (width) => {
    await page.setViewportSize({ width, height: 740 })
    for (const language of ['vi', 'en']) {
      await page.tap('[data-act=options]')
      await page.tap(`button[lang=${language}]`)
      await page.keyboard.press('Escape')
      await page.waitForSelector(`html[lang=${language}]`)
      for (const go of [async () => undefined, () => page.tap('[data-act=list]')]) {
        await go()
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
        expect(await obstaclesOn(page)).toEqual([])
      }
      await page.tap('[data-sheet="chao-hoi/ea-ngai"]')
    }
  },
  PATIENCE,
)
