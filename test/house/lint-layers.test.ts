/**
 * The layers as the editor knows them (`biome.layers.json`): Biome itself, on planted files. An override that no longer
 * matches its folder would be silent otherwise.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')

const using = (imported: string) => `import { x } from '${imported}'\nx()\n`

const bad: [path: string, code: string][] = [
  ['shared/src/scoring/combine/planted.ts', using('../../ledger/facts.ts')],
  ['shared/src/contest/planted.ts', using('../ledger/facts.ts')],
  ['shared/src/ledger/planted.ts', using('../rules/decide.ts')],
  ['shared/src/ledger/evolve-planted.ts', using('../scoring/exact.ts')],
  ['shared/src/rules/planted.ts', using('../language/vi.ts')],
  ['shared/src/rules/clock.ts', 'export const at = Date.now()\n'],
  ['shared/src/views/planted.ts', using('../protocol/up.ts')],
  ['shared/src/views/hall.ts', using('./open-sheets.ts')],
  ['shared/src/protocol/planted.ts', using('socket.io-client')],
  ['shared/src/link/planted.ts', using('@bang-diem/server/hub.ts')],
  ['server/src/planted.ts', using('socket.io')],
  ['server/src/ledgers/planted.ts', using('express')],
  ['server/src/routes.ts', using('node:fs')],
  ['server/src/workbooks/planted.ts', using('node:fs')],
  ['server/src/documents/planted.ts', using('express')],
  ['server/src/main.ts', using('../../test/robot/demo.ts')],
  ['judge-client/src/planted.ts', using('socket.io-client')],
  ['mc-console/src/planted.ts', using('node:fs')],
  ['display/src/planted.ts', using('../../judge-client/src/main.ts')],
  ['verifier/src/planted.ts', using('@bang-diem/shared/ledger/commit.ts')],
  ['display/src/Planted.svelte', `<script lang="ts">\n  ${using('socket.io-client')}</script>\n`],
]

const good: [path: string, code: string][] = [
  ['shared/src/scoring/combine/fine.ts', using('../exact.ts')],
  ['shared/src/rules/fine.ts', using('../ledger/facts.ts')],
  ['shared/src/link/fine.ts', `${using('socket.io-client')}export const at = Date.now()\n`],
  ['server/src/sockets.ts', using('socket.io')],
  ['server/src/ledgers/fine.ts', using('node:sqlite')],
  ['display/src/fine.ts', using('@bang-diem/shared/link/connection.ts')],
  ['verifier/src/fine.ts', using('./chain.ts')],
  ['test/fine.ts', using('socket.io-client')],
]

let folder: string
let reported: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bang-diem-layers-'))
  for (const file of ['biome.json', 'biome.layers.json']) cpSync(join(root, file), join(folder, file))
  for (const [path, code] of [...bad, ...good]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), code)
  }
  const rules = ['--only=style/noRestrictedImports', '--only=style/noRestrictedGlobals', '--max-diagnostics=none']
  const args = [biome, 'lint', '--vcs-enabled=false', '--reporter=github', ...rules]
  reported = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' }).stdout.replaceAll('\\', '/')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const reportsOn = (path: string) => reported.split('\n').filter((line) => line.includes(`/${path},`))

test.each(bad)('%s is reported', (path) => {
  expect(reportsOn(path)).toHaveLength(1)
})

test.each(good)('%s is not reported', (path) => {
  expect(reportsOn(path)).toEqual([])
})
