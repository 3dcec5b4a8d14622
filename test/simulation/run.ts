/**
 * `npm run simulate`: tells many stories, each from its seed, and proves that bugs planted on purpose are found. One line of result; what
 * failed, and how far it has come, is on stderr. `--seed 17 --story` prints what happens in one story instead.
 */
import { parseArgs } from 'node:util'
import { type PlantedBug, plantedBugs } from './bugs.ts'
import { tell } from './story.ts'

/** A planted bug must be found within so many seeds. */
const seedsPerBug = 200

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '2000' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    story: { type: 'boolean', default: false },
  },
})
const seeds = Number(values.seed === undefined ? values.seeds : 1)
const from = Number(values.seed ?? values.from)
if (![seeds, from].every(Number.isSafeInteger) || seeds < 1) {
  throw new RangeError('usage: run.ts [--seeds <number>] [--from <number>] | --seed <number> [--story]')
}

interface Sum {
  acknowledged: number
  commits: number
  losses: number
  failed: number[]
}

async function tellAll(): Promise<Sum> {
  const sum: Sum = { acknowledged: 0, commits: 0, losses: 0, failed: [] }
  for (let seed = from; seed < from + seeds; seed++) {
    const told = await tell(seed, {}, values.story ? (line) => console.log(line) : undefined)
    sum.acknowledged += told.acknowledged
    sum.commits += told.commits
    sum.losses += told.losses
    if (told.failures.length > 0) {
      sum.failed.push(seed)
      console.error(`seed ${seed}:\n  ${told.failures.join('\n  ')}`)
    }
    if ((seed - from + 1) % 100 === 0) console.error(`${seed - from + 1} seeds, ${sum.commits} commits`)
  }
  return sum
}

/** The first seed in whose story the bug is found; undefined when none is. */
async function hunt(bug: PlantedBug): Promise<number | undefined> {
  for (let seed = 1; seed <= seedsPerBug; seed++) {
    const { failures } = await tell(seed, bug)
    if (failures.length === 0) continue
    console.error(`planted, ${bug.name}: ${failures[0]}`)
    return seed
  }
  console.error(`planted, ${bug.name}: not found`)
  return undefined
}

const { acknowledged, commits, losses, failed } = await tellAll()
const found: string[] = []
if (values.seed === undefined) {
  for (const bug of plantedBugs) {
    const seed = await hunt(bug)
    if (seed !== undefined) found.push(`${bug.name} (seed ${seed})`)
  }
}
const bugs = values.seed === undefined ? `; planted bugs found: ${found.join(', ')}` : ''
console.log(
  `simulate: ${seeds} seeds, ${acknowledged} commands acknowledged, ${commits} commits, ${losses} losses of a medium, ${failed.length} failures${bugs}`,
)
// A hub that was killed leaves promises that nobody will ever keep; nothing of it runs any more.
process.exit(failed.length > 0 || (values.seed === undefined && found.length < plantedBugs.length) ? 1 : 0)
