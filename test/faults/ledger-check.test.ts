/** The auditor must be able to find something: each way to spoil a history, and each receipt that is not honoured, is told. */
import { sha256 } from '@bang-diem/server/sha256.ts'
import { genesis, type Head, receiptOf, seal } from '@bang-diem/shared/ledger/commit.ts'
import { expect, test } from 'vitest'
import { type Audit, auditLedger, countSheets, type Receipt } from './ledger-check.ts'

const contest = 'hoi-thi'

/** A history of sheets of one judge, one a commit, with the receipts that were given out. */
function history(teams: readonly string[]): { lines: string[]; receipts: Receipt[] } {
  const lines: string[] = []
  const receipts: Receipt[] = []
  let head: Head = genesis(contest, sha256)
  for (const [index, team] of teams.entries()) {
    const fact = {
      type: 'sheet-submitted',
      salt: sha256(`muối ${index}`),
      round: 'r1',
      team,
      judge: 'gk1',
      marks: { a: '8' },
    }
    const id = `c${index}`
    const number = index + 1
    const { commit, line } = seal(
      { number, at: 1000 + index, by: 'judge:gk1', commandId: id, facts: [fact], previous: head.hash },
      sha256,
    )
    head = { number, hash: commit.hash }
    lines.push(line)
    receipts.push({ by: 'judge:gk1', id, commit: number, hash: commit.hash, receipt: receiptOf(head), isDurable: true })
  }
  return { lines, receipts }
}

const allWell: Audit = { chain: [], duplicated: [], lost: [], forgotten: [] }
const { lines, receipts } = history(['a', 'b', 'c'])

test('a whole history with all its receipts has no fault', () => {
  expect(auditLedger(contest, lines, receipts)).toEqual(allWell)
  expect(countSheets(lines)).toBe(3)
})

test('a changed mark, a lost commit, two commits in another order and a foreign contest are found', () => {
  const changed = lines.map((line) => line.replace('"8"', '"9"'))
  expect(auditLedger(contest, changed, []).chain).not.toEqual([])
  expect(auditLedger(contest, lines.slice(1), []).chain).not.toEqual([])
  expect(auditLedger(contest, [...lines].reverse(), []).chain).not.toEqual([])
  expect(auditLedger('hoi-thi-khac', lines, []).chain).not.toEqual([])
})

test('a lost tail breaks its receipts, though what is left of the chain is whole', () => {
  expect(auditLedger(contest, lines.slice(0, 2), [])).toEqual(allWell)
  expect(auditLedger(contest, lines.slice(0, 2), receipts).lost).toHaveLength(1)
})

test('what was only received may stand under another number, and must stand somewhere', () => {
  const received = receipts.slice(2).map((receipt) => ({ ...receipt, isDurable: false }))
  const moved = received.map((receipt) => ({ ...receipt, commit: 7, hash: sha256('khác'), receipt: '7-0000' }))
  expect(auditLedger(contest, lines, moved)).toEqual(allWell)
  expect(auditLedger(contest, lines.slice(0, 2), received).forgotten).toHaveLength(1)
})

test('a receipt for another command, with another hash or another number is found', () => {
  for (const wrong of [{ id: 'c9' }, { by: 'mc' }, { hash: sha256('khác') }, { commit: 1 }, { receipt: '3-0000' }]) {
    expect(
      auditLedger(
        contest,
        lines,
        receipts.slice(2).map((receipt) => ({ ...receipt, ...wrong })),
      ).lost,
    ).toHaveLength(1)
  }
})

test('a sheet that stands twice is found', () => {
  const twice = history(['a', 'a']).lines
  expect(auditLedger(contest, twice, []).duplicated).toEqual(['the sheet r1/a/gk1 stands again in commit 2'])
})
