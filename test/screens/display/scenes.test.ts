/** The page of the hall as the hall sees it: every scene in a real browser, over a real connection, driven by a stand-in hub. */
import type { Browser } from '@playwright/test'
import * as v from 'valibot'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  afterGreetings,
  afterKnowledge,
  type Entries,
  finalRows,
  onAir,
  rows,
  SIX,
  STAGE,
  score,
  scores,
  sixSetUp,
} from './fixtures.ts'
import { type HallPage, launchChromium, openHall, read } from './hall-page.ts'
import { programme } from './programme.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 40_000 })

const round = 'chao-hoi'
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

/** The kind of scene; before the first cue there is none. */
function sceneOf(picture: Entries): string {
  return v.parse(v.optional(v.object({ kind: v.string() }), { kind: 'none' }), picture.scene).kind
}

async function rowsOf({ page }: HallPage) {
  return page
    .locator('[data-scene] [data-team][data-rank]')
    .evaluateAll((found) =>
      found.map((row) => ({ team: row.getAttribute('data-team'), total: row.getAttribute('data-total') })),
    )
}

describe('standings', () => {
  test('show every announced row with the very total that was announced', async () => {
    hall = await openHall(browser)
    hall.hub.show(programme['final standings'])
    await hall.page.waitForSelector('[data-scene="standings"][data-final="true"] [data-team]')
    expect(await rowsOf(hall)).toEqual(finalRows.map(({ team, total }) => ({ team, total })))
    const text = await read(hall.page)
    for (const words of ['86,75', '84,85', 'hơn nhờ Tiểu phẩm', 'đồng hạng 5']) expect(text).toContain(words)
  })

  test('say in words that a team is unranked', async () => {
    hall = await openHall(browser)
    hall.hub.show(programme['interim standings'])
    const row = hall.page.locator('[data-scene] [data-team="cu-mgar"]')
    await row.waitFor()
    expect(await row.innerText()).toMatch(/^–[\s\S]*chưa xếp hạng[\s\S]*–$/)
  })

  test('open on the table that the hall knew, and settle on the new one exactly', async () => {
    hall = await openHall(browser)
    hall.hub.show(sixSetUp, rows(afterGreetings), onAir({ kind: 'stand-by' }))
    await hall.page.waitForSelector('[data-scene="stand-by"]')
    hall.hub.show(sixSetUp, rows(afterKnowledge), onAir({ kind: 'standings', stage: STAGE, final: false }))
    await hall.page.waitForSelector('[data-scene="standings"] [data-team]')
    expect((await rowsOf(hall)).map((row) => row.team)).toEqual(afterGreetings.map((row) => row.team))
    await expect
      .poll(() => rowsOf(hall), { timeout: 5000 })
      .toEqual(afterKnowledge.map(({ team, total }) => ({ team, total })))
    await expect.poll(() => read(hall.page), { timeout: 5000 }).toContain('44,05')
  })

  test('of thirty teams turn their pages by themselves and hold every row', async () => {
    hall = await openHall(browser)
    hall.hub.show(programme['standings of thirty'])
    await hall.page.waitForSelector('[data-scene="standings"] ol.current [data-team="doi-01"]')
    expect(await rowsOf(hall)).toHaveLength(30)
    expect(await read(hall.page)).not.toContain('Công an 30')
    await hall.page.waitForSelector('ol.current [data-team="doi-12"]', { timeout: 12_000 })
    expect(await hall.page.locator('ol:not(.current)[inert]').count()).toBeGreaterThan(0)
  })
})

describe('a score', () => {
  test('ends on the announced figure, with each deduction on a line of its own', async () => {
    hall = await openHall(browser)
    hall.hub.show(programme.score)
    await hall.page.waitForSelector('[data-score="14.19"]')
    await expect.poll(() => read(hall.page), { timeout: 5000 }).toMatch(/\b14,19\b/)
    expect(await hall.page.locator('[data-cut]').allInnerTexts()).toEqual([
      'trừ 1,00 · quá 1 phút 20 giây',
      'trừ 1,00 · vào sân khấu muộn',
    ])
    expect(await hall.page.locator('[data-bonus]').innerText()).toBe('cộng 0,50 · sáng tạo')
  })

  test('never shows more than was announced on its way', async () => {
    hall = await openHall(browser)
    hall.hub.show(programme.score)
    await hall.page.waitForSelector('[data-score]')
    const seen = await hall.page.evaluate(async () => {
      const figures: string[] = []
      const until = performance.now() + 2000
      while (performance.now() < until) {
        figures.push(document.querySelector('[data-score] .count')?.textContent?.trim() ?? '')
        await new Promise(requestAnimationFrame)
      }
      return figures
    })
    const units = seen.map((figure) => Number(figure.replace(',', '')))
    expect(Math.max(...units)).toBe(1419)
    expect(units).toEqual([...units].sort((a, b) => a - b))
    expect(new Set(units).size).toBeGreaterThan(5)
  })

  test('that is corrected says so and does not count up again', async () => {
    hall = await openHall(browser)
    hall.hub.show(programme.correction)
    await hall.page.waitForSelector('[data-correction="true"]')
    const text = await read(hall.page)
    expect(text).toContain('điều chỉnh')
    expect(text).toContain('14,19')
  })

  test('that nobody could give is told in words and is no zero', async () => {
    hall = await openHall(browser)
    hall.hub.show(programme['no score'])
    await hall.page.waitForSelector('[data-scene="score"] [data-score=""]')
    expect(await read(hall.page)).toContain('Chưa có điểm')
    expect(await read(hall.page)).not.toContain('0,00')
  })

  test('stands at once for those who asked for no motion', async () => {
    hall = await openHall(browser, { reducedMotion: 'reduce' })
    hall.hub.show(programme.score)
    await hall.page.waitForSelector('[data-score="14.19"]')
    expect(await read(hall.page)).toContain('14,19')
  })
})

