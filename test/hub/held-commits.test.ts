/** What a hub keeps in memory of a chain, for a ledger that may lose its tail. */

import { Held, heldFor } from '@bang-diem/server/held.ts'
import { commitsAfter, headAfter, start, texts } from '@bang-diem/server/ledgers/contract/samples.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

const begin = start('hoi-thi')
const commits = commitsAfter(begin, texts(60))
const headAt = (count: number) => (count === 0 ? begin : headAfter(commits.slice(0, count)))

test('P-61: after any commit that it still has it gives the rest, whole and in order, and after no other', () =>
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 12 }),
      fc.integer({ min: 1, max: 20 }),
      (sizes, most) => {
        const held = new Held(begin, { commits: most, characters: Number.POSITIVE_INFINITY })
        let length = 0
        for (const size of sizes) {
          held.add(commits.slice(length, length + size))
          length = Math.min(length + size, commits.length)
        }
        const kept = held.all.length
        expect(kept).toBeGreaterThanOrEqual(Math.min(most, length))
        expect(kept).toBeLessThanOrEqual(2 * most + 9)
        for (let count = 0; count <= length; count += 1) {
          const rest = count >= length - kept ? commits.slice(count, length) : undefined
          expect(held.after(headAt(count))).toEqual(rest)
          expect(held.after({ ...headAt(count), hash: 'another' })).toBeUndefined()
        }
        expect(held.after({ number: length + 1, hash: '' })).toBeUndefined()
      },
    ),
  ))

test('P-61: it is bounded by the length of the lines too', () => {
  const held = new Held(begin, { commits: 1000, characters: 3 * (commits[0]?.line.length ?? 0) })
  for (const commit of commits) held.add([commit])
  expect(held.all.length).toBeLessThan(10)
  expect(held.all.at(-1)).toBe(commits.at(-1))
})

test('P-61: of a ledger that nobody else can change nothing is held', () => {
  const held = heldFor({ isShared: false }, begin, { commits: 1000, characters: 1e9 })
  held.add(commits)
  expect(held.all).toEqual([])
  expect(held.after(headAfter(commits))).toEqual([])
  expect(held.after(begin)).toBeUndefined()
})
