/** What a phone keeps belongs to one history of a contest: nothing of it is read into another, and old ones do not pile up. */
import type { KeptCommand } from '@bang-diem/shared/link/kept-command.ts'
import { outboxStorage } from '@bang-diem/shared/link/outbox-storage.ts'
import { HISTORIES_KEPT } from '@bang-diem/shared/link/seat-records.ts'
import { describe, expect, test } from 'vitest'
import { draftStorage } from '../../judge-client/src/sheets/draft-storage.ts'
import { MemoryPhone } from './memory-phone.ts'
import { settled } from './simulated-timers.ts'

const historyOf = (place: number) => String(place).padStart(64, '0')
const seat = 'judge:gk2'
const [rehearsal, show] = [historyOf(1), historyOf(2)]

function command(id: string): KeptCommand {
  const body = { type: 'recuse', round: 'chao-hoi', team: 'ea-ngai', reason: 'Vắng mặt' } as const
  return { id, order: 1, body, answer: { state: 'waiting' } }
}

/** A visit to the seat in a history: what is kept there, once older ones are tidied. */
async function visit(phone: MemoryPhone, history: string): Promise<readonly KeptCommand[]> {
  const kept = await outboxStorage(history, seat, phone).load()
  await settled()
  return kept
}

describe('another history under the same id', () => {
  test('O-29: commands of the rehearsal are not in the outbox of the show, and are there again in their own', async () => {
    const phone = new MemoryPhone()
    await outboxStorage(rehearsal, seat, phone).put(command('thu'))
    expect(await visit(phone, show)).toEqual([])
    await outboxStorage(show, seat, phone).put(command('that'))
    expect(await visit(phone, show)).toEqual([command('that')])
    expect(await visit(phone, rehearsal)).toEqual([command('thu')])
  })

  test('O-29: drafts of the rehearsal fill no sheet of the show', async () => {
    const phone = new MemoryPhone()
    const draft = { revision: 0, texts: { 'noi-dung': '8.25' } }
    await draftStorage(rehearsal, seat, phone).write('chao-hoi/ea-ngai', draft)
    expect(await draftStorage(show, seat, phone).readAll()).toEqual(new Map())
    expect(await draftStorage(rehearsal, seat, phone).readAll()).toEqual(new Map([['chao-hoi/ea-ngai', draft]]))
  })

  test('O-29: one judge’s records are not another’s, whatever the one’s name begins with', async () => {
    const phone = new MemoryPhone()
    await outboxStorage(show, 'judge:gk20', phone).put(command('cua-gk20'))
    expect(await visit(phone, show)).toEqual([])
  })

  test('O-29: what an earlier version kept under the contest’s id alone is left where it is', async () => {
    const phone = new MemoryPhone()
    await phone.put('hoi-thi/judge:gk2/cu', command('cu'))
    expect(await visit(phone, show)).toEqual([])
    expect(phone.records.has('hoi-thi/judge:gk2/cu')).toBe(true)
  })
})

describe('what older histories left', () => {
  test('O-29: it stays until as many others were opened after it as a phone keeps', async () => {
    const phone = new MemoryPhone()
    await visit(phone, rehearsal)
    await outboxStorage(rehearsal, seat, phone).put(command('thu'))
    for (let place = 2; place <= HISTORIES_KEPT; place += 1) await visit(phone, historyOf(place))
    expect([...phone.records.keys()].some((key) => key.startsWith(rehearsal))).toBe(true)
    await visit(phone, historyOf(HISTORIES_KEPT + 1))
    expect([...phone.records.keys()].filter((key) => key.includes(rehearsal))).toEqual([])
  })

  test('O-29: the last to be opened counts, not the first, and the one that is open never goes', async () => {
    const phone = new MemoryPhone()
    for (let place = 1; place <= HISTORIES_KEPT; place += 1) await visit(phone, historyOf(place))
    await visit(phone, rehearsal)
    await outboxStorage(rehearsal, seat, phone).put(command('thu'))
    for (let place = 0; place < 3 * HISTORIES_KEPT; place += 1) {
      await visit(phone, historyOf(100 + place))
      if (place % 3 === 0) await visit(phone, rehearsal)
    }
    expect(await visit(phone, rehearsal)).toEqual([command('thu')])
    expect([...phone.records.keys()].filter((key) => key.startsWith('opened/'))).toHaveLength(HISTORIES_KEPT)
  })

  test('O-29: a phone that is full reads what it kept all the same', async () => {
    const phone = new MemoryPhone()
    await outboxStorage(show, seat, phone).put(command('that'))
    phone.isFull = true
    expect(await visit(phone, show)).toEqual([command('that')])
  })
})