describe('what must not be seen', () => {
  test('a scene never shows the name, the time or the score of the team before', async () => {
    hall = await openHall(browser)
    const timer = { round, team: 'ea-ngai', elapsedMs: 72_000, startedAt: Date.now() }
    const first = scores([score(round, 'ea-ngai', '17.75')])
    hall.hub.show(sixSetUp, onAir({ kind: 'performance', round, team: 'ea-ngai', place: 1, of: 6 }), { timer }, first)
    await hall.page.waitForSelector('[data-scene="performance"]')
    await hall.page.evaluate(() => {
      const seen: string[] = []
      Object.assign(window, { seen })
      const look = () => {
        for (const scene of document.querySelectorAll<HTMLElement>('[data-scene]')) {
          if (scene.querySelector('[data-team="quan-su"]')) seen.push(scene.innerText)
        }
        requestAnimationFrame(look)
      }
      look()
    })
    // The timer and the count of sheets still belong to the first team, as they would on a slow hub.
    const stale = { timer, progress: { round, team: 'ea-ngai', submitted: 5, expected: 5 }, ...first }
    hall.hub.show(sixSetUp, onAir({ kind: 'performance', round, team: 'quan-su', place: 2, of: 6 }), stale)
    await hall.page.waitForTimeout(700)
    hall.hub.show(sixSetUp, onAir({ kind: 'progress', round, team: 'quan-su' }), stale)
    await hall.page.waitForTimeout(700)
    hall.hub.show(
      sixSetUp,
      onAir({ kind: 'score', round, team: 'quan-su' }),
      stale,
      scores([score(round, 'quan-su', '17.05')]),
    )
    await hall.page.waitForTimeout(700)
    const seen = await hall.page.evaluate(() => (window as Window & { seen?: string[] }).seen?.join('\n') ?? '')
    expect(seen).toContain('Đảng ủy Quân sự tỉnh')
    expect(seen).toContain('5:00')
    for (const leftover of ['Ea Ngai', '17,75', '3:4', '1 phút', '5/5']) expect(seen).not.toContain(leftover)
  })

  test('a ceremony lists the announced teams and not one of the others', async () => {
    hall = await openHall(browser)
    hall.hub.show(programme.ceremony)
    await hall.page.waitForSelector('[data-scene="ceremony"] [data-now]')
    expect((await rowsOf(hall)).map((row) => row.team)).toEqual(['lien-quan', 'cu-mgar'])
    const content = await hall.page.content()
    for (const name of ['Ea Ngai', 'Quân sự', 'Tây Đằng', 'Buôn Hồ']) expect(content).not.toContain(name)
  })

  test('a ceremony goes up from the last place, one team at a time', async () => {
    hall = await openHall(browser)
    for (let place = 6; place >= 1; place--) {
      const team = finalRows[place - 1]?.team ?? ''
      hall.hub.show(
        sixSetUp,
        onAir({ kind: 'ceremony', stage: STAGE, team, place, of: 6 }),
        rows(finalRows.slice(place - 1)),
      )
      await hall.page.waitForSelector(`[data-now][data-team="${team}"]`)
      await hall.page.waitForTimeout(450)
      expect((await rowsOf(hall)).map((row) => row.team)).toEqual(finalRows.slice(place - 1).map((row) => row.team))
    }
    await expect.poll(() => read(hall.page)).toContain('Hạng 1')
  })
})

test('any scene may follow any other, however fast the clicks', async () => {
  hall = await openHall(browser, { size: 'old projector' })
  const pictures = [...new Map(Object.values(programme).map((picture) => [sceneOf(picture), picture])).values()]
  expect(pictures).toHaveLength(14)
  // 0 1 0 2 0 3 … 1 2 1 3 …: every one after every other.
  for (const [index, from] of pictures.entries()) {
    for (const to of pictures.slice(index + 1)) {
      for (const picture of [from, to]) {
        hall.hub.show(picture)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
  }
  hall.hub.show(programme['line-up'])
  await hall.page.waitForSelector('[data-scene="line-up"]')
  await expect.poll(() => hall.page.locator('main > section').count(), { timeout: 10_000 }).toBe(1)
  expect(await rowsOf(hall)).toHaveLength(SIX.length)
})

test('the clock runs by hub time and counts beyond the limit in words', async () => {
  hall = await openHall(browser)
  const timer = { round, team: 'ea-ngai', elapsedMs: 299_000, startedAt: Date.now() }
  hall.hub.show(sixSetUp, onAir({ kind: 'performance', round, team: 'ea-ngai', place: 1, of: 6 }), { timer })
  await hall.page.waitForSelector('[data-timer="running"]')
  await expect.poll(() => read(hall.page), { timeout: 5000 }).toMatch(/\+0:01\s+quá giờ/)
})

test('progress is a count of sheets', async () => {
  hall = await openHall(browser)
  hall.hub.show(programme.progress)
  const sheets = hall.page.locator('[data-submitted="3"][data-expected="5"]')
  await sheets.waitFor()
  expect(await sheets.innerText()).toMatch(/3\/5\s+phiếu đã nộp/)
})
