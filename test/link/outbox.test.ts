/** A judge's outbox on a simulated clock: nothing is lost, nothing is told too early, nothing happens twice. */
import { CommandOutbox } from '@bang-diem/shared/link/command-outbox.ts'
import type { OutboxBody } from '@bang-diem/shared/link/kept-command.ts'
import { describe, expect, test } from 'vitest'
import { MemoryStorage } from './memory-storage.ts'
import { openPage } from './page.ts'
import { letIn, type Sent } from './scripted-hubs.ts'

const hash = 'ab'.repeat(32)
const recorded = (commit: number) => ({ ok: true, commit, hash, receipt: `${commit}-ABAB` })
const refused = (code: string, params: object = {}) => ({ ok: false, refusal: { code, ...params } })

function sheet(team: string): OutboxBody {
  return { type: 'submitSheet', round: 'chao-hoi', team, run: 0, revision: 0, marks: { 'noi-dung': '8.25' } }
}

function openPhone(storage = new MemoryStorage()) {
  const page = openPage()
  const outbox = new CommandOutbox({ ...page, storage })
  const states = () => outbox.items.map(({ state }) => state)
  const commands = () => page.hubs.visits.flatMap((visit) => visit.heard('command'))
  return { ...page, storage, outbox, states, commands }
}

const idOf = (sent: Sent | undefined) => (sent?.body as { id: string } | undefined)?.id

describe('keeping', () => {
  test('O-13: nothing is sent before the phone has kept it', async () => {
    const { timers, outbox, storage, commands } = openPhone()
    await timers.pass(10)
    storage.mood = 'hangs'
    void outbox.submit(sheet('ea-ngai'))
    await timers.pass(1_000)
    expect(commands()).toHaveLength(0)
    storage.release()
    await timers.pass(0)
    expect(commands()).toHaveLength(1)
    expect([...storage.kept.keys()]).toEqual([idOf(commands()[0])])
  })

  test('O-13: without a connection it is kept and waits', async () => {
    const { outbox, hubs, storage, states } = openPhone()
    hubs.welcome = () => undefined
    await outbox.submit(sheet('ea-ngai'))
    expect(states()).toEqual(['stored'])
    expect(outbox.items[0]?.keptHere).toBe(true)
    expect(storage.kept.size).toBe(1)
  })

  test.each(['fails', 'hangs'] as const)('O-13: when storage %s it is sent all the same, and marked', async (mood) => {
    const { timers, outbox, storage, commands } = openPhone()
    await timers.pass(10)
    storage.mood = mood
    void outbox.submit(sheet('ea-ngai'))
    await timers.pass(2_100)
    expect(commands()).toHaveLength(1)
    expect(outbox.items[0]?.keptHere).toBe(false)
  })

  test('O-13: a phone that keeps it late is believed then', async () => {
    const { timers, outbox, storage } = openPhone()
    await timers.pass(10)
    storage.mood = 'hangs'
    void outbox.submit(sheet('ea-ngai'))
    await timers.pass(2_100)
    storage.release()
    await timers.pass(0)
    expect(outbox.items[0]?.keptHere).toBe(true)
  })

  test('O-19: after a reload everything is there, in order, and what waited is sent with its old id', async () => {
    const first = openPhone()
    await first.timers.pass(10)
    for (const team of ['ea-ngai', 'tay-dang', 'cu-mgar']) await first.outbox.submit(sheet(team))
    first.commands()[0]?.answer(recorded(7))
    first.commands()[1]?.answer(refused('sheet-closed', { round: 'chao-hoi', team: 'tay-dang' }))
    await first.timers.pass(10)

    const second = openPhone(first.storage)
    await second.outbox.ready
    expect(second.outbox.items.map(({ body, state }) => [body.team, state])).toEqual([
      ['ea-ngai', 'recorded'],
      ['tay-dang', 'refused'],
      ['cu-mgar', 'stored'],
    ])
    await second.timers.pass(10)
    expect(second.commands().map(idOf)).toEqual([idOf(first.commands()[2])])
  })

  test('O-19: what was kept is sent even when it is read late', async () => {
    const first = openPhone()
    first.hubs.welcome = () => undefined
    await first.outbox.submit(sheet('ea-ngai'))
    first.storage.mood = 'hangs'
    const second = openPhone(first.storage)
    await second.beats(4)
    expect(second.commands()).toHaveLength(0)
    first.storage.release()
    await second.timers.pass(1)
    expect(second.commands()).toHaveLength(1)
  })
})

