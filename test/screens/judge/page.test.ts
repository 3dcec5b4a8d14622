/** The judge's page in a real browser on a phone's screen, against a stand-in for the hub: what must never go wrong under a thumb. */
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { obstaclesOn } from '../../harness/axe.ts'
import { chromiumOptions } from '../../harness/chromium.ts'
import { call, quiet, sheet } from './contest-fixture.ts'
import { keptDrafts, typeKeys } from './phone.ts'
import { CODE, StandInHub } from './stand-in-hub.ts'

const dist = join(import.meta.dirname, '../../../judge-client/dist')
/** A page in a real browser on a busy machine. */
const PATIENCE = 60_000

let browser: Browser
let context: BrowserContext
let page: Page
let hub: StandInHub
let origin: string

beforeAll(async () => {
  browser = await chromium.launch(chromiumOptions())
}, PATIENCE)

afterAll(() => browser.close())

beforeEach(async () => {
  hub = new StandInHub(dist)
  hub.replace(quiet)
  origin = await hub.start()
  context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })
  page = await context.newPage()
  page.setDefaultTimeout(10_000)
}, PATIENCE)

afterEach(async () => {
  await context.close()
  await hub.stop()
}, PATIENCE)

async function enter(): Promise<void> {
  await page.goto(`${origin}/judge/#code=${CODE}`)
  await page.waitForSelector('[data-lamp=empty]')
}

/** Calls a team of the first round: three criteria out of 10, 5 and 5. */
function callTeam(team: string): void {
  hub.publish({ ...call('chao-hoi', team, 'performing'), ...sheet('chao-hoi', team) })
}

async function markAll(): Promise<void> {
  await typeKeys(page, ['8', '.25', 'next', '4', '.75', 'next', '4', '.5'])
}

async function submit(): Promise<void> {
  await page.tap('[data-act=submit]')
  await page.tap('[data-act=confirm]')
}

function total(): Promise<string | null> {
  return page.textContent('[data-total]')
}

function lampText(): Promise<string | null> {
  return page.textContent('[data-sheet-lamp]')
}

describe('the way in', { timeout: PATIENCE }, () => {
  test('without a link the page says what to do, and takes a pasted link', async () => {
    await page.goto(`${origin}/judge/`)
    expect(await page.textContent('h1')).toBe('Xin mở liên kết hoặc quét mã QR của giám khảo')
    await page.fill('[data-field=code]', `http://192.168.1.5:8080/judge/#code=${CODE}`)
    await page.tap('[data-act=enter]')
    await page.waitForSelector('[data-waiting=mc]')
  })

  test('the code leaves the address bar, and a reload needs no code', async () => {
    await enter()
    expect(page.url()).toBe(`${origin}/judge/`)
    await page.reload()
    await page.waitForSelector('[data-waiting=mc]')
  })
})

