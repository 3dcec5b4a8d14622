/** A screen that hangs there for a day: it finds its contest, keeps its picture, its name and its connection, and everybody can read it. */
import type { Browser, Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { obstaclesOn } from '../../harness/axe.ts'
import { finalRows, onAir, rows, STAGE, sixSetUp } from './fixtures.ts'
import { type HallPage, launchChromium, openHall, read, type Size, sizes } from './hall-page.ts'
import { type Picture, programme } from './programme.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 40_000 })

/** One picture of every kind of scene that sets its type in its own way. */
const looked = [
  'final standings',
  'score',
  'performance',
  'winner',
  'standings by group',
  'winner of a group',
  'award',
  'award of three',
  'qualifiers',
  'session',
] as const

let browser: Browser
let hall: HallPage

beforeAll(async () => {
  browser = await launchChromium()
})
afterEach(async () => {
  await hall.close()
  expect(hall.faults).toEqual([])
})
afterAll(() => browser.close())

describe('the connection', () => {
  test('when it is lost the picture stays, with a mark; when it is back the screen goes on by itself', async () => {
    hall = await openHall(browser)
    const { page, hub } = hall
    hub.show(programme['final standings'])
    await page.waitForSelector('[data-scene="standings"] [data-team]')
    await hub.stop()
    await page.waitForSelector('[data-status="lost"]')
    expect(await page.locator('[data-connection="lost"]').innerText()).toBe('Mất kết nối – đang nối lại')
    expect(await read(page)).toContain('86,75')
    hub.show(programme.title)
    await hub.start()
    await page.waitForSelector('[data-scene="title"]', { timeout: 20_000 })
    await page.waitForSelector('[data-connection="lost"]', { state: 'detached' })
  })

  test('silence is noticed, though nothing was closed', async () => {
    hall = await openHall(browser)
    hall.hub.show(programme.title)
    await hall.page.waitForSelector('[data-status="live"] [data-scene="title"]')
    hall.hub.fallSilent()
    await hall.page.waitForSelector('[data-status="lost"] [data-scene="title"]', { timeout: 10_000 })
  })

  test('the name given once is told to the hub again after a reload without it', async () => {
    hall = await openHall(browser, { query: '?name=cánh%20trái' })
    const { page, hub } = hall
    hub.show(programme.title)
    await page.waitForSelector('[data-scene="title"]')
    await page.goto(`${hub.origin}/display/`)
    await page.waitForSelector('[data-scene="title"]')
    expect(hub.handshakes).toMatchObject([
      { contest: 'dan-van-kheo', screen: 'stage', name: 'cánh trái' },
      { contest: 'dan-van-kheo', screen: 'stage', name: 'cánh trái' },
    ])
  })

  test('without a contest the screen says what to do, and opens the first one by itself', async () => {
    hall = await openHall(browser)
    const { page, hub } = hall
    hub.list([])
    await page.reload()
    await page.waitForSelector('[data-message="no-contest"]')
    expect(await page.innerText('[data-message]')).toContain('Ban Tổ chức')
    hub.list([{ id: 'dan-van-kheo', title: '' }])
    hub.show(programme.title)
    await page.waitForSelector('[data-scene="title"]', { timeout: 8000 })
  })

  test('a phone is of the audience', async () => {
    hall = await openHall(browser, { size: 'phone' })
    hall.hub.show(programme.title)
    await hall.page.waitForSelector('[data-scene="title"]')
    expect(hall.hub.handshakes).toMatchObject([{ screen: 'audience' }])
  })
})

/** Text that reaches out of the safe area (a phone scrolls down, so there only its width counts), or out of its own box. */
async function cutText(page: Page, scrolls: boolean): Promise<string[]> {
  return page.evaluate((down) => {
    const [x, y] = [innerWidth * 0.05 - 1, innerHeight * 0.05 - 1]
    const walker = document.createTreeWalker(document.querySelector('#app') ?? document.body, NodeFilter.SHOW_TEXT)
    const cut: string[] = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement
      if (!node.textContent?.trim() || parent === null) continue
      if (
        getComputedStyle(parent).visibility === 'hidden' ||
        parent.closest('[inert], [data-connection], script, style')
      )
        continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const box = range.getBoundingClientRect()
      // The line box of large digits is taller than the digits: what counts below is the ink, about four fifths of it.
      const ink = box.height * 0.1
      const out =
        box.left < x ||
        box.right > innerWidth - x ||
        (!down && (box.top + ink < y || box.bottom - ink > innerHeight - y))
      const clipped = parent.scrollWidth > parent.clientWidth + 1 && getComputedStyle(parent).overflow !== 'visible'
      if (out || clipped) cut.push(node.textContent.trim())
    }
    return cut
  }, scrolls)
}