describe('sending', () => {
  test('O-12, O-14: without an answer it is sent again every 8 s, with the same id and body', async () => {
    const { outbox, beats, commands, states } = openPhone()
    await beats(1)
    await outbox.submit(sheet('ea-ngai'))
    await beats(17)
    expect(commands()).toHaveLength(3)
    expect(new Set(commands().map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(idOf(commands()[0])).toMatch(/^[a-z0-9]{20}$/)
    expect(states()).toEqual(['sending'])
  })

  test('O-14: a lost connection is no refusal, and the next connection begins with what waits', async () => {
    const { timers, hubs, outbox, beats, commands, states } = openPhone()
    await beats(1)
    await outbox.submit(sheet('ea-ngai'))
    hubs.visit.drop()
    expect(states()).toEqual(['stored'])
    await timers.pass(500)
    expect(states()).toEqual(['sending'])
    expect(new Set(commands().map(idOf)).size).toBe(1)
    commands()[1]?.answer(recorded(12))
    await timers.pass(0)
    expect(states()).toEqual(['recorded'])
    await beats(10)
    expect(commands()).toHaveLength(2)
  })

  test('O-14: what cannot be read is no answer', async () => {
    const { outbox, beats, commands, states } = openPhone()
    await beats(1)
    await outbox.submit(sheet('ea-ngai'))
    commands()[0]?.answer({ ok: true })
    await beats(9)
    expect(states()).toEqual(['sending'])
    expect(commands()).toHaveLength(2)
  })

  test('O-14: a late answer counts', async () => {
    const { outbox, beats, commands, states } = openPhone()
    await beats(1)
    await outbox.submit(sheet('ea-ngai'))
    await beats(12)
    commands()[0]?.answer(recorded(3))
    await beats(1)
    expect(states()).toEqual(['recorded'])
  })

  test('O-15: everything that waits is sent at once', async () => {
    const { hubs, outbox, beats, commands } = openPhone()
    hubs.welcome = () => undefined
    for (const team of ['ea-ngai', 'tay-dang', 'cu-mgar']) await outbox.submit(sheet(team))
    hubs.welcome = (visit) => letIn(visit)
    await beats(6)
    expect(commands()).toHaveLength(3)
  })

  test.each(['ledger-unavailable', 'hub-stopping', 'hub-behind', 'seat-revoked', 'seat-required'])(
    'O-16: %s leaves it waiting',
    async (code) => {
      const { outbox, beats, commands, states } = openPhone()
      await beats(1)
      await outbox.submit(sheet('ea-ngai'))
      commands()[0]?.answer(refused(code))
      await beats(9)
      expect(states()).toEqual(['sending'])
      expect(commands()).toHaveLength(2)
    },
  )

  test.each(['too-many-requests', 'ledger-unavailable', 'hub-behind'])(
    'O-16: %s is obeyed to the second',
    async (code) => {
      const { outbox, beats, commands } = openPhone()
      await beats(1)
      await outbox.submit(sheet('ea-ngai'))
      commands()[0]?.answer(refused(code, { seconds: 1 }))
      await beats(2)
      expect(commands()).toHaveLength(2)
    },
  )

  test('O-17: a refusal ends the waiting and stays until it was read', async () => {
    const { outbox, storage, beats, commands, states } = openPhone()
    await beats(1)
    await outbox.submit(sheet('ea-ngai'))
    commands()[0]?.answer(refused('mark-out-of-range', { criterion: 'noi-dung', min: '0', max: '10' }))
    await beats(20)
    expect(states()).toEqual(['refused'])
    expect(commands()).toHaveLength(1)
    const [item] = outbox.items
    expect(item?.state === 'refused' && item.refusal).toMatchObject({ code: 'mark-out-of-range', max: '10' })
    outbox.dismiss(item?.id ?? '')
    await beats(1)
    expect(outbox.items).toEqual([])
    expect(storage.kept.size).toBe(0)
  })

  test('O-17: what waits cannot be dismissed', async () => {
    const { outbox, beats } = openPhone()
    await beats(1)
    await outbox.submit(sheet('ea-ngai'))
    outbox.dismiss(outbox.items[0]?.id ?? '')
    expect(outbox.items).toHaveLength(1)
  })

  test('O-20: the second answer says nothing new', async () => {
    const { outbox, beats, commands } = openPhone()
    await beats(1)
    await outbox.submit(sheet('ea-ngai'))
    await beats(9)
    commands()[0]?.answer(recorded(3))
    commands()[1]?.answer(refused('id-reused'))
    await beats(1)
    expect(outbox.items[0]).toMatchObject({ state: 'recorded', receipt: '3-ABAB' })
  })
})

describe('holding receipts', () => {
  async function withReceipt() {
    const phone = openPhone()
    await phone.beats(1)
    await phone.outbox.submit(sheet('ea-ngai'))
    phone.commands()[0]?.answer(recorded(128))
    await phone.beats(1)
    phone.hubs.visit.drop()
    await phone.timers.pass(500)
    return phone
  }

  test('O-18: every connection begins with what is held', async () => {
    const { hubs, commands } = await withReceipt()
    expect(hubs.visit.heard('held')[0]?.body).toEqual([{ id: idOf(commands()[0]), commit: 128, hash }])
  })

  test('O-18: what the hub does not know is sent again with the same id, and gets a new receipt', async () => {
    const { hubs, outbox, beats, commands, states } = await withReceipt()
    hubs.visit.heard('held')[0]?.answer({ unknown: [idOf(commands()[0])], behind: true })
    await beats(1)
    expect(states()).toEqual(['sending'])
    expect(commands().map(idOf)).toEqual([idOf(commands()[0]), idOf(commands()[0])])
    commands()[1]?.answer(recorded(101))
    await beats(1)
    expect(outbox.items[0]).toMatchObject({ state: 'recorded', receipt: '101-ABAB' })
  })

  test('O-18: a reload between that answer and the sending loses nothing', async () => {
    const { hubs, beats, commands, storage } = await withReceipt()
    hubs.visit.heard('held')[0]?.answer({ unknown: [idOf(commands()[0])], behind: true })
    await beats(1)
    const after = openPhone(storage)
    await after.outbox.ready
    expect(after.states()).toEqual(['stored'])
  })

  test('O-18: without an answer it is asked again, with an answer never', async () => {
    const { hubs, beats, states } = await withReceipt()
    await beats(9)
    expect(hubs.visit.heard('held')).toHaveLength(2)
    hubs.visit.heard('held')[1]?.answer({ unknown: [], behind: false })
    await beats(20)
    expect(hubs.visit.heard('held')).toHaveLength(2)
    expect(states()).toEqual(['recorded'])
  })

  test('O-18: certified rounds are held no longer, others are', async () => {
    const { outbox, storage, beats } = await withReceipt()
    outbox.forgetRounds(new Set(['tieu-pham']))
    expect(outbox.items).toHaveLength(1)
    outbox.forgetRounds(new Set(['chao-hoi']))
    await beats(1)
    expect(outbox.items).toEqual([])
    expect(storage.kept.size).toBe(0)
  })
})
