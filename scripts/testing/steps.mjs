/**
 * Everything that `npm test` runs, in its order. A step is one program of the pinned Node and a way to count what it found.
 */
import { join } from 'node:path'
import { clients, packageFile, root } from '../places.mjs'
import { proofs } from '../proofs.mjs'
import { nodeFlags } from '../setup/pinned-node.mjs'

/**
 * `counted`: `exit` is one test, passed when the exit code is 0; the others read the runner's report.
 * `beside`: it needs one processor at most, or waits most of the time, and may run beside others.
 * @typedef {{ name: string, args: readonly string[], counted: 'exit' | 'vitest' | 'playwright', beside?: boolean }} Step
 */

const biome = packageFile('@biomejs', 'biome', 'bin', 'biome')
const tsc = packageFile('typescript', 'bin', 'tsc')
const svelteCheck = packageFile('svelte-check', 'bin', 'svelte-check')
const knip = packageFile('knip', 'bin', 'knip.js')
const vitest = packageFile('vitest', 'vitest.mjs')
const playwright = packageFile('@playwright', 'test', 'cli.js')

/** @type {readonly Step[]} */
export const staticChecks = [
  { name: 'biome', args: [biome, 'ci', '--error-on-warnings'], counted: 'exit', beside: true },
  ...['shared', 'server', 'verifier', 'verifier/page', 'test', 'scripts'].map((folder) => typeCheck(folder)),
  svelteStep('shared', 'tsconfig.browser.json'),
  ...clients.map((client) => svelteStep(client, 'tsconfig.json')),
  { name: 'knip', args: [knip], counted: 'exit', beside: true },
]

/** @type {readonly Step[]} */
export const allSteps = [
  ...staticChecks,
  { name: 'vitest', args: [vitest, 'run'], counted: 'vitest' },
  { name: 'e2e', args: [playwright, 'test', '--config', 'test/e2e/playwright.config.ts'], counted: 'playwright' },
  ...proofs.flatMap(proofStep),
]

/**
 * @param {string} folder
 * @returns {Step}
 */
function typeCheck(folder) {
  return { name: `types-${folder.replace('/', '-')}`, args: [tsc, '-p', folder], counted: 'exit', beside: true }
}

/**
 * @param {string} folder
 * @param {string} tsconfig
 * @returns {Step}
 */
function svelteStep(folder, tsconfig) {
  const args = [svelteCheck, '--workspace', folder, '--tsconfig', join(root, folder, tsconfig), '--fail-on-warnings']
  return { name: `svelte-${folder}`, args, counted: 'exit', beside: true }
}

/**
 * @param {import('../proofs.mjs').Proof} proof
 * @returns {Step[]}
 */
function proofStep({ name, program, quick }) {
  return quick ? [{ name, args: [...nodeFlags, program, ...quick], counted: 'exit', beside: true }] : []
}
