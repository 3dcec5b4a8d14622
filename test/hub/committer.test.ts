/** The queue of a contest on the real embedded ledger: exactly once, in groups, and never an answer that is not certain. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { created, performed } from '../rules/small-contest.ts'
import { contestInLedger, type Queue } from './queue.ts'

const note = (text: string) => ({ type: 'note', text }) as const
const place = { round: 'chao-hoi', team: 'a' }
const marks = { 'noi-dung': '8', 'hinh-thuc': '8' }
const sheet = { type: 'submitSheet', ...place, run: 0, revision: 0, marks } as const

let world: Awaited<ReturnType<typeof contestInLedger>>
let queue: Queue
beforeEach(async () => {
  world = await contestInLedger(created(), performed('chao-hoi', 'a'))
  queue = await world.open()
})
afterEach(() => world.close())

/** Everything that can happen without the ledger has happened. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('exactly once', () => {
  test('P-20: the same id with the same body gets the first answer, and there is one commit', async () => {
    const first = await queue.send('judge:gk2', sheet, 'phone-1')
    const again = await queue.send('judge:gk2', sheet, 'phone-1')
    expect(first).toMatchObject({ ok: true, head: { number: 2 } })
    expect(again).toEqual(first)
    expect(await world.stored()).toHaveLength(2)
  })

  test('P-20: one that is still in flight waits for its commit', async () => {
    queue.ledger.mood = 'stalls'
    const answers: unknown[] = []
    const both = [1, 2].map(() => queue.send('judge:gk2', sheet, 'phone-1').then((answer) => answers.push(answer)))
    await settled()
    expect(answers).toEqual([])
    queue.ledger.release()
    await Promise.all(both)
    expect(answers[0]).toEqual(answers[1])
    expect(await world.stored()).toHaveLength(2)
  })

  /** Two commands that need an append each, and the first of them again while neither is written. */
  async function repeatedInFlight() {
    const narrow = await world.open({ commitsPerAppend: 1 })
    narrow.ledger.mood = 'stalls'
    const first = narrow.send('secretary', note('một'), 'phone-1')
    const second = narrow.send('secretary', note('hai'), 'phone-2')
    const again = narrow.send('secretary', note('một'), 'phone-1')
    return { narrow, first, second, again }
  }

  test('P-20: P-25: one that is still in flight waits for its own commit, and for nothing that comes after it', async () => {
    const { narrow, first, second, again } = await repeatedInFlight()
    narrow.ledger.release('stalls')
    expect(await first).toMatchObject({ ok: true, head: { number: 2 } })
    expect(await again).toEqual(await first)
    narrow.ledger.release()
    expect(await second).toMatchObject({ ok: true, head: { number: 3 } })
  })

  test('P-20: P-25: what is durable is told as durable, also when the next append fails', async () => {
    const { narrow, first, second, again } = await repeatedInFlight()
    narrow.ledger.release('fails')
    expect(await second).toMatchObject({ refusal: { code: 'ledger-unavailable' } })
    expect(await again).toEqual(await first)
    expect(narrow.committer.durable.notes.map(({ text }) => text)).toEqual(['một'])
  })

  test('P-20: the same id with another body is refused', async () => {
    await queue.send('secretary', note('một'), 'phone-1')
    expect(await queue.send('secretary', note('hai'), 'phone-1')).toEqual({ ok: false, refusal: { code: 'id-reused' } })
  })

  test('P-20: ids are the phone’s own: another seat may use the same', async () => {
    await queue.send('secretary', note('một'), 'phone-1')
    expect(await queue.send('judge:gk2', sheet, 'phone-1')).toMatchObject({ ok: true })
  })

  test('P-20: a refusal is not remembered: the same command is decided anew', async () => {
    const early = { ...sheet, team: 'b' } as const
    expect(await queue.send('judge:gk2', early, 'phone-1')).toMatchObject({ refusal: { code: 'sheet-not-open' } })
    await queue.send('mc', { type: 'take', cue: 'chao-hoi/a/marking', onAir: 'chao-hoi/a/perform' })
    await queue.send('mc', { type: 'take', cue: 'chao-hoi/b/intro', onAir: 'chao-hoi/a/marking' })
    await queue.send('mc', { type: 'take', cue: 'chao-hoi/b/perform', onAir: 'chao-hoi/b/intro' })
    expect(await queue.send('judge:gk2', early, 'phone-1')).toMatchObject({ ok: true })
  })

  test('P-20: trap 7: a hub that starts anew gives the first answer still', async () => {
    const first = await queue.send('judge:gk2', sheet, 'phone-1')
    const restarted = await world.open()
    expect(await restarted.send('judge:gk2', sheet, 'phone-1')).toEqual(first)
    expect(await restarted.send('judge:gk2', { ...sheet, team: 'b' }, 'phone-1')).toMatchObject({
      refusal: { code: 'id-reused' },
    })
  })
})

