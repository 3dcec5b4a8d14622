/**
 * `npm run oracle`: engine and oracle side by side on random contests, and the invariants on each. One line of result; the first
 * differences on stderr. It fails on any of them, and if a rule was never exercised. A number of contests, and the seed of the first:
 *
 *     npm run oracle -- --contests 10000 --seed 1
 *
 * With `--counts` it also tells how often each rule was exercised. It never writes anything but its report.
 */
import { parseArgs } from 'node:util'
import { compared } from './compare.ts'
import type { RandomContest } from './contest.ts'
import { engineAnswer } from './engine.ts'
import { TO_BE_EXERCISED } from './exercised.ts'
import { brokenBy, INVARIANTS } from './invariants.ts'
import { type Answer, oracleAnswer } from './oracle.ts'
import { randomContest } from './random-contests.ts'

const MOST_TOLD = 10

function differencesIn(contest: RandomContest, oracle: Answer) {
  try {
    return compared(engineAnswer(contest), oracle)
  } catch (error) {
    return { figures: 0, differences: [`the engine fails: ${String(error)}`] }
  }
}

function countOf(text: string, name: string): number {
  const count = Number(text)
  if (!Number.isSafeInteger(count) || count < 0) throw new Error(`--${name} is a whole number`)
  return count
}

function main(): void {
  const { values } = parseArgs({
    options: {
      contests: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      counts: { type: 'boolean', default: false },
    },
  })
  const contests = countOf(values.contests, 'contests')
  const first = countOf(values.seed, 'seed')
  const seen = new Map<string, number>()
  const note = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1)
  let figures = 0
  let differ = 0
  let broken = 0
  let withTies = 0
  for (let seed = first; seed < first + contests; seed += 1) {
    const contest = randomContest(seed)
    const tiesBefore = seen.get('equal totals') ?? 0
    const comparison = differencesIn(contest, oracleAnswer(contest, note))
    if ((seen.get('equal totals') ?? 0) > tiesBefore) withTies += 1
    figures += comparison.figures
    const told = comparison.differences.slice(0, Math.max(0, MOST_TOLD - differ))
    differ += comparison.differences.length
    for (const difference of told) process.stderr.write(`seed ${seed}: ${difference}\n`)
    for (const how of brokenBy(contest)) {
      broken += 1
      if (broken <= MOST_TOLD) process.stderr.write(`seed ${seed}: ${how}\n`)
    }
    if (told.length > 0) process.stderr.write(`${JSON.stringify(contest)}\n`)
  }
  const kinds = Object.keys(INVARIANTS).length
  process.stdout.write(
    `oracle: ${contests} contests, ${withTies} with ties, ${figures} figures, ${differ} differ; ${kinds} invariants on each, ${broken} broken\n`,
  )
  const never = TO_BE_EXERCISED.filter((what) => !seen.has(what))
  if (values.counts) for (const what of TO_BE_EXERCISED) process.stderr.write(`${seen.get(what) ?? 0} × ${what}\n`)
  if (never.length > 0) process.stderr.write(`never exercised: ${never.join('; ')}\n`)
  if (differ + broken > 0 || never.length > 0) process.exitCode = 1
}

main()
