/**
 * `npm run screens`: plays contests on a real hub and takes a picture of every screen at every size, for people to look at. `--out <folder>` says where
 * they go, `--pictures` also takes the README's pictures anew. It fails when a page complains or asks anybody but the hub; beauty is for eyes.
 */
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { chromiumLaunch } from '../e2e/browser.ts'
import { Venue } from '../e2e/venue.ts'
import { Album } from './pictures/album.ts'
import { consoleTour } from './pictures/console-tour.ts'
import { papersTour } from './pictures/papers-tour.ts'
import { phoneTour } from './pictures/phone-tour.ts'
import { projectorTour } from './pictures/projector-tour.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { values } = parseArgs({ options: { out: { type: 'string' }, pictures: { type: 'boolean', default: false } } })
const album = new Album(
  values.out ?? join(root, 'test-results', 'screens'),
  values.pictures ? join(root, 'docs', 'pictures') : null,
)
const browser = await chromium.launch(chromiumLaunch)
const problems: string[] = []
try {
  for (const tour of [projectorTour, phoneTour, consoleTour, papersTour]) {
    const venue = await Venue.open(browser)
    try {
      await tour(venue, album)
    } finally {
      await venue.close()
    }
    problems.push(...venue.watch.problems)
  }
} finally {
  await browser.close()
}
console.log(
  `screens: ${album.pictures} pictures of ${album.screens} screens in ${relative(process.cwd(), album.folder)}`,
)
for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exitCode = 1
