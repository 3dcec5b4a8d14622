/**
 * Proves that each house rule can fail: a planted line that it must find, and beside it one that it must leave alone.
 */
import { describe, expect, test } from 'vitest'
import { layerOrder } from './rules/layers.ts'
import { names } from './rules/names.ts'
import { plainHttp, purity } from './rules/purity.ts'
import { hallSecrets, unregistered } from './rules/registries.ts'
import { type Rule, worded } from './rules/rule.ts'
import { barrels, fileSize, functionSize, headComment } from './rules/shape.ts'
import { everyTestRuns } from './rules/tests.ts'
import { machines, noOutsideAddress, promises, registryHosts } from './rules/texts.ts'
import { noAny, noBlindTrust, noDoubleCast, noEmptyCatch } from './rules/types.ts'

type Planted = [rule: Rule, path: string, text: string]

const svelte = (script: string, markup = '') => `<!-- A part. -->\n<script lang="ts">\n${script}\n</script>\n${markup}`
const lines = (count: number) => '// x\n'.repeat(count)

describe('layers', () => {
  const bad: [path: string, imported: string][] = [
    ['shared/src/scoring/exact.ts', '../ledger/facts.ts'],
    ['shared/src/scoring/combine/mean.ts', '@bang-diem/shared/contest/definition.ts'],
    ['shared/src/scoring/exact.ts', 'node:fs'],
    ['shared/src/contest/definition.ts', '../ledger/facts.ts'],
    ['shared/src/ledger/evolve-desk.ts', '../scoring/exact.ts'],
    ['shared/src/ledger/facts.ts', '../rules/decide.ts'],
    ['shared/src/rules/decide.ts', '../language/vi.ts'],
    ['shared/src/rules/decide.ts', 'svelte'],
    ['shared/src/views/hall.ts', '../scoring/standings.ts'],
    ['shared/src/views/hall.ts', '../rules/sheets.ts'],
    ['shared/src/views/hall.ts', './open-sheets.ts'],
    ['shared/src/views/desk.ts', '../link/outbox.ts'],
    ['shared/src/protocol/up.ts', 'socket.io-client'],
    ['shared/src/link/outbox.ts', '@bang-diem/server/hub.ts'],
    ['shared/src/look/Row.svelte', 'socket.io-client'],
    ['server/src/hub.ts', 'socket.io'],
    ['server/src/feed.ts', 'node:fs/promises'],
    ['server/src/routes.ts', 'node:sqlite'],
    ['server/src/main.ts', 'express'],
    ['server/src/workbooks/archive.ts', 'node:fs'],
    ['server/src/workbooks/archive.ts', '../hub.ts'],
    ['server/src/feed.ts', 'read-excel-file/universal'],
    ['server/src/hub.ts', '@bang-diem/shared/link/outbox.ts'],
    ['server/src/hub.ts', '../../test/robot/demo.ts'],
    ['server/src/ledgers/embedded/store.ts', '../../hub.ts'],
    ['judge-client/src/main.ts', '../../mc-console/src/main.ts'],
    ['display/src/main.ts', '@bang-diem/server/hub.ts'],
    ['display/src/main.ts', 'node:fs'],
    ['mc-console/src/main.ts', 'socket.io-client'],
    ['scripts/start.mjs', 'vite'],
    ['verifier/src/verify.ts', '@bang-diem/shared/ledger/commit.ts'],
    ['verifier/src/scoring/totals.ts', '../../../shared/src/scoring/exact.ts'],
    ['verifier/src/chain.ts', 'node:crypto'],
    ['verifier/page/check.ts', '@bang-diem/server/sha256.ts'],
    ['server/src/hub.ts', '@bang-diem/verifier/verify.ts'],
    ['shared/src/rules/head.ts', '@bang-diem/verifier/verify.ts'],
    ['display/src/main.ts', '@bang-diem/verifier/verify.ts'],
    ['elsewhere/src/main.ts', './other.ts'],
  ]
  test.each(bad)('%s may not import %s', (path, imported) => {
    const code = `import { x } from '${imported}'`
    expect(layerOrder(path, path.endsWith('.svelte') ? svelte(code) : code)).toHaveLength(1)
  })

  const good: [path: string, imported: string][] = [
    ['shared/src/scoring/combine/mean.ts', '../exact.ts'],
    ['shared/src/ledger/facts.ts', 'valibot'],
    ['shared/src/views/hall.ts', '../ledger/reveals.ts'],
    ['shared/src/link/outbox.ts', 'idb-keyval'],
    ['server/src/sockets.ts', 'socket.io'],
    ['server/src/ledgers/embedded/store.ts', 'node:sqlite'],
    ['server/src/workbooks/read-workbook.ts', 'node:worker_threads'],
    ['display/src/App.svelte', '@bang-diem/shared/look/Row.svelte'],
    ['test/golden/run.ts', 'socket.io-client'],
    ['test/oracle/oracle.ts', '@bang-diem/verifier/scoring/answer.ts'],
    ['verifier/src/verify.ts', './chain.ts'],
    ['verifier/src/cli.ts', 'node:fs'],
  ]
  test.each(good)('%s may import %s', (path, imported) => {
    expect(layerOrder(path, `import { x } from '${imported}'`)).toEqual([])
  })

  test.each([
    `import type { Fact } from '../ledger/facts.ts'`,
    `const later = await import('../ledger/facts.ts')`,
    `export { fact } from '../ledger/facts.ts'`,
    `new Worker(new URL('../ledger/facts.ts', import.meta.url))`,
  ])('an import is found as %s', (code) => {
    expect(layerOrder('shared/src/scoring/exact.ts', code)).toHaveLength(1)
  })

  test('the place of an import in a Svelte file is its line', () => {
    const [problem] = layerOrder('display/src/App.svelte', svelte(`import { fade } from 'node:fs'`))
    expect(problem?.line).toBe(3)
  })
})

