/** The chain's promises, for any facts: what is sealed is read back, and no change goes unseen. */

import { sha256 } from '@bang-diem/server/sha256.ts'
import {
  type ChainFault,
  checkNext,
  decodeCommit,
  genesis,
  type Head,
  receiptOf,
  type SaltedFact,
  type Sealed,
  seal,
} from '@bang-diem/shared/ledger/commit.ts'
import { sha256 as pureSha256 } from '@bang-diem/shared/ledger/sha256.ts'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'

const contest = 'dan-van-kheo-2026'

/** Facts with any keys in any order and any text, as plain JSON. */
const anyFact: fc.Arbitrary<SaltedFact> = fc
  .tuple(fc.dictionary(fc.string(), fc.jsonValue()), fc.string({ unit: 'binary' }), fc.string())
  .map(([rest, type, salt]) => Object.entries({ ...rest, type, salt }))
  .chain((entries) => fc.shuffledSubarray(entries, { minLength: entries.length }))
  .map((entries) => plain(Object.fromEntries(entries)))

const anyStep = fc.record({
  at: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
  by: fc.string({ unit: 'binary' }),
  commandId: fc.string(),
  facts: fc.array(anyFact, { minLength: 1, maxLength: 3 }),
})

const anyChain = fc.array(anyStep, { minLength: 1, maxLength: 5 }).map((steps) => {
  const commits: Sealed[] = []
  for (const step of steps) {
    const head: Head = commits.at(-1)?.commit ?? genesis(contest, sha256)
    commits.push(seal({ ...step, number: head.number + 1, previous: head.hash }, sha256))
  }
  return commits
})

/** A chain of at least two commits and two different places in it, the first before the second. */
const chainAndPlaces = anyChain
  .filter((commits) => commits.length >= 2)
  .chain((commits) =>
    fc
      .tuple(fc.constant(commits), fc.nat(commits.length - 2))
      .chain(([, first]) =>
        fc.tuple(fc.constant(commits), fc.constant(first), fc.integer({ min: first + 1, max: commits.length - 1 })),
      ),
  )

/** What JSON leaves of a fact; asserted and not parsed, since a parser may put the keys in another order. */
function plain(fact: object): SaltedFact {
  const json: unknown = JSON.parse(JSON.stringify(fact))
  v.assert(v.object({ type: v.string(), salt: v.string() }), json)
  return json
}

function linesOf(commits: readonly Sealed[]): string[] {
  return commits.map(({ line }) => line)
}

/** The first fault in these lines, if any. */
function firstFault(lines: readonly string[]): ChainFault | undefined {
  let head = genesis(contest, sha256)
  for (const line of lines) {
    const check = checkNext(head, line, sha256)
    if (!check.ok) return check.fault
    head = check.commit
  }
  return undefined
}

