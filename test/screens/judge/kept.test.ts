/** What a phone keeps, in a real browser: it belongs to one history of the contest, and it goes on being kept. */
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { chromiumOptions } from '../../harness/chromium.ts'
import { call, quiet, sheet } from './contest-fixture.ts'
import { keptDrafts, typeKeys } from './phone.ts'
import { CODE, StandInHub } from './stand-in-hub.ts'

const dist = join(import.meta.dirname, '../../../judge-client/dist')

let browser: Browser
let context: BrowserContext
let page: Page
let hub: StandInHub
let origin: string

beforeAll(async () => {
  browser = await chromium.launch(chromiumOptions())
})

afterAll(() => browser.close())

beforeEach(async () => {
  hub = new StandInHub(dist)
  origin = await hub.start()
  context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })
  page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await openSheet(`#code=${CODE}`)
})

afterEach(async () => {
  await context.close()
  await hub.stop()
})

/** The page, with the first team's sheet open for marking. */
async function openSheet(fragment = ''): Promise<void> {
  hub.replace({ ...quiet, ...call('chao-hoi', 'ea-ngai', 'performing'), ...sheet('chao-hoi', 'ea-ngai') })
  await page.goto('about:blank')
  await page.goto(`${origin}/judge/${fragment}`)
  await page.waitForSelector('[data-criterion=noi-dung]')
}

/** Changes what the browser remembers of the session, in every storage. */
function rewriteSession(change: 'without-history' | 'unreadable'): Promise<void> {
  return page.evaluate((how) => {
    for (const storage of [sessionStorage, localStorage]) {
      const { history: _, ...rest } = JSON.parse(storage.getItem('bang-diem/session/judge') ?? '{}')
      const kept = how === 'unreadable' ? { code: rest.code } : rest
      storage.setItem('bang-diem/session/judge', JSON.stringify(kept))
    }
  }, change)
}

const mark = () => page.inputValue('[data-criterion=noi-dung]')

test('O-29: a contest made anew begins with empty sheets and sends nothing; put back, the old one has its own again', async () => {
  await typeKeys(page, ['8', '.25', 'next', '4', '.75', 'next', '4', '.5'])
  hub.manner = 'silent'
  await page.tap('[data-act=submit]')
  await page.tap('[data-act=confirm]')
  await page.waitForSelector('[data-sheet-lamp=sending]')
  await expect.poll(() => hub.commands.length).toBe(1)

  const [rehearsal, show] = [hub.history, '2'.repeat(64)]
  hub.history = show
  await rewriteSession('unreadable')
  await openSheet()
  await page.waitForSelector('[data-lamp=empty]')
  expect(await mark()).toBe('')
  // A reload, and time enough to read and to send what is kept.
  await openSheet()
  await page.waitForTimeout(1_000)
  expect([await mark(), hub.commands.length]).toEqual(['', 1])

  hub.history = rehearsal
  hub.manner = 'record'
  await rewriteSession('unreadable')
  hub.replace({ ...quiet, ...call('chao-hoi', 'ea-ngai', 'performing'), ...sheet('chao-hoi', 'ea-ngai') })
  await page.reload()
  await page.waitForSelector('[data-sheet-lamp=recorded]')
  expect(new Set(hub.commands.map(({ id }) => id)).size).toBe(1)
})

test('O-29: a session that an earlier version kept is replaced with the kept code', async () => {
  await typeKeys(page, ['8', '.25'])
  await expect.poll(() => page.evaluate(keptDrafts)).toMatch(/8[.,]25/)
  await rewriteSession('without-history')
  await openSheet()
  await expect.poll(mark).toBe('8,25')
  expect(await page.locator('[data-field=code]').count()).toBe(0)
})

test('O-13: a database that the browser has closed without a word is opened again, and drafts go on being kept', async () => {
  await page.evaluate(() => {
    const begin = IDBDatabase.prototype.transaction
    const closed = new WeakSet<IDBDatabase>()
    IDBDatabase.prototype.transaction = function (...asked) {
      if (!closed.has(this)) this.close()
      closed.add(this)
      return begin.apply(this, asked)
    }
    // Only databases that were open before are closed; the next one is left alone.
    const open = indexedDB.open.bind(indexedDB)
    indexedDB.open = (...asked) => {
      const request = open(...asked)
      request.addEventListener('success', () => closed.add(request.result))
      return request
    }
  })
  await typeKeys(page, ['8', '.25'])
  expect(await page.locator('[data-notice=draft-lost]').count()).toBe(0)
  await expect.poll(() => page.evaluate(keptDrafts)).toMatch(/8[.,]25/)
  await page.reload()
  await page.waitForSelector('[data-criterion=noi-dung]')
  await expect.poll(mark).toBe('8,25')
})
