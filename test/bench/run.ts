/**
 * `npm run bench`: measures the hub beside bare baselines and writes ratios to a file.
 * `--redis` those with the ledger in Redis; `--only <name>` one measurement; `--seconds <n>` of each steady load; `--pairs <n>` repetitions; `--json <file>` where to write;
 * beside it the same as a table.
 * One line a figure on stdout and one for all of them; exit code 1 when an aim is missed.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Figure, isReached, lineOf, type Scope, tableOf } from './figure.ts'
import { measurements } from './figures/registry.ts'

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    redis: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '10' },
    pairs: { type: 'string', default: '5' },
    json: { type: 'string' },
  },
})

const results = fileURLToPath(new URL(`./results/latest${options.redis ? '-redis' : ''}.json`, import.meta.url))
const file = options.json ?? results
const scope: Scope = {
  seconds: Number(options.seconds),
  pairs: Number(options.pairs),
  note: (text) => console.error(`  ${text}`),
}
const offered = measurements[options.redis ? 'redis' : 'embedded']
const chosen = offered.filter(({ name }) => options.only === undefined || name === options.only)
if (chosen.length === 0) {
  console.error(`--only takes one of: ${offered.map(({ name }) => name).join(', ')}`)
  process.exit(2)
}

const figures: Figure[] = []
for (const { name, measure } of chosen) {
  console.error(`${name} …`)
  for (const figure of await measure(scope)) {
    figures.push(figure)
    console.log(lineOf(figure))
  }
}
mkdirSync(dirname(file), { recursive: true })
const machine = { processors: availableParallelism(), model: cpus()[0]?.model ?? '', node: process.version }
writeFileSync(file, `${JSON.stringify({ machine, seconds: scope.seconds, pairs: scope.pairs, figures }, null, 2)}\n`)
writeFileSync(file.replace(/(\.json)?$/, '.md'), tableOf(figures))
const aims = figures.filter(({ aim }) => aim !== null)
const reached = aims.filter(isReached)
console.log(`bench: ${reached.length} of ${aims.length} aims reached`)
if (reached.length < aims.length) process.exitCode = 1