describe('marking', { timeout: PATIENCE }, () => {
  beforeEach(async () => {
    await enter()
    callTeam('ea-ngai')
    await page.waitForSelector('[data-criterion=noi-dung]')
  })

  test('nothing is marked until it is typed, and only judges’ criteria are asked for', async () => {
    expect(await page.locator('[data-criterion]').count()).toBe(3)
    for (const field of await page.locator('[data-criterion]').all()) expect(await field.inputValue()).toBe('')
    expect(await page.isDisabled('[data-act=submit]')).toBe(true)
    expect(await page.textContent('[data-act=submit]')).toContain('còn 3 tiêu chí')
  })

  test('a mark out of bounds is named with its bounds and never counted', async () => {
    await typeKeys(page, ['8', 'next', '7', 'next', '4'])
    expect(await page.textContent('[data-row=hinh-thuc]')).toContain('Cao nhất là 5 (từ 0 đến 5, bước 0,25)')
    expect(await total()).toBe('12')
    expect(await page.isDisabled('[data-act=submit]')).toBe(true)
    expect(await page.textContent('[data-act=submit]')).toContain('1 điểm cần sửa')
  })

  test('a hardware keyboard may write a comma or a point', async () => {
    await page.fill('[data-criterion=noi-dung]', '8,25')
    await page.fill('[data-criterion=hinh-thuc]', '4.5')
    expect(await page.inputValue('[data-criterion=hinh-thuc]')).toBe('4,5')
    expect(await total()).toBe('12,75')
  })

  test('marks survive a reload, also the unfinished one', async () => {
    await typeKeys(page, ['8', '.25', 'next', '4', 'point'])
    // A thumb takes longer than the write behind a key; a test does not.
    await expect.poll(() => page.evaluate(keptDrafts)).toMatch(/"4[.,]"/)
    await page.reload()
    await page.waitForSelector('[data-criterion=noi-dung]')
    await expect.poll(() => page.inputValue('[data-criterion=noi-dung]')).toBe('8,25')
    expect(await page.inputValue('[data-criterion=hinh-thuc]')).toBe('4,')
  })

  test('the hub hears how many are filled, and no value', async () => {
    await markAll()
    await expect.poll(() => hub.drafts.map(({ filled }) => filled)).toEqual([1, 2, 3])
    expect(hub.drafts.every((draft) => Object.keys(draft).sort().join() === 'filled,round,team')).toBe(true)
  })

  test('the sheet stays when the MC goes on, and the next one is a tap away', async () => {
    await typeKeys(page, ['8'])
    callTeam('tay-dang')
    await page.waitForSelector('[data-open-sheet="chao-hoi/tay-dang"]')
    expect(await page.textContent('[data-team]')).toBe('Đảng bộ xã Ea Ngai')
    await page.tap('[data-open-sheet="chao-hoi/tay-dang"]')
    expect(await page.textContent('[data-team]')).toBe('Thị trấn Tây Đằng')
    await page.tap('[data-act=list]')
    await page.tap('[data-open-sheet="chao-hoi/ea-ngai"]')
    expect(await page.inputValue('[data-criterion=noi-dung]')).toBe('8')
  })
})

describe('handing in', { timeout: PATIENCE }, () => {
  beforeEach(async () => {
    await enter()
    callTeam('ea-ngai')
    await page.waitForSelector('[data-criterion=noi-dung]')
    await markAll()
  })

  test('a sheet is sent after a second look, and locked with its receipt', async () => {
    await page.tap('[data-act=submit]')
    expect(await page.textContent('[data-sheet-total]')).toBe('17,50')
    expect(hub.commands).toEqual([])
    await page.tap('[data-act=confirm]')
    await page.waitForSelector('[data-sheet-lamp=recorded]')
    expect(await lampText()).toContain('đã ghi · biên nhận 128-7F3A')
    const marks = { 'noi-dung': '8.25', 'hinh-thuc': '4.75', 'sang-tao': '4.5' }
    expect(hub.commands).toMatchObject([{ type: 'submitSheet', team: 'ea-ngai', run: 0, revision: 0, marks }])
    expect(await page.locator('[data-criterion]').count()).toBe(0)
  })

  test('without a connection it is kept on the phone, and goes by itself, once', async () => {
    hub.vanish()
    await page.waitForSelector('[data-notice=lost]')
    await submit()
    await page.waitForSelector('[data-sheet-lamp=stored]')
    expect(await lampText()).toContain('đã lưu trên máy')
    hub.comeBack()
    await page.waitForSelector('[data-sheet-lamp=recorded]')
    expect(hub.commands.length).toBe(1)
  })

  test('without an answer it is sent again under the same id, also after a reload', async () => {
    hub.manner = 'silent'
    await submit()
    await page.waitForSelector('[data-sheet-lamp=sending]')
    await expect.poll(() => hub.commands.length).toBe(1)
    hub.manner = 'record'
    await page.reload()
    await page.waitForSelector('[data-sheet-lamp=recorded]')
    expect(new Set(hub.commands.map(({ id }) => id)).size).toBe(1)
  })

  test('a refusal is told in words until it is read, and the marks are still there', async () => {
    hub.manner = { refuse: { code: 'mark-off-step', criterion: 'noi-dung', min: '0', step: '0.5' } }
    await submit()
    await page.waitForSelector('[data-refused=mark-off-step]')
    expect(await page.textContent('[data-refused]')).toContain('Phiếu của Ea Ngai chưa được ghi')
    expect(await page.textContent('[data-refused]')).toContain('Nội dung giới thiệu')
    expect(await page.inputValue('[data-criterion=noi-dung]')).toBe('8,25')
    await page.reload()
    await page.tap('[data-act=dismiss]')
    expect(await page.locator('[data-refused]').count()).toBe(0)
  })

  test('a reopened sheet comes back with its marks and goes in under the next revision', async () => {
    await submit()
    await page.tap('[data-act=reopen]')
    await page.fill('[data-field=reason]', 'Ghi nhầm')
    await page.tap('[data-act=send]')
    await expect.poll(() => hub.commands.at(-1)).toMatchObject({ type: 'requestReopen', reason: 'Ghi nhầm' })
    const marks = { 'noi-dung': '8.25', 'hinh-thuc': '4.75', 'sang-tao': '4.5' }
    hub.publish(sheet('chao-hoi', 'ea-ngai', { status: 'reopened', revision: 1, marks, request: 'approved' }))
    await page.tap('[data-criterion=sang-tao]')
    await typeKeys(page, ['5'])
    await submit()
    await page.waitForSelector('[data-sheet-lamp=recorded]')
    expect(hub.commands.at(-1)).toMatchObject({ revision: 1, marks: { ...marks, 'sang-tao': '5' } })
  })

  test('a judge who does not mark this team says why', async () => {
    await page.tap('[data-act=recuse]')
    expect(await page.isDisabled('[data-act=send]')).toBe(true)
    await page.getByText('Có liên quan đến đội thi').tap()
    await page.tap('[data-act=send]')
    await expect.poll(() => hub.commands).toMatchObject([{ type: 'recuse', reason: 'Có liên quan đến đội thi' }])
  })
})