describe('everybody can read it', () => {
  test.each(Object.keys(sizes) as Size[])('nothing is cut on a %s', async (size) => {
    hall = await openHall(browser, { size, reducedMotion: 'reduce' })
    const cut: Partial<Record<Picture, string[]>> = {}
    for (const [name, entries] of Object.entries(programme)) {
      hall.hub.show(entries)
      await hall.page.waitForTimeout(200)
      const texts = await cutText(hall.page, size === 'phone')
      if (texts.length > 0) Object.assign(cut, { [name]: texts })
    }
    expect(cut).toEqual({})
  })

  test.each(['projector', 'old projector'] as const)('at twelve rows type is large enough on a %s', async (size) => {
    hall = await openHall(browser, { size, reducedMotion: 'reduce' })
    const twelve = finalRows.flatMap((row, index) => [
      { ...row, rank: index + 1 },
      { ...row, team: `doi-${index}`, rank: index + 7, decidedBy: null },
    ])
    const names = Object.fromEntries(
      twelve.map(({ team }, index) => [`team/${team}`, { name: `Đảng bộ xã Ea Ngai ${index}`, index }]),
    )
    hall.hub.show(sixSetUp, names, onAir({ kind: 'standings', stage: STAGE, final: true }), rows(twelve))
    await hall.page.waitForSelector('[data-team="doi-5"]')
    await hall.page.waitForTimeout(500)
    const heights = await hall.page.evaluate(() => {
      const smallest = (selector: string) =>
        Math.min(
          ...[...document.querySelectorAll(`[data-scene] ${selector}`)].map((part) =>
            Number.parseFloat(getComputedStyle(part).fontSize),
          ),
        ) /
        (innerHeight / 100)
      return {
        total: smallest('.total'),
        name: smallest('.name'),
        note: smallest('.note'),
        context: smallest('header p'),
      }
    })
    expect(await hall.page.getAttribute('[data-pages]', 'data-pages')).toBe('1')
    expect(heights.total).toBeGreaterThan(5.99)
    expect(heights.name).toBeGreaterThan(4.19)
    expect(heights.note).toBeGreaterThan(3.19)
    expect(heights.context).toBeGreaterThan(3.19)
  })

  test.each(['hall', 'official', 'paper'])('theme %s: contrast and roles hold', async (theme) => {
    hall = await openHall(browser, { query: `?theme=${theme}`, reducedMotion: 'reduce' })
    for (const name of looked) {
      hall.hub.show(programme[name])
      await hall.page.waitForTimeout(600)
      expect(await obstaclesOn(hall.page), name).toEqual([])
    }
    expect(await hall.page.getAttribute('html', 'data-theme')).toBe(theme)
  })

  test('the fit check fills the screen and says what to look for', async () => {
    hall = await openHall(browser, { query: '?fit=1&name=cánh%20trái' })
    hall.hub.show(programme.title)
    const fit = hall.page.locator('[data-fit]')
    await fit.waitFor()
    expect(await fit.innerText()).toMatch(/hàng ghế cuối[\s\S]*cánh trái · 1920 × 1080/)
  })
})
