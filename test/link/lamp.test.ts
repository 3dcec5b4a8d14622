/** The lamp's truth table. */

import { common as en } from '@bang-diem/shared/language/en/common.ts'
import { common as vi } from '@bang-diem/shared/language/vi/common.ts'
import type { LinkStatus } from '@bang-diem/shared/link/connection-phase.ts'
import { type LampState, lampOf, lampText, latestReceipt } from '@bang-diem/shared/link/lamp.ts'
import type { OutboxItem } from '@bang-diem/shared/link/outbox-item.ts'
import { expect, test } from 'vitest'

const base = {
  id: 'a',
  order: 1,
  keptHere: true,
  body: { type: 'recuse', round: 'r', team: 't', reason: '…' },
} as const
const stored: OutboxItem = { ...base, state: 'stored' }
const sending: OutboxItem = { ...base, state: 'sending' }
const unstored: OutboxItem = { ...base, state: 'sending', keptHere: false }
const refused: OutboxItem = { ...base, state: 'refused', refusal: { code: 'sheet-closed' } }
const recorded = {
  ...base,
  state: 'recorded',
  receipt: '128-7F3A',
  commit: 128,
  hash: 'aa',
  durable: true,
} as const satisfies OutboxItem
const recordedUnstored: OutboxItem = { ...recorded, keptHere: false }
const received: OutboxItem = { ...recorded, receipt: '129-0A0B', commit: 129, durable: false }

const table: [rule: string, items: OutboxItem[], status: LinkStatus, lamp: LampState][] = [
  ['O-22', [unstored], 'live', 'unstored'],
  ['O-22', [recorded, unstored, stored], 'lost', 'unstored'],
  ['O-23', [sending], 'live', 'sending'],
  ['O-23', [recorded, sending, refused], 'live', 'sending'],
  ['O-23', [stored], 'live', 'stored'],
  ['O-23', [stored, sending], 'live', 'stored'],
  ['O-23', [stored], 'lost', 'stored'],
  ['O-23', [stored], 'refused', 'stored'],
  ['O-23', [received, sending], 'live', 'sending'],
  ['O-36', [received], 'live', 'received'],
  ['O-36', [received, recorded], 'live', 'received'],
  ['O-36', [recorded, received, refused], 'live', 'received'],
  ['O-36', [received], 'lost', 'received'],
  ['O-36', [received], 'refused', 'received'],
  ['O-24', [], 'connecting', 'connecting'],
  ['O-24', [recorded], 'lost', 'lost'],
  ['O-24', [refused], 'lost', 'lost'],
  ['O-24', [recorded], 'refused', 'barred'],
  ['O-25', [recorded, refused], 'live', 'refused'],
  ['O-25', [recorded], 'live', 'recorded'],
  ['O-25', [recordedUnstored], 'live', 'recorded'],
  ['O-25', [], 'live', 'empty'],
]

test.each(table)('%s: the lamp of case %#', (_rule, items, status, lamp) => {
  expect(lampOf(items, status)).toBe(lamp)
})

test('O-25: the receipt is that of the last recorded command', () => {
  expect(latestReceipt([recorded, { ...recorded, receipt: '130-00FF' }, refused])).toBe('130-00FF')
  expect(latestReceipt([stored])).toBeNull()
})

test('O-37: what is only received has no receipt to show, in no language', () => {
  expect(latestReceipt([received])).toBeNull()
  expect(latestReceipt([recorded, received])).toBe('128-7F3A')
  for (const { lamp } of [vi, en]) {
    expect(lampText('received', '129-0A0B', lamp)).not.toContain('129')
    expect(lampText('received', null, lamp)).not.toContain(lamp.states.recorded)
  }
})

test('the lamp speaks with the receipt', () => {
  expect(lampText('recorded', '128-7F3A', vi.lamp)).toBe('đã ghi · biên nhận 128-7F3A')
  expect(lampText('stored', '128-7F3A', vi.lamp)).toBe('đã lưu trên máy')
  expect(lampText('lost', null, en.lamp)).toBe('connection lost')
})
