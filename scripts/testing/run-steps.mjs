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
async function runStep(node, step) {
  if (step.counted === 'exit') return exitCounts(await run(node, step.args))
  const folder = mkdtempSync(join(tmpdir(), 'bang-diem-report-'))
  try {
    const report = join(folder, 'report.json')
    if (step.counted === 'vitest') {
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
      return vitestCounts(...(await reported(node, [...step.args, ...reporters], report, {})))
    }
    const setting = { PLAYWRIGHT_JSON_OUTPUT_FILE: report }
    return playwrightCounts(...(await reported(node, [...step.args, '--reporter=list,json'], report, setting)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * @param {string} node
 * @param {readonly string[]} args
 * @param {string} file where the runner leaves its report
 * @param {NodeJS.ProcessEnv} settings
 * @returns {Promise<[unknown, number]>} the report, undefined when there is none, and the exit code
 */
async function reported(node, args, file, settings) {
  const code = await run(node, args, { env: { ...process.env, ...settings } })
  return [existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined, code]
}
