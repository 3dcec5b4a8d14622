/**
 * `npm run golden`: one line that tells whether every figure computed by hand, and every one printed in published examples, is what the engine
 * computes and, with all marks typed on phones in real browsers, what the projector shows. `--engine` leaves the browsers out, `--cells 1`
 * plays only so many of the nine contests. What each published example comes to stands beside the result, and differences after it.
 */
import { parseArgs } from 'node:util'
import { readOffProjector } from './browsers.ts'
import { type Figure, goldenFigures } from './figures.ts'
import { publishedFigures } from './published-figures.ts'

const { values } = parseArgs({ options: { engine: { type: 'boolean', default: false }, cells: { type: 'string' } } })
const cells = values.cells === undefined ? undefined : Number(values.cells)
if (cells !== undefined && !(Number.isInteger(cells) && cells > 0))
  throw new Error('--cells takes a whole number above 0')

const figures = goldenFigures()
const published = publishedFigures()
const printed = published.flatMap((example) => example.printed)
const lines = [
  `engine ${agreeing(figures)} figures agree`,
  `published ${agreeing(printed)} figures agree (${published.length} examples)`,
]
const problems = [
  ...differences(figures),
  ...published.flatMap((example) =>
    differences([...example.printed, ...example.derived]).map((line) => `${example.file}, ${line}`),
  ),
]
if (!values.engine) {
  const read = await readOffProjector(cells)
  lines.push(`browsers ${read.right} of ${read.totals} totals read off the projector agree (${read.contests} contests)`)
  problems.push(...read.problems)
}
console.log(`golden: ${lines.join('; ')}`)
for (const { file, topic, printed: own, derived } of published) {
  const unprinted = derived.length === 0 ? '' : `, not printed ${agreeing(derived)}`
  console.error(`  ${file}: ${agreeing(own)}${unprinted} (${topic})`)
}
for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exitCode = 1

function agreeing(list: readonly Figure[]): string {
  return `${list.length - differences(list).length} of ${list.length}`
}

function differences(list: readonly Figure[]): string[] {
  const wrong = list.filter(({ expected, actual }) => expected !== actual)
  return wrong.map(({ what, expected, actual }) => `${what}: expected ${expected}, the engine says ${actual}`)
}
