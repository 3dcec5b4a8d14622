/**
 * The golden table through real pages: one contest for each of its cells, played by people at phones, consoles and a projector in one browser.
 * What counts is what the projector shows at the end: team, rank and total as they are drawn.
 */
import { chromium } from '@playwright/test'
import { chromiumLaunch } from '../e2e/browser.ts'
import { gather, playGolden } from '../e2e/golden-play.ts'
import { deskLinkOf } from '../e2e/people/head-judge.ts'
import type { ShownRow } from '../e2e/people/stage.ts'
import { Venue } from '../e2e/venue.ts'
import { inLanes } from '../harness/lanes.ts'
import { definitionFor, type GoldenCase, type GoldenCell, readGoldenCase } from './golden.ts'

export interface Reading {
  readonly contests: number
  /** How many totals there are to read, and how many stood there with the right team and rank. */
  readonly totals: number
  readonly right: number
  /** What was read otherwise, and what any page complained about. */
  readonly problems: readonly string[]
}

/** Contests that are played at a time: while one MC waits, another jury marks. */
const together = 3

/** Plays the first `cells` cells of the table; all of them by default. */
export async function readOffProjector(cells?: number): Promise<Reading> {
  const golden = readGoldenCase()
  const cellsRead = golden.expected.slice(0, cells)
  const totals = cellsRead.reduce((sum, { teams }) => sum + teams.length, 0)
  const browser = await chromium.launch(chromiumLaunch)
  const venue = await Venue.open(browser)
  const differences: string[] = []
  try {
    await inLanes(cellsRead, together, async (cell) => {
      differences.push(...differencesOf(golden, cell, await playCell(venue, golden, cell)))
    })
  } finally {
    await venue.close()
    await browser.close()
  }
  const right = totals - differences.length
  return { contests: cellsRead.length, totals, right, problems: [...differences, ...venue.watch.problems] }
}

async function playCell(venue: Venue, golden: GoldenCase, cell: GoldenCell): Promise<ShownRow[]> {
  const definition = definitionFor(golden, cell)
  const { links } = await venue.create({ ...definition, id: `${definition.id}-${cell.combine}-${cell.overtime}` })
  const head = golden.definition.judges.find((judge) => judge.head)?.id ?? ''
  const company = await gather(venue, links, deskLinkOf(links.judges[head]))
  try {
    return await playGolden(golden, company, { short: true })
  } finally {
    await company.leave()
  }
}

/** One line for each total that does not stand on the projector as it was computed by hand. */
function differencesOf({ definition }: GoldenCase, cell: GoldenCell, shown: readonly ShownRow[]): string[] {
  return cell.teams.flatMap(({ team, rank, total }) => {
    const name = definition.teams.find(({ id }) => id === team)?.name
    const row = shown.find((one) => one.team === name)
    const expected = `${rank}. ${total.replace('.', ',')}`
    const read = row === undefined ? 'nothing' : `${row.rank}. ${row.total}`
    return read === expected ? [] : [`${cell.combine}, ${cell.overtime}, ${name}: expected ${expected}, read ${read}`]
  })
}
