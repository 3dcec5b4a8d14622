/** How a contest comes to be, on the real embedded ledger: once, also when nobody can tell at first whether it was written. */
import { Hub } from '@bang-diem/server/hub.ts'
import type { HubPorts } from '@bang-diem/server/hub-ports.ts'
import { openEmbeddedLedger } from '@bang-diem/server/ledgers/embedded/embedded.ts'
import { limits } from '@bang-diem/server/limits.ts'
import { sha256 } from '@bang-diem/server/sha256.ts'
import { realTimers } from '@bang-diem/server/timers.ts'
import { type Definition, parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import { expect, onTestFinished, test } from 'vitest'
import { dataFolder } from '../harness/hub-process.ts'
import { definitionOfThree } from '../rules/small-contest.ts'
import { MoodyLedger } from './queue.ts'

const id = 'hoi-thi'

function definition(): Definition {
  const parsed = parseDefinition({ ...definitionOfThree(), id })
  if (!parsed.ok) throw new Error('the definition is not in order')
  return parsed.definition
}

/** A ledger with moods, and hubs that are opened on it one after the other. */
async function hubs() {
  const folder = await dataFolder()
  const ledger = new MoodyLedger(await openEmbeddedLedger({ folder: folder.path, limits: limits.ledger }))
  onTestFinished(async () => {
    await ledger.close()
    await folder.remove()
  })
  let drawn = 0
  const ports: HubPorts = {
    ledger,
    clock: { now: () => 1000, atLeast: () => undefined },
    timers: { ...realTimers, after: (_, task) => realTimers.after(0, task) },
    afterArrivals: (task) => realTimers.soon(task),
    monotonic: () => performance.now(),
    entropy: (bytes) => String(++drawn).padStart(2 * bytes, '0'),
    sha256,
    group: limits.ledger,
    held: limits.held,
    watchMs: limits.ledger.watchMs,
    warnings: () => [],
    onFork: () => undefined,
    intervals: limits.pace.intervals,
    edge: { send: () => undefined, committed: () => undefined, kept: () => undefined, warned: () => undefined },
  }
  return { ledger, open: () => Hub.open(ports) }
}

test('P-16: P-26: a contest whose first append lost its answer is read back, and is there with all its links', async () => {
  const { ledger, open } = await hubs()
  const hub = await open()
  ledger.mood = 'lost-answer'
  const created = await hub.create(definition())
  expect(created).toMatchObject({ ok: true })
  expect(created.ok && [...created.codes.keys()]).toContain('judge:gk3')
  expect(hub.room(id)?.state.head.number).toBe(1)
  ledger.mood = 'works'
  expect((await open()).room(id)?.state.head).toEqual(hub.room(id)?.state.head)
})

test('P-16: P-26: one that was not written is told so, and can be created then', async () => {
  const { ledger, open } = await hubs()
  const hub = await open()
  ledger.mood = 'lost-append'
  expect(await hub.create(definition())).toMatchObject({ ok: false, refusal: { code: 'ledger-unavailable' } })
  expect(hub.rooms()).toEqual([])
  ledger.mood = 'works'
  expect(await hub.create(definition())).toMatchObject({ ok: true })
})

test('P-16: of two at once with the same id one is created, the other is told that it exists', async () => {
  const hub = await (await hubs()).open()
  const both = await Promise.all([hub.create(definition()), hub.create(definition())])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: { code: 'contest-exists', contest: id } })
})

test('P-28: a hub that stops creates nothing, and gives up what nobody can tell', async () => {
  const { ledger, open } = await hubs()
  const hub = await open()
  ledger.mood = 'lost-answer'
  ledger.readable = false
  const creating = hub.create(definition())
  await hub.stop()
  expect(await creating).toEqual({ ok: false, refusal: { code: 'hub-stopping' } })
  expect(await hub.create(definition())).toEqual({ ok: false, refusal: { code: 'hub-stopping' } })
})
