/** A hub that has not heard what another one wrote: on a medium in memory whose followers lag by minutes. */
import type { Room } from '@bang-diem/server/room.ts'
import { realTimers } from '@bang-diem/server/timers.ts'
import { parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import { scoreOf } from '@bang-diem/shared/rules/scores.ts'
import { viewFor } from '@bang-diem/shared/views/audiences.ts'
import { expect, onTestFinished, test } from 'vitest'
import { chanceOf } from '../robot/chance.ts'
import { definitionOfThree } from '../rules/small-contest.ts'
import { Medium } from '../simulation/medium.ts'
import { MediumLedger } from '../simulation/medium-ledger.ts'
import { hubOn, roomOn, tell } from './hub-on.ts'

const place = { round: 'chao-hoi', team: 'a' } as const
const withdraw = { type: 'withdrawDeduction', line: 'd1', reason: 'nhầm' } as const
const sheet = {
  type: 'submitSheet',
  ...place,
  run: 0,
  revision: 0,
  marks: { 'noi-dung': '8', 'hinh-thuc': '8' },
} as const

async function roomAt(medium: Medium): Promise<{ readonly room: Room; readonly ledger: MediumLedger }> {
  const ledger = new MediumLedger(medium, { timers: realTimers, wire: realTimers, now: Date.now })
  const { hub } = await hubOn(ledger)
  onTestFinished(async () => {
    await hub.stop()
    await ledger.close()
  })
  const parsed = parseDefinition(definitionOfThree())
  if (!parsed.ok) throw new Error('the small contest is in order')
  return { room: hub.room('hoi-thi') ?? (await roomOn(hub, parsed.definition)), ledger }
}

async function twoHubs() {
  const medium = new Medium('shared', chanceOf(1))
  const one = await roomAt(medium)
  const other = await roomAt(medium)
  medium.mood.lag = 600_000
  return { one: one.room, other: other.room, otherLedger: other.ledger }
}

test('P-64: what another hub has made possible is not refused by one that has not heard of it', async () => {
  const { one, other } = await twoHubs()
  await tell(one, 'secretary', { type: 'deduct', ...place, points: '1', reason: 'lỗi' }, 'a')
  expect(await tell(other, 'secretary', withdraw, 'b')).toMatchObject({ ok: true, head: { number: 3 } })
})

test('P-64: P-20: a command that another hub has written gets its first answer, and no refusal', async () => {
  const { one, other } = await twoHubs()
  await tell(one, 'mc', { type: 'take', cue: 'chao-hoi/a/intro', onAir: null }, 'a')
  await tell(one, 'mc', { type: 'take', cue: 'chao-hoi/a/perform', onAir: 'chao-hoi/a/intro' }, 'b')
  const first = await tell(one, 'judge:gk2', sheet, 'c')
  expect(first.ok).toBe(true)
  expect(await tell(other, 'judge:gk2', sheet, 'c')).toMatchObject({ ok: true, head: first.ok && first.head })
})

test('P-64: what must be refused still is, and where the ledger cannot be asked nothing is said of the command', async () => {
  const { other, otherLedger } = await twoHubs()
  expect(await tell(other, 'secretary', withdraw, 'a')).toMatchObject({ refusal: { code: 'reference-unknown' } })
  otherLedger.isCutOff = true
  expect(await tell(other, 'secretary', withdraw, 'b')).toMatchObject({ refusal: { code: 'ledger-unavailable' } })
})

test('P-60: a score that was made on the way to a commit that came to nothing is nobody’s: what another hub wrote instead counts', async () => {
  const { one, other } = await twoHubs()
  await tell(one, 'mc', { type: 'take', cue: 'chao-hoi/a/intro', onAir: null }, 'a')
  await tell(one, 'mc', { type: 'take', cue: 'chao-hoi/a/perform', onAir: 'chao-hoi/a/intro' }, 'b')
  await tell(other, 'secretary', { type: 'note', text: 'đã nghe' }, 'c')
  await tell(one, 'secretary', { type: 'note', text: 'đã nghe' }, 'd')
  await tell(one, 'secretary', { type: 'excuse', ...place, judge: 'gk2', reason: 'đến muộn' }, 'e')
  expect(await tell(other, 'judge:gk2', sheet, 'f')).toMatchObject({ ok: false, refusal: { code: 'judge-excused' } })
  expect(scoreOf(other.state, place.round, place.team)).toBeNull()
  expect(viewFor(other.state, 'desk')).toEqual(viewFor(one.state, 'desk'))
})