describe('the seat', { timeout: PATIENCE }, () => {
  beforeEach(async () => {
    await enter()
    callTeam('ea-ngai')
    await page.waitForSelector('[data-criterion=noi-dung]')
    await typeKeys(page, ['8', '.25'])
  })

  test('a newer device is told of, and one tap brings the seat back with its marks', async () => {
    hub.takeOver()
    await page.tap('[data-act=use-this-phone]')
    await page.waitForSelector('[data-notice=taken-over]', { state: 'detached' })
    await expect.poll(() => page.inputValue('[data-criterion=noi-dung]')).toBe('8,25')
  })

  test('after the link is withdrawn the marks stay on the screen', async () => {
    hub.revoke()
    await page.waitForSelector('[data-notice=barred]')
    expect(await page.textContent('[data-mark=noi-dung]')).toContain('8,25')
  })
})

describe('on every phone', { timeout: PATIENCE }, () => {
  test.each([
    { width: 320, height: 568 },
    { width: 360, height: 740 },
    { width: 412, height: 915 },
  ])('$width × $height: nothing sticks out, and keys are as large as a thumb', async (viewport) => {
    await page.setViewportSize(viewport)
    await everyState(async () => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
      const sizes = await page
        .locator('[data-key]')
        .evaluateAll((keys) =>
          keys.map((key) => key.getBoundingClientRect()).flatMap(({ width, height }) => [width, height]),
        )
      expect(sizes.filter((size) => size < 56)).toEqual([])
    })
  })

  test.each(['light', 'dark'])('axe finds nothing in the %s', async (shade) => {
    await everyState(async () => {
      await page.evaluate((wanted) => document.documentElement.setAttribute('data-shade', wanted), shade)
      expect(await obstaclesOn(page)).toEqual([])
    })
  })
})

/** From waiting to the receipt, on the longest form with the longest name. */
async function everyState(look: () => Promise<void>): Promise<void> {
  await enter()
  await look()
  hub.publish({ ...call('tieu-pham', 'lien-quan', 'performing'), ...sheet('tieu-pham', 'lien-quan') })
  await page.waitForSelector('[data-criterion=tc1]')
  await look()
  for (let count = 0; count < 12; count += 1) await typeKeys(page, ['8', '.25', 'next'])
  await page.tap('[data-act=submit]')
  await look()
  await page.tap('[data-act=confirm]')
  await page.waitForSelector('[data-sheet-lamp=recorded]')
  await look()
}
