/**
 * `npm run contract`: the suite that every ledger must pass, on every ledger, and whether they were the same cases. One line of result on
 * stdout, what failed on stderr; exit code 1 unless all cases passed on all ledgers.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ledgers } from '@bang-diem/server/ledgers/registry.ts'
import * as v from 'valibot'

const root = fileURLToPath(new URL('../..', import.meta.url))
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const names = Object.keys(ledgers)

const reportSchema = v.object({
  testResults: v.array(
    v.object({
      assertionResults: v.array(
        v.object({ ancestorTitles: v.array(v.string()), title: v.string(), status: v.string() }),
      ),
    }),
  ),
})

const folder = await mkdtemp(join(tmpdir(), 'bang-diem-contract-'))
const report = join(folder, 'report.json')
const files = names.map((name) => `test/ledger/${name}.test.ts`)
const args = [vitest, 'run', ...files, '--reporter=json', `--outputFile=${report}`]
const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
await new Promise((resolve) => child.once('exit', resolve))
const results = v.parse(reportSchema, JSON.parse(await readFile(report, 'utf8')))
await rm(folder, { recursive: true })

const cases = results.testResults.flatMap(({ assertionResults }) => assertionResults)
const byLedger = names.map((name) => {
  const own = cases.filter(({ ancestorTitles }) => ancestorTitles.includes(`the ledger contract: ${name}`))
  return { name, titles: own.map(({ title }) => title).sort(), passed: own.filter(({ status }) => status === 'passed') }
})
const [first] = byLedger
const same = byLedger.every(({ titles }) => titles.length > 0 && titles.join('\n') === first?.titles.join('\n'))
for (const { ancestorTitles, title, status } of cases) {
  if (status !== 'passed') console.error(`${status}: ${ancestorTitles.join(' › ')} › ${title}`)
}
const passed = byLedger.map(({ name, passed: own }) => `${own.length} passed on ${name}`).join(', ')
console.log(
  `contract: ${first?.titles.length ?? 0} cases, ${same ? 'the same' : 'NOT THE SAME'} on all ledgers; ${passed}`,
)
process.exitCode = same && byLedger.every(({ titles, passed: own }) => own.length === titles.length) ? 0 : 1