const bad: Planted[] = [
  [purity, 'shared/src/rules/x.ts', 'const at = Date.now()'],
  [purity, 'shared/src/rules/x.ts', 'const salt = Math.random()'],
  [purity, 'shared/src/rules/x.ts', 'document.title = title'],
  [plainHttp, 'shared/src/link/x.ts', 'const id = crypto.randomUUID()'],
  [plainHttp, 'judge-client/src/x.ts', 'await navigator.locks.request(name, work)'],
  [plainHttp, 'display/src/X.svelte', svelte('', '<a onclick={() => navigator.clipboard.writeText(url)}>x</a>')],
  [plainHttp, 'display/src/x.ts', 'await navigator.wakeLock.request()'],
  [names, 'server/src/x.ts', 'const data = read()'],
  [names, 'server/src/x.ts', 'function handleClick(): void {}'],
  [names, 'server/src/x.ts', 'class SeatManager {}'],
  [names, 'server/src/x.ts', 'interface Row { readonly teamInfo: string }'],
  [names, 'server/src/x.ts', 'const processMark = (mark: string) => mark'],
  [names, 'display/src/X.svelte', svelte('let info = $state(0)')],
  [names, 'server/src/date-utils.ts', ''],
  [names, 'server/src/helpers/dates.ts', ''],
  [headComment, 'server/src/x.ts', 'const x = 1'],
  [headComment, 'display/src/X.svelte', '<script lang="ts">\nlet x = 1\n</script>'],
  [fileSize, 'server/src/x.ts', lines(201)],
  [fileSize, 'server/src/x.ts', lines(301)],
  [functionSize, 'server/src/x.ts', `function long(): void {\n${'work()\n'.repeat(60)}}`],
  [functionSize, 'test/x.test.ts', `test('long', () => {\n${'work()\n'.repeat(60)}})`],
  [barrels, 'shared/src/rules/all.ts', `export * from './decide.ts'`],
  [barrels, 'shared/src/rules/all.ts', `export { decide } from './decide.ts'`],
  [noAny, 'server/src/x.ts', 'function read(x: any): void {}'],
  [noAny, 'display/src/X.svelte', svelte('let x: any')],
  [noDoubleCast, 'server/src/x.ts', 'const team = row as unknown as Team'],
  [noBlindTrust, 'server/src/x.ts', 'const fact = JSON.parse(line) as Fact'],
  [noBlindTrust, 'server/src/x.ts', 'const fact: Fact = JSON.parse(line)'],
  [noBlindTrust, 'display/src/x.ts', 'const rows = (await response.json()) as Row[]'],
  [noEmptyCatch, 'server/src/x.ts', 'try { work() } catch { /* never mind */ }'],
  [noEmptyCatch, 'server/src/x.ts', 'work().catch(() => {})'],
  [everyTestRuns, 'test/x.test.ts', `test.skip('x', work)`],
  [everyTestRuns, 'test/x.test.ts', `test.describe.only('x', work)`],
  [everyTestRuns, 'server/src/ledgers/ledger.contract.ts', `it.todo('x')`],
  [promises, 'docs/x.md', 'TODO: write this'],
  [machines, 'docs/x.md', 'see /work/elsewhere/x.md'],
  [machines, 'server/src/x.ts', `const place = '/root/x'`],
  [registryHosts, 'package-lock.json', '"resolved": "https://registry.example.org/x.tgz"'],
  [noOutsideAddress, 'display/index.html', '<link href="https://fonts.example.com/x.css">'],
  [noOutsideAddress, 'display/src/X.svelte', svelte('', '<img src="//cdn.example.com/x.png">')],
]

