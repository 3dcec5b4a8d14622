/** What the hall sees where stages follow each other: groups, who comes on, sessions, awards, and totals that are ranks. */
import type { Browser } from '@playwright/test'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { groupRows, LONGEST } from './grouped.ts'
import { type HallPage, launchChromium, openHall, read } from './hall-page.ts'
import { type Picture, programme } from './programme.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 40_000 })

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

/** Shows a picture to a hall that asked for no motion, so that what is read is what stays. */
async function still(picture: Picture, scene: string): Promise<string> {
  hall = await openHall(browser, { reducedMotion: 'reduce' })
  hall.hub.show(programme[picture])
  await hall.page.waitForSelector(`[data-scene="${scene}"] [data-team], [data-scene="${scene}"] h1`)
  await hall.page.waitForTimeout(600)
  return read(hall.page)
}

function teamsIn(selector: string): Promise<(string | null)[]> {
  return hall.page
    .locator(`${selector} [data-team][data-rank]`)
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-team')))
}

describe('standings by group', () => {
  test('give each group a page of its own, under its name', async () => {
    const seen = await still('standings by group', 'standings')
    expect(seen).toContain('Bảng A')
    expect(seen).not.toContain('Bảng B')
    const inA = groupRows.filter(({ category }) => category === 'A').map(({ team }) => team)
    expect(await teamsIn('ol.current')).toEqual(inA)
    await hall.page.waitForSelector('ol.current [data-section="Bảng B"]', { timeout: 12_000 })
    expect(await teamsIn('ol.current')).toEqual(groupRows.slice(inA.length).map(({ team }) => team))
    expect(await hall.page.locator('ol.current [data-section]').allInnerTexts()).toEqual(['Bảng B'])
  })

  test('say awards and who was disqualified', async () => {
    const seen = await still('standings by group', 'standings')
    for (const words of ['Giải Nhất', 'Giải Ba · đồng hạng 3', 'bị loại']) expect(seen).toContain(words)
  })

  test('of a group that takes two pages name it on both', async () => {
    await still('standings of thirty by group', 'standings')
    const headings = hall.page.locator('ol [data-section]')
    expect(await headings.evaluateAll((found) => found.map((each) => each.getAttribute('data-section')))).toEqual([
      'Bảng A',
      'Bảng A',
      'Bảng B',
      'Bảng B',
    ])
  })
})

test('a ceremony of a group names it once, and lists nobody of the other', async () => {
  const seen = await still('winner of a group', 'ceremony')
  expect(seen.split('Bảng A')).toHaveLength(2)
  expect(seen).toContain('Giải Nhất')
  const others = groupRows.filter(({ category }) => category === 'B').map(({ team }) => team)
  expect((await teamsIn('[data-scene]')).filter((team) => team !== null && others.includes(team))).toEqual([])
})

test.each(['standings by ranks', 'interim standings by ranks', 'ceremony by ranks'] as const)(
  '%s: a sum of ranks is called what it is',
  async (picture) => {
    const seen = await still(picture, picture.startsWith('ceremony') ? 'ceremony' : 'standings')
    expect(seen).toContain('tổng thứ hạng')
    expect(seen).toContain('5,50')
  },
)

describe('who comes on', () => {
  test('is named without rank and total, every one of them', async () => {
    const seen = await still('qualifiers', 'qualifiers')
    expect(await teamsIn('[data-scene]')).toEqual(['doi-1', 'doi-2', 'doi-5', 'doi-7', 'doi-8', 'doi-10'])
    for (const name of [LONGEST.split(' – ')[0], 'Đảng bộ xã Ea Ngai', 'Đảng bộ phường Buôn Hồ'])
      expect(seen).toContain(name)
    expect(await hall.page.locator('[data-scene] .rank, [data-scene] .total').count()).toBe(0)
  })
})

describe('an award', () => {
  const sizeOf = (selector: string) =>
    hall.page
      .locator(selector)
      .first()
      .evaluate((part) => Number.parseFloat(getComputedStyle(part).fontSize))

  test('is less than its winner, who stands large', async () => {
    await still('award', 'award')
    expect(await sizeOf('[data-scene] [data-team] h1')).toBeGreaterThan(await sizeOf('[data-scene] header h1'))
  })

  test('that several share sets all their names alike', async () => {
    await still('award of three', 'award')
    const names = hall.page.locator('[data-scene] [data-team] .name')
    expect(await names.count()).toBe(3)
    const sizes = await names.evaluateAll((found) => found.map((name) => getComputedStyle(name).fontSize))
    expect(new Set(sizes).size).toBe(1)
  })
})

test('a session says when it begins', async () => {
  expect(await still('session', 'session')).toContain('13:30 · 14/10/2026')
})

test('a new leader of a group glides, and the group’s name stays where it is', async () => {
  hall = await openHall(browser)
  const { page, hub } = hall
  const before = groupRows.map((row) => ({ ...row, certified: false }))
  const now = before.map((row) =>
    row.team === 'doi-1' ? { ...row, rank: 1, total: '93.00' } : row.team === 'doi-2' ? { ...row, rank: 2 } : row,
  )
  const rowsOf = (rows: typeof before) => Object.fromEntries(rows.map((row) => [`row/${row.stage}/${row.team}`, row]))
  const { scene: _, ...setUp } = programme['standings by group']
  hub.show(setUp, rowsOf(before), { scene: { kind: 'stand-by' } })
  await page.waitForSelector('[data-scene="stand-by"]')
  hub.show(setUp, rowsOf(now), { scene: { kind: 'standings', stage: 'vong-loai', final: false } })
  const heading = page.locator('ol.current [data-section="Bảng A"]')
  await heading.waitFor()
  await page.waitForTimeout(800)
  const places: (number | undefined)[] = []
  for (let look = 0; look < 12; look++) {
    places.push(Math.round((await heading.boundingBox())?.y ?? -1))
    await page.waitForTimeout(250)
  }
  expect(new Set(places).size).toBe(1)
  expect((await teamsIn('ol.current')).slice(0, 2)).toEqual(['doi-1', 'doi-2'])
})
