/** The auditor must be able to find something: each way to spoil a history, and each receipt that is not honoured, is told. */
import { sha256 } from '@bang-diem/server/sha256.ts'
import { genesis, type Head, receiptOf, seal } from '@bang-diem/shared/ledger/commit.ts'
import { expect, test } from 'vitest'
import { auditLedger, countSheets, type Receipt } from './ledger-check.ts'

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
    receipts.push({ by: 'judge:gk1', id, commit: number, hash: commit.hash, receipt: receiptOf(head) })
  }
  return { lines, receipts }
}

const { lines, receipts } = history(['a', 'b', 'c'])

test('a whole history with all its receipts has no fault', () => {
  expect(auditLedger(contest, lines, receipts)).toEqual([])
  expect(countSheets(lines)).toBe(3)
})

test('a changed mark, a lost commit, two commits in another order and a foreign contest are found', () => {
  const changed = lines.map((line) => line.replace('"8"', '"9"'))
  expect(auditLedger(contest, changed, [])).not.toEqual([])
  expect(auditLedger(contest, lines.slice(1), [])).not.toEqual([])
  expect(auditLedger(contest, [...lines].reverse(), [])).not.toEqual([])
  expect(auditLedger('hoi-thi-khac', lines, [])).not.toEqual([])
})

test('a lost tail breaks its receipts, though what is left of the chain is whole', () => {
  expect(auditLedger(contest, lines.slice(0, 2), [])).toEqual([])
  expect(auditLedger(contest, lines.slice(0, 2), receipts)).toHaveLength(1)
})

test('a receipt for another command, with another hash or another number is found', () => {
  for (const wrong of [{ id: 'c9' }, { by: 'mc' }, { hash: sha256('khác') }, { commit: 1 }, { receipt: '3-0000' }]) {
    expect(
      auditLedger(
        contest,
        lines,
        receipts.slice(2).map((receipt) => ({ ...receipt, ...wrong })),
      ),
    ).toHaveLength(1)
  }
})

test('a sheet that stands twice is found', () => {
  const twice = history(['a', 'a']).lines
  expect(auditLedger(contest, twice, [])).toEqual(['the sheet r1/a/gk1 stands again in commit 2'])
})