describe('durable first', () => {
  test('P-21: trap 8: nothing is answered or shown before the ledger has said yes', async () => {
    queue.ledger.mood = 'stalls'
    const answers: unknown[] = []
    const sent = queue.send('judge:gk2', sheet).then((answer) => answers.push(answer))
    await settled()
    expect(answers).toEqual([])
    expect(queue.durable).toEqual([])
    expect(queue.committer.durable.sheets.size).toBe(0)
    queue.ledger.release()
    await sent
    expect(queue.durable).toHaveLength(1)
    expect(queue.committer.durable.sheets.size).toBe(1)
  })

  test('P-21: a refusal that rests on something still on its way waits for it', async () => {
    queue.ledger.mood = 'stalls'
    const first = queue.send('judge:gk2', sheet)
    const answers: unknown[] = []
    const second = queue.send('judge:gk2', sheet).then((answer) => answers.push(answer))
    await settled()
    expect(answers).toEqual([])
    queue.ledger.release()
    await Promise.all([first, second])
    expect(answers).toEqual([{ ok: false, refusal: { code: 'sheet-submitted', ...place } }])
  })

  test('P-22: what arrives while an append is on its way goes together into the next', async () => {
    queue.ledger.mood = 'stalls'
    const all = ['1', '2', '3', '4', '5'].map((text) => queue.send('secretary', note(text)))
    await settled()
    queue.ledger.release()
    const answers = await Promise.all(all)
    expect(queue.ledger.groups).toEqual([1, 4])
    expect(answers.map((answer) => answer.ok && answer.head.number)).toEqual([2, 3, 4, 5, 6])
  })

  test('P-23: hub time never goes back, not even when the clock does', async () => {
    await queue.send('secretary', note('một'))
    queue.now = 5
    await queue.send('secretary', note('hai'))
    expect((await world.stored()).map(({ at }) => at)).toEqual([1000, 1_000_000, 1_000_000])
  })
})

describe('two hubs', () => {
  test('P-24: whoever comes second reads on and decides anew on what it finds', async () => {
    const other = await world.open()
    await other.send('secretary', note('hub kia'))
    expect(await queue.send('secretary', note('hub này'))).toMatchObject({ ok: true, head: { number: 3 } })
    expect(queue.durable.map(({ number }) => number)).toEqual([2, 3])
    expect(queue.committer.durable.notes.map(({ text }) => text)).toEqual(['hub kia', 'hub này'])
  })

  test('P-24: U-3: of two MCs at two hubs one takes the cue, the other is told', async () => {
    const other = await world.open()
    const take = { type: 'take', cue: 'chao-hoi/a/marking', onAir: 'chao-hoi/a/perform' } as const
    const answers = await Promise.all([queue.send('mc', take, 'mc-1'), other.send('mc', take, 'mc-2')])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toEqual({
      ok: false,
      refusal: { code: 'cue-moved', onAir: 'chao-hoi/a/marking' },
    })
    expect(await world.stored()).toHaveLength(2)
  })

  test('P-24: the same command through two hubs is one commit with one answer', async () => {
    const other = await world.open()
    const answers = await Promise.all([
      queue.send('judge:gk2', sheet, 'phone-1'),
      other.send('judge:gk2', sheet, 'phone-1'),
    ])
    expect(answers[0]).toEqual(answers[1])
    expect(await world.stored()).toHaveLength(2)
  })

  test('P-24: many commands through two hubs all come to be, once each, in one chain', async () => {
    const other = await world.open()
    const sends = Array.from({ length: 60 }, (_, index) =>
      (index % 2 === 0 ? queue : other).send('secretary', note(String(index)), `n${index}`),
    )
    expect((await Promise.all(sends)).every(({ ok }) => ok)).toBe(true)
    const commits = await world.stored()
    expect(commits).toHaveLength(61)
    expect(new Set(commits.map(({ commandId }) => commandId)).size).toBe(61)
  })
})

