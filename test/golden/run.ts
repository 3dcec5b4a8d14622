/**
 * `npm run golden`: one line that tells whether every figure computed by hand is what the engine computes and, with all marks typed on phones
 * in real browsers, what the projector shows. `--engine` leaves the browsers out, `--cells 1` plays only so many of the nine contests.
 */
import { parseArgs } from 'node:util'
import { readOffProjector } from './browsers.ts'
import { goldenFigures } from './figures.ts'

const { values } = parseArgs({ options: { engine: { type: 'boolean', default: false }, cells: { type: 'string' } } })
const cells = values.cells === undefined ? undefined : Number(values.cells)
if (cells !== undefined && !(Number.isInteger(cells) && cells > 0))
  throw new Error('--cells takes a whole number above 0')

const figures = goldenFigures()
const wrong = figures.filter(({ expected, actual }) => expected !== actual)
const problems = wrong.map(({ what, expected, actual }) => `${what}: expected ${expected}, the engine says ${actual}`)
const lines = [`engine ${figures.length - wrong.length} of ${figures.length} figures agree`]
if (!values.engine) {
  const read = await readOffProjector(cells)
  lines.push(`browsers ${read.right} of ${read.totals} totals read off the projector agree (${read.contests} contests)`)
  problems.push(...read.problems)
}
console.log(`golden: ${lines.join('; ')}`)
for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exitCode = 1
