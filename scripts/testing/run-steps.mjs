/**
 * Runs steps one after the other, each with its output and its time, and closes with the sum. A failed step does not stop the others.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../setup/child.mjs'
import { exitCounts, playwrightCounts, vitestCounts } from './counts.mjs'

/**
 * The last line on stdout is `N passed, N failed`. Resolves with the exit code: 0 only if something passed and nothing failed.
 * @param {string} node the pinned one
 * @param {readonly import('./steps.mjs').Step[]} steps
 */
export async function runSteps(node, steps) {
  const sum = { passed: 0, failed: 0 }
  const failedSteps = []
  for (const step of steps) {
    console.log(`\n── ${step.name}`)
    const startedAt = Date.now()
    const { passed, failed } = await runStep(node, step)
    sum.passed += passed
    sum.failed += failed
    if (failed > 0) failedSteps.push(step.name)
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
    console.log(`── ${step.name}: ${failed > 0 ? 'FAILED' : 'ok'}, ${passed} of ${passed + failed}, ${seconds} s`)
  }
  console.log(failedSteps.length > 0 ? `\nFailed: ${failedSteps.join(', ')}` : '')
  console.log(`${sum.passed} passed, ${sum.failed} failed`)
  return sum.passed > 0 && sum.failed === 0 ? 0 : 1
}

/**
 * @param {string} node
 * @param {import('./steps.mjs').Step} step
 */
async function runStep(node, { args, counted }) {
  const folder = mkdtempSync(join(tmpdir(), 'bang-diem-report-'))
  try {
    const report = join(folder, 'report.json')
    const env = { ...process.env, ...plainOutput, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
    const code = await run(node, [...args, ...reporters(counted, report)], { env })
    if (counted === 'exit') return exitCounts(code)
    const parsed = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined
    return counted === 'vitest' ? vitestCounts(parsed, code) : playwrightCounts(parsed, code)
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
