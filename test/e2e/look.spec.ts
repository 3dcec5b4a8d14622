/** What the hall sees on any projector: rows that glide, type that the last row can read, names that are never cut, and nothing from outside. */

import { contestOf, evenScript, longName } from './contests.ts'
import { cutTexts, filmRows, projectors, smallestType } from './eyes.ts'
import { test } from './fixtures.ts'
import { expect } from './patience.ts'
import { Stage } from './people/stage.ts'
import { RobotShow } from './robot-show.ts'
import type { Venue } from './venue.ts'

/** Marks of each round: Đội 3 is last after two rounds and leads after three. */
const overtaking = evenScript((round, team) => {
  if (team === 3) return round < 3 ? '3' : '10'
  return round < 3 ? String(7 - team) : '1'
})
const ranked = evenScript((_, team) => String(10 - team / 4))

/** The table after three rounds, filmed while it takes the place of the one after two. */
async function filmOvertaking(venue: Venue, device: 'projector' | 'calm-projector'): Promise<Record<string, number[]>> {
  const show = await RobotShow.prepare(venue, contestOf({ teams: 3, rounds: 4, judges: 1 }), overtaking)
  const stage = await new Stage(await venue.device(device)).open(show.created.links.display)
  await show.playTo('phan-2/overall')
  await expect(stage.scene('standings')).toBeVisible()
  await stage.settled()
  await show.playTo('phan-3/standings')
  await expect(stage.scene('round-standings')).toBeVisible()
  const film = await filmRows(stage.page)
  await show.playTo('phan-3/overall')
  const first = stage.scene('standings').locator('li[data-team]').first()
  await expect(first).toHaveAttribute('data-team', 'doi-3')
  await stage.settled()
  show.cast.close()
  return film.end()
}

/** Positions at least this far from both ends are on the way; a scene that rises moves its rows by less. */
const margin = 60

function onTheWay(tops: readonly number[]): number[] {
  const [low, high] = [Math.min(...tops), Math.max(...tops)]
  return tops.filter((top) => top > low + margin && top < high - margin)
}

test('rows glide to their new places when the ranks change', async ({ venue }) => {
  const tops = await filmOvertaking(venue, 'projector')
  expect(tops['doi-3']?.at(-1)).toBeLessThan(tops['doi-3']?.[0] ?? 0)
  expect(onTheWay(tops['doi-3'] ?? []).length).toBeGreaterThan(3)
})

test('with reduced motion rows are simply in their new places', async ({ venue }) => {
  const tops = await filmOvertaking(venue, 'calm-projector')
  for (const team of ['doi-1', 'doi-2', 'doi-3']) expect(onTheWay(tops[team] ?? [])).toEqual([])
})

test('a table of 12 teams is read from the last row: totals at least 6 % of the height, names 4,2 %, on any projector', async ({
  venue,
}) => {
  const show = await RobotShow.prepare(venue, contestOf({ teams: 12, judges: 1 }), ranked)
  const stage = await new Stage(await venue.device('projector')).open(show.created.links.display)
  for (const cue of ['phan-1/standings', 'chung-ket/final']) {
    await show.playTo(cue)
    await expect(stage.page.locator('li[data-team]')).toHaveCount(12)
    for (const size of projectors) {
      await stage.page.setViewportSize(size)
      await stage.settled()
      expect(await stage.page.locator('[data-pages]').getAttribute('data-pages')).toBe('1')
      expect(await smallestType(stage.page, 'li .total')).toBeGreaterThanOrEqual(6)
      expect(await smallestType(stage.page, 'li .name')).toBeGreaterThanOrEqual(4.2)
      expect(await cutTexts(stage.page)).toEqual([])
    }
  }
  show.cast.close()
})

test('30 teams with names of 50 characters: nothing is cut off in any scene, on any projector', async ({ venue }) => {
  test.setTimeout(180_000)
  const definition = contestOf({ teams: 30, judges: 1, nameOf: longName })
  expect(longName(1)).toHaveLength(50)
  const show = await RobotShow.prepare(venue, definition, ranked)
  const stage = await new Stage(await venue.device('projector')).open(show.created.links.display)
  const looks: Readonly<Record<string, string>> = {
    'chung-ket/title': 'title',
    'phan-1/line-up': 'line-up',
    'phan-1/doi-1/intro': 'team',
    'phan-1/doi-1/perform': 'performance',
    'phan-1/doi-1/marking': 'progress',
    'phan-1/doi-1/score': 'score',
    'phan-1/standings': 'round-standings',
    'chung-ket/place/30': 'ceremony',
    'chung-ket/place/1': 'ceremony',
    'chung-ket/final': 'standings',
  }
  await show.play(async (cue) => {
    const scene = looks[cue]
    if (scene === undefined) return
    await expect(stage.scene(scene)).toBeVisible()
    for (const size of projectors) {
      await stage.page.setViewportSize(size)
      await stage.settled()
      expect(await cutTexts(stage.page), `${scene} at ${size.width} × ${size.height}`).toEqual([])
    }
  })
  const teams = await stage.page.locator('[data-scene=standings] li[data-team]').count()
  expect(teams).toBe(30)
  show.cast.close()
})

test('every page brings its own fonts and asks nobody but the hub', async ({ venue }) => {
  const show = await RobotShow.prepare(venue, contestOf({ teams: 2 }), ranked)
  const { display, mc, secretary, judges } = show.created.links
  for (const link of [display, mc, secretary, judges.gk1 ?? '', `${venue.address}/`]) {
    const page = await venue.device('laptop')
    await page.goto(link)
    await page.waitForFunction(() => document.body.innerText.trim() !== '')
    await page.evaluate(() => document.fonts.ready)
    expect(await page.evaluate(() => window.isSecureContext)).toBe(false)
  }
  show.cast.close()
})
