/**
 * Runs steps, each with its output and its time, and closes with the sum. Neighbours that may run beside others do so, and what they print is
 * shown when they end. A failed step does not stop the others.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { run, runQuietly } from '../setup/child.mjs'
import { exitCounts, playwrightCounts, vitestCounts } from './counts.mjs'

/** @typedef {import('./steps.mjs').Step} Step */

/** One more than processors: a third of the time neighbours wait for hubs, disks and pages. */
const lanes = availableParallelism() + 1

/**
 * The last line on stdout is `N passed, N failed`. Resolves with the exit code: 0 only if something passed and nothing failed.
 * @param {string} node the pinned one
 * @param {readonly Step[]} steps
 */
export async function runSteps(node, steps) {
  const sum = { passed: 0, failed: 0 }
  /** @type {string[]} */
  const failedSteps = []
  const runOne = async (/** @type {Step} */ step) => {
    const startedAt = Date.now()
    if (!step.beside) console.log(`\n── ${step.name}`)
    const { passed, failed, printed } = await runStep(node, step)
    if (step.beside) console.log(`\n── ${step.name}\n${printed.trimEnd()}`)
    sum.passed += passed
    sum.failed += failed
    if (failed > 0) failedSteps.push(step.name)
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
    console.log(`── ${step.name}: ${failed > 0 ? 'FAILED' : 'ok'}, ${passed} of ${passed + failed}, ${seconds} s`)
  }
  for (const group of groupsOf(steps)) {
    const waiting = [...group]
    const lane = async () => {
      for (let step = waiting.shift(); step; step = waiting.shift()) await runOne(step)
    }
    await Promise.all(Array.from({ length: lanes }, lane))
  }
  console.log(failedSteps.length > 0 ? `\nFailed: ${failedSteps.join(', ')}` : '')
  console.log(`${sum.passed} passed, ${sum.failed} failed`)
  return sum.passed > 0 && sum.failed === 0 ? 0 : 1
}

/** Neighbours that may run beside others, and every other step by itself. @param {readonly Step[]} steps */
function groupsOf(steps) {
  /** @type {Step[][]} */
  const groups = []
  for (const step of steps) {
    const last = groups.at(-1)
    if (step.beside && last?.at(-1)?.beside) last.push(step)
    else groups.push([step])
  }
  return groups
}

/**
 * @param {string} node
 * @param {Step} step
 */
async function runStep(node, { args, counted, beside }) {
  const folder = mkdtempSync(join(tmpdir(), 'bang-diem-report-'))
  try {
    const report = join(folder, 'report.json')
    const env = { ...process.env, ...plainOutput, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
    const words = [...args, ...reporters(counted, report)]
    const { code, printed } = beside
      ? await runQuietly(node, words, { env })
      : { code: await run(node, words, { env }), printed: '' }
    if (counted === 'exit') return { ...exitCounts(code), printed }
    const parsed = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined
    return { ...(counted === 'vitest' ? vitestCounts(parsed, code) : playwrightCounts(parsed, code)), printed }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runners take a CI machine's log for a terminal; colours would bury the words in it. */
const plainOutput = process.stdout.isTTY ? {} : { NO_COLOR: '1' }

/**
 * What a person reads, and beside it the report that is counted.
 * @param {import('./steps.mjs').Step['counted']} counted
 * @param {string} report the file to write it to
 */
function reporters(counted, report) {
  if (counted === 'vitest') return ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return counted === 'playwright' ? ['--reporter=list,json'] : []
}
