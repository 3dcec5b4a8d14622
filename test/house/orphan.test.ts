/**
 * A hub whose npm was killed, against real processes: npm is played by a script that starts the next one through a shell, as npm does.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const orphan = new URL('../../scripts/orphan.mjs', import.meta.url).href

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bang-diem-orphan-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Starts both and resolves with what ends the outer one, once the inner one watches. */
async function startUnder(environment: NodeJS.ProcessEnv): Promise<(signal: NodeJS.Signals) => void> {
  const inner = `import { writeFileSync } from 'node:fs'
    import { whenOrphaned } from ${JSON.stringify(orphan)}
    whenOrphaned(() => { writeFileSync('ended', ''); process.exit() })
    writeFileSync('watching', '')
    setTimeout(() => process.exit(), 4000)`
  const outer = `import { spawn } from 'node:child_process'
    spawn('node inner.mjs; true', { shell: true, stdio: 'ignore' })`
  writeFileSync(join(folder, 'inner.mjs'), inner)
  writeFileSync(join(folder, 'outer.mjs'), outer)
  const npm = spawn(process.execPath, ['outer.mjs'], {
    cwd: folder,
    stdio: 'ignore',
    env: { ...process.env, ...environment },
  })
  await expect.poll(() => existsSync(join(folder, 'watching')), { timeout: 4_000 }).toBe(true)
  return (signal) => npm.kill(signal)
}

const hasEnded = () => existsSync(join(folder, 'ended'))

test('it ends when npm is killed, with the shell between them still there', async () => {
  const end = await startUnder({ npm_lifecycle_event: 'start' })
  end('SIGKILL')
  await expect.poll(hasEnded, { timeout: 3_000 }).toBe(true)
})

test('it goes on while npm does', async () => {
  const end = await startUnder({ npm_lifecycle_event: 'start' })
  await new Promise((resolve) => setTimeout(resolve, 1_200))
  expect(hasEnded()).toBe(false)
  end('SIGKILL')
})

test('without npm it outlives its parent, as a daemon does', async () => {
  const end = await startUnder({ npm_lifecycle_event: undefined })
  end('SIGKILL')
  await new Promise((resolve) => setTimeout(resolve, 1_200))
  expect(hasEnded()).toBe(false)
})