describe('sealing and reading back', () => {
  test('L-1: the hash of a known commit is what the formula gives by hand', () => {
    const fact = { type: 'cueTaken', salt: 'AAAA', cue: 'chao-hoi/ea-ngai/intro' }
    const digest = pureSha256('{"type":"cueTaken","salt":"AAAA","cue":"chao-hoi/ea-ngai/intro"}')
    const previous = pureSha256('bang-diem/1/dan-van-kheo-2026')
    const { commit } = seal(
      { number: 1, at: 1790000000000, by: 'mc', commandId: 'c1', facts: [fact], previous },
      sha256,
    )
    expect(commit.hash).toBe(pureSha256(`["${previous}",1,1790000000000,"mc","c1",["${digest}"]]`))
  })

  test('L-1: pages and hubs compute the same SHA-256', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(pureSha256(text)).toBe(sha256(text))
      }),
      { examples: [['Đảng bộ xã Ea Ngai 🎤']] },
    )
  })

  test('L-2: commit 1 continues the genesis of its own contest and of no other', () => {
    const [head, other] = [genesis(contest, sha256), genesis('hoa-giai-2026', sha256)]
    const fact = { type: 'noted', salt: 's' }
    const { line } = seal({ number: 1, at: 0, by: 'hub', commandId: 'c', facts: [fact], previous: head.hash }, sha256)
    expect(checkNext(head, line, sha256).ok).toBe(true)
    expect(checkNext(other, line, sha256)).toEqual({
      ok: false,
      fault: { fault: 'broken-link', number: 1 },
    })
  })

  test('L-3: sealed, written and read back is the same commit and the same line', () => {
    fc.assert(
      fc.property(anyChain, (commits) => {
        let head = genesis(contest, sha256)
        for (const { commit, line } of commits) {
          const check = checkNext(head, line, sha256)
          if (!check.ok) throw new Error(`commit ${commit.number}: ${check.fault.fault}`)
          expect(check.commit).toEqual(commit)
          expect(seal(check.commit, sha256).line).toBe(line)
          head = check.commit
        }
      }),
    )
  })

  test('L-3: a line that says the same in other words is no commit', () => {
    const fact = { type: 'noted', salt: 's', text: 'a' }
    const previous = genesis(contest, sha256).hash
    const { line } = seal({ number: 1, at: 0, by: 'hub', commandId: 'c', facts: [fact], previous }, sha256)
    expect(decodeCommit(line)).toBeDefined()
    for (const other of [
      ` ${line}`,
      `${line}\n`,
      line.replace('"a"', '"\\u0061"'),
      line.replace('"at":0', '"at":0.0'),
    ]) {
      expect(decodeCommit(other)).toBeUndefined()
    }
  })

  test('L-6: a receipt is the number and four capital digits', () => {
    expect(receiptOf({ number: 128, hash: `7f3a${'0'.repeat(60)}` })).toBe('128-7F3A')
  })
})

describe('changes', () => {
  test('L-4: any flipped byte of any line is found and the fault names that commit', () => {
    fc.assert(
      fc.property(anyChain, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), (commits, which, where, flip) => {
        const lines = linesOf(commits)
        const index = which % lines.length
        const bytes = Buffer.from(lines[index] ?? '')
        const at = where % bytes.length
        bytes.writeUInt8(bytes.readUInt8(at) ^ flip, at)
        expect(firstFault(lines.with(index, bytes.toString()))?.number).toBe(index + 1)
      }),
      { numRuns: 1000 },
    )
  })

  test('L-4: every single byte of one line, flipped in every bit', () => {
    const fact = { type: 'submitted', salt: 'c2FsdA', team: 'Đắk Lắk', marks: { 'noi-dung': '8.25' } }
    const head = genesis(contest, sha256)
    const { line } = seal(
      { number: 1, at: 1, by: 'judge:gk1', commandId: 'c', facts: [fact], previous: head.hash },
      sha256,
    )
    const original = Buffer.from(line)
    for (const [at, byte] of original.entries()) {
      for (let bit = 1; bit < 256; bit *= 2) {
        const bytes = Buffer.from(original)
        bytes.writeUInt8(byte ^ bit, at)
        expect(checkNext(head, bytes.toString(), sha256).ok, `byte ${at}, bit ${bit}`).toBe(false)
      }
    }
  })

  test('L-5: a removed commit is found where it stood', () => {
    fc.assert(
      fc.property(chainAndPlaces, ([commits, first]) => {
        const lines = linesOf(commits).toSpliced(first, 1)
        expect(firstFault(lines)).toEqual({ fault: 'out-of-order', number: first + 1, found: first + 2 })
      }),
    )
  })

  test('L-5: swapped and repeated commits are found at the first of them', () => {
    fc.assert(
      fc.property(chainAndPlaces, ([commits, first, second]) => {
        const lines = linesOf(commits)
        const [a, b] = [lines[first] ?? '', lines[second] ?? '']
        expect(firstFault(lines.with(first, b).with(second, a))?.number).toBe(first + 1)
        expect(firstFault(lines.toSpliced(first + 1, 0, a))?.number).toBe(first + 2)
      }),
    )
  })

  test('L-5: a commit of the same number from another run of the contest is found', () => {
    fc.assert(
      fc.property(chainAndPlaces, anyStep, ([commits, first, second], step) => {
        const forged = seal({ ...step, number: second + 1, previous: commits[first]?.commit.hash ?? '' }, sha256)
        fc.pre(first + 1 !== second)
        expect(firstFault(linesOf(commits).with(second, forged.line))).toEqual({
          fault: 'broken-link',
          number: second + 1,
        })
      }),
    )
  })
})
