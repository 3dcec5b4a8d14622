/**
 * The supervisor against real children: small scripts that die, refuse or hang as told, in a folder of their own.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { delayAfter } from '../../scripts/supervise.mjs'

const supervisor = new URL('../../scripts/supervise.mjs', import.meta.url).href

/** Each start writes its pid on a line of its own; `ready` as the hub says it; ends with its channel, as the hub does. */
const wellBehaved = `
  import { appendFileSync } from 'node:fs'
  appendFileSync('starts', process.pid + '\\n')
  process.on('disconnect', () => process.exit(0))
  process.on('SIGTERM', () => { appendFileSync('farewells', 'x'); process.exit(0) })
  process.send({ ready: { port: 1, organiserKey: 'key' } })
  setInterval(() => undefined, 1000)
`

let folder: string
let started: ChildProcess[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bang-diem-supervise-'))
  started = []
})

afterEach(() => {
  for (const child of started) child.kill('SIGKILL')
  for (const pid of pids('starts')) if (isAlive(pid)) process.kill(pid, 'SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

function pids(file: string): number[] {
  const path = join(folder, file)
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n').map(Number) : []
}

function isAlive(pid: number): boolean {
  const status = `/proc/${pid}/stat`
  // A process that has ended but whose parent has not asked yet still answers to signal 0.
  if (existsSync(status) && readFileSync(status, 'utf8').includes(') Z ')) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false
    throw error
  }
}

/** Runs the supervisor in the temporary folder over a hub with that source, and a companion if it has one. */
function supervise(hub: string, companion?: string): { child: ChildProcess; ended: Promise<number | null> } {
  writeFileSync(join(folder, 'hub.mjs'), hub)
  if (companion) writeFileSync(join(folder, 'companion.mjs'), companion)
  const program = (entry: string) => `{ node: process.execPath, flags: [], entry: '${entry}', args: [] }`
  const companionOf = companion ? `, () => (${program('companion.mjs')})` : ''
  const entry = `import { supervise } from ${JSON.stringify(supervisor)}
    process.exitCode = await supervise(${program('hub.mjs')}${companionOf})`
  writeFileSync(join(folder, 'entry.mjs'), entry)
  const child = spawn(process.execPath, ['entry.mjs'], { cwd: folder, stdio: 'ignore' })
  started.push(child)
  return { child, ended: new Promise((resolve) => child.on('exit', resolve)) }
}

/** Milliseconds that it took. */
async function until(condition: () => boolean): Promise<number> {
  const from = performance.now()
  await expect.poll(condition, { timeout: 4_000, interval: 20 }).toBe(true)
  return performance.now() - from
}

/** The pid of the n-th start, once there was one. */
async function nthStart(n: number): Promise<number> {
  await until(() => pids('starts').length >= n)
  return pids('starts')[n - 1] ?? 0
}

describe('a hub that dies', () => {
  test('is up again within 2 s, three times in a row', async () => {
    supervise(wellBehaved)
    for (const n of [1, 2, 3]) {
      process.kill(await nthStart(n), 'SIGKILL')
      expect(await until(() => pids('starts').length > n)).toBeLessThan(2_000)
    }
  })

  test('by itself, even without an error, is started again', async () => {
    supervise(`${wellBehaved}; setTimeout(() => process.exit(0), 50)`)
    await nthStart(3)
  })

  test('is waited for twice as long each time, at most 10 s, and half a second when it had been serving', () => {
    expect([1, 2, 3, 4].map((deaths) => delayAfter(deaths, false))).toEqual([100, 200, 400, 800])
    expect(delayAfter(50, false)).toBe(10_000)
    expect(delayAfter(50, true)).toBe(500)
  })
})

describe('a hub that says that its settings are wrong', () => {
  test.each([64, 65, 66, 67, 79])('with exit code %i is not started again, and the code is passed on', async (code) => {
    const { ended } = supervise(`import { appendFileSync } from 'node:fs'
      appendFileSync('starts', process.pid + '\\n'); process.exit(${code})`)
    expect(await ended).toBe(code)
    expect(pids('starts')).toHaveLength(1)
  })

  test.each([63, 80])('is not meant by exit code %i', async (code) => {
    supervise(`import { appendFileSync } from 'node:fs'
      appendFileSync('starts', process.pid + '\\n'); process.exit(${code})`)
    await nthStart(2)
  })
})

describe('nothing is left running', () => {
  test('after SIGTERM, and the hub was asked once and politely', async () => {
    const { child, ended } = supervise(wellBehaved)
    const hub = await nthStart(1)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(isAlive(hub)).toBe(false)
    expect(readFileSync(join(folder, 'farewells'), 'utf8')).toBe('x')
  })

  test('after SIGTERM while a dead hub waits for its next start', async () => {
    const { child, ended } = supervise(wellBehaved)
    process.kill(await nthStart(1), 'SIGKILL')
    process.kill(await nthStart(2), 'SIGKILL')
    await until(() => !isAlive(pids('starts')[1] ?? 0))
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(pids('starts').filter(isAlive)).toEqual([])
  })

  test('when a hub ignores SIGTERM for 5 s', { timeout: 10_000 }, async () => {
    const { child, ended } = supervise(
      `${wellBehaved}; process.removeAllListeners('SIGTERM'); process.on('SIGTERM', () => 0)`,
    )
    const hub = await nthStart(1)
    child.kill('SIGTERM')
    expect(await ended).toBe(1)
    expect(isAlive(hub)).toBe(false)
  })

  test('after kill -9 of the supervisor itself', async () => {
    const { child } = supervise(wellBehaved)
    const hub = await nthStart(1)
    child.kill('SIGKILL')
    await until(() => !isAlive(hub))
  })
})

describe('a companion', () => {
  const robot = `import { writeFileSync } from 'node:fs'
    writeFileSync('robot', process.pid + '\\n'); setInterval(() => undefined, 1000)`

  test('starts when the hub is ready, ends with it, and starts anew with the next', async () => {
    const { child, ended } = supervise(wellBehaved, robot)
    await until(() => pids('robot').length > 0)
    const first = pids('robot')[0] ?? 0
    process.kill(await nthStart(1), 'SIGKILL')
    await until(() => !isAlive(first) && (pids('robot')[0] ?? first) !== first)
    const second = pids('robot')[0] ?? 0
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    await until(() => !isAlive(second))
  })
})
