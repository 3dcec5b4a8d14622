/**
 * `npm run two-stages`: one line that tells how a preliminary in two groups and a ranking final went through real pages, with equal teams across
 * the cut and at the top, and how the best of it came to be teams of the contest one level up. `--pictures <folder>` keeps the last screen.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { chromiumLaunch } from '../e2e/browser.ts'
import { Organiser } from '../e2e/people/organiser.ts'
import { Venue } from '../e2e/venue.ts'
import { definition, final, finalists, finalTable, judges, nameOf, preliminary } from './contest.ts'
import { Evening } from './evening.ts'
import { makeProvince, sendOn, sendTied } from './one-level-up.ts'

const { values } = parseArgs({ options: { pictures: { type: 'string' } } })
const browser = await chromium.launch(chromiumLaunch)
const venue = await Venue.open(browser)
try {
  const organiser = await new Organiser(await venue.device('laptop')).openHome(venue.address, venue.organiserKey)
  await organiser.createFromFile(definition)
  const links = await organiser.links(judges)
  await organiser.page.context().close()
  const evening = await Evening.gather(venue, links)
  const played = await evening.play()
  if (values.pictures !== undefined) {
    mkdirSync(values.pictures, { recursive: true })
    await evening.picture(join(values.pictures, 'final.png'))
  }
  const tied = await sendTied(venue, links.console, preliminary.stage, 3)
  const own = await sendOn(venue, links.console, final.stage, 2)
  // A neighbour's contest was played elsewhere; its first team happens to have the name and the id of ours.
  const neighbour = {
    ...own,
    contest: { id: 'huyen-tan-yen', title: 'Hội thi huyện Tân Yên' },
    teams: own.teams.slice(0, 1),
  }
  const province = await makeProvince(venue, 'tinh', [own, neighbour])

  const rows = finalTable.map(({ team, ...row }) => ({ team: nameOf(team), ...row }))
  const placesRight = rows.filter((row, at) => same(row, played.table[at])).length
  const unit = definition.organiser
  const expectedNames = [`${nameOf('b1')} (${unit})`, nameOf('a1'), `${nameOf('b1')} (Hội thi huyện Tân Yên)`]
  const faults = [
    ...(played.right === played.shown ? [] : ['a score on the projector is not the one that was worked out by hand']),
    ...(same(played.called, finalists) ? [] : [`the hall was told that ${played.called.join(', ')} come on`]),
    ...(same(played.table, rows) ? [] : [`the final table is ${JSON.stringify(played.table)}`]),
    ...(tied.teams.length === 4 ? [] : [`with all who are equal across the cut ${tied.teams.length} teams go on`]),
    ...(same(
      own.teams.map(({ id, rank }) => `${rank} ${id}`),
      ['1 b1', '2 a1'],
    )
      ? []
      : ['the file names other teams']),
    ...(same(province.names, expectedNames) ? [] : [`one level up the teams are ${province.names.join(', ')}`]),
    ...venue.watch.problems,
  ]
  console.log(
    `two-stages: ${played.right} of ${played.shown} scores and ${placesRight} of ${rows.length} places on the projector as worked out by hand; ` +
      `a tie across the cut decided by the head judge, a tie at the top by a question; ${own.teams.length} teams exported, ` +
      `${province.names.length} imported one level up from 2 files; ${faults.length} faults`,
  )
  for (const fault of faults) console.error(fault)
  if (faults.length > 0) process.exitCode = 1
} finally {
  await venue.close()
  await browser.close()
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
