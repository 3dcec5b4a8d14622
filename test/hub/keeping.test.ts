/** Up to which commit a contest is durable, where the ledger is quick at one time and slow at another. */
import { Keeping } from '@bang-diem/server/keeping.ts'
import { expect, test } from 'vitest'

function keeping() {
  const told: number[] = []
  const waiting: (() => void)[] = []
  const kept = new Keeping(
    () => new Promise((resolve) => waiting.push(resolve)),
    (number) => told.push(number),
  )
  return { kept, told, flush: () => waiting.shift()?.() }
}

test('P-45: what came while the ledger was asked is asked for next', async () => {
  const { kept, told, flush } = keeping()
  kept.appended('received', 3)
  kept.appended('received', 5)
  expect([kept.of(3), kept.upTo]).toEqual(['received', 0])
  flush()
  await expect.poll(() => told).toEqual([3])
  expect([kept.of(3), kept.of(5)]).toEqual(['durable', 'received'])
  flush()
  await expect.poll(() => told).toEqual([3, 5])
})

test('P-45: who was told received hears of it also when a later append was durable at once', async () => {
  const { kept, told, flush } = keeping()
  kept.appended('received', 3)
  kept.appended('received', 5)
  kept.appended('durable', 6)
  expect(kept.of(5)).toBe('durable')
  flush()
  await expect.poll(() => told.at(-1)).toBeGreaterThanOrEqual(5)
})