const good: Planted[] = [
  [purity, 'shared/src/rules/x.ts', 'const { crypto } = seat; const mark = step.process + crypto'],
  [purity, 'shared/src/link/x.ts', 'const at = performance.now()'],
  [plainHttp, 'shared/src/link/x.ts', '/** crypto.subtle is not there. */ const bytes = crypto.getRandomValues(salt)'],
  [plainHttp, 'display/src/x.ts', `if ('wakeLock' in navigator) await navigator.wakeLock.request('screen')`],
  [names, 'server/src/x.ts', 'const dataFolder = config.dataFolder; const hubProcess = fork(entry)'],
  [headComment, 'server/src/x.ts', '/** What it is. */\nconst x = 1'],
  [headComment, 'display/src/X.svelte', svelte('')],
  [headComment, 'scripts/x.mjs', '#!/usr/bin/env node\n/** What it is. */'],
  [fileSize, 'server/src/x.ts', lines(200)],
  [functionSize, 'test/x.test.ts', `describe('long', () => {\n${'work()\n'.repeat(60)}})`],
  [noAny, 'server/src/x.ts', 'const any = anyOf(rows)'],
  [noBlindTrust, 'server/src/x.ts', 'const parsed: unknown = JSON.parse(line)'],
  [noEmptyCatch, 'server/src/x.ts', 'try { work() } catch (error) { report(error) }'],
  [everyTestRuns, 'test/x.test.ts', `test.each(rows)('x', work)`],
  [promises, 'docs/x.md', 'What is still to do is an issue.'],
  [machines, 'docs/x.md', 'see https://example.org/work/x and ./work/x'],
  [registryHosts, 'server/src/x.ts', `import { ledgers } from './ledgers/registry.test.ts'`],
  [noOutsideAddress, 'display/src/X.svelte', svelte('', '<svg xmlns="http://www.w3.org/2000/svg"></svg>')],
  [noOutsideAddress, 'display/src/x.ts', `// https://example.org explains it\nconst url = \`http://\${host}/\``],
]

test.each(bad)('a rule finds what is planted (%#)', (rule, path, text) => {
  expect(rule(path, text).map(worded)).toHaveLength(1)
})

test.each(good)('and leaves alone what is fine (%#)', (rule, path, text) => {
  expect(rule(path, text).map(worded)).toEqual([])
})

describe('registries', () => {
  const registry = 'shared/src/scoring/combine/registry.ts'
  const folder = (...files: [string, string][]) => new Map([[registry, `import { mean } from './mean.ts'`], ...files])

  test('find a method that nobody registered', () => {
    const sources = folder(['shared/src/scoring/combine/mean.ts', ''], ['shared/src/scoring/combine/median.ts', ''])
    expect(unregistered(sources).map(({ path }) => path)).toEqual(['shared/src/scoring/combine/median.ts'])
  })

  test('may name a file through another, and need not name what others import themselves', () => {
    const sources = folder(
      ['shared/src/scoring/combine/mean.ts', `import { over } from './method.ts'`],
      ['shared/src/scoring/combine/method.ts', ''],
      ['shared/src/scoring/combine/errors.ts', ''],
      ['shared/src/scoring/totals.ts', `import { NoValues } from './combine/errors.ts'`],
    )
    expect(unregistered(sources)).toEqual([])
  })

  test('must be there', () => {
    const sources = new Map([['display/src/scenes/Progress.svelte', '']])
    expect(unregistered(sources).map(({ path }) => path)).toEqual(['display/src/scenes/registry.ts'])
  })
})

test('a sheet that reaches the hall through another view is found', () => {
  const sources = new Map([
    ['shared/src/views/hall.ts', `import { rows } from './rows.ts'`],
    ['shared/src/views/rows.ts', `import { openSheets } from '../rules/sheets.ts'`],
  ])
  expect(hallSecrets(sources).map(({ path }) => path)).toEqual(['shared/src/views/rows.ts'])
})