describe('a medium that fails', () => {
  const unavailable = (reason: string) => ({ ok: false, refusal: { code: 'ledger-unavailable', reason, seconds: 2 } })

  test('P-25: everything that waits on it is refused, nothing of it is left behind, and it recovers by itself', async () => {
    queue.ledger.mood = 'stalls'
    const first = queue.send('judge:gk2', sheet)
    await settled()
    const second = queue.send('secretary', note('sau'))
    queue.ledger.release('fails')
    expect(await first).toMatchObject({ ok: true })
    expect(await second).toEqual(unavailable('disk-full'))
    expect(queue.medium.at(-1)).toBe('disk-full')
    expect(queue.committer.durable.notes).toEqual([])
    queue.ledger.mood = 'works'
    expect(await queue.send('secretary', note('lại'))).toMatchObject({ ok: true, head: { number: 3 } })
    expect(queue.medium.at(-1)).toBeNull()
    expect(await world.stored()).toHaveLength(3)
  })

  test('P-25: the command that was refused may be sent again with its id', async () => {
    queue.ledger.mood = 'fails'
    expect(await queue.send('judge:gk2', sheet, 'phone-1')).toEqual(unavailable('disk-full'))
    queue.ledger.mood = 'works'
    expect(await queue.send('judge:gk2', sheet, 'phone-1')).toMatchObject({ ok: true })
  })

  test('P-26: an append whose answer was lost is read back: what was written is told as written', async () => {
    queue.ledger.mood = 'lost-answer'
    expect(await queue.send('judge:gk2', sheet)).toMatchObject({ ok: true, head: { number: 2 } })
    expect(await world.stored()).toHaveLength(2)
    expect(queue.committer.durable.sheets.size).toBe(1)
  })

  test('P-26: an append that never arrived is told as not written', async () => {
    queue.ledger.mood = 'lost-append'
    expect(await queue.send('judge:gk2', sheet)).toEqual(unavailable('not-answering'))
    expect(await world.stored()).toHaveLength(1)
    expect(queue.committer.durable.sheets.size).toBe(0)
  })
})

describe('bounds', () => {
  test('P-27: facts longer than a ledger takes are refused with the bound, and the queue goes on', async () => {
    const narrow = await world.open({ bytesPerLine: 600 })
    expect(await narrow.send('secretary', note('ghi chú '.repeat(60)))).toEqual({
      ok: false,
      refusal: { code: 'command-invalid', problems: [{ path: '', code: 'too-long', params: { bound: '600' } }] },
    })
    expect(await narrow.send('secretary', note('ngắn'))).toMatchObject({ ok: true })
  })

  test('P-28: a hub that stops lets every answer out and refuses what comes then', async () => {
    queue.ledger.mood = 'stalls'
    const under = queue.send('secretary', note('đang ghi'))
    await settled()
    const stopped = queue.committer.stop()
    expect(await queue.send('secretary', note('muộn'))).toEqual({ ok: false, refusal: { code: 'hub-stopping' } })
    queue.ledger.release()
    await stopped
    expect(await under).toMatchObject({ ok: true })
    await queue.committer.stop()
  })

  test('P-28: P-26: a hub that stops while nobody can tell what was written gives up, and answers nobody', async () => {
    queue.ledger.mood = 'lost-answer'
    queue.ledger.readable = false
    const answers: unknown[] = []
    void queue.send('secretary', note('ai biết')).then((answer) => answers.push(answer))
    await expect.poll(() => queue.medium.length).toBeGreaterThan(3)
    await queue.committer.stop()
    await settled()
    expect(answers).toEqual([])
  })
})
