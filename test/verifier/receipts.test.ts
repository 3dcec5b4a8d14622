/** Receipts on paper held against a ledger: the number of a commit with some digits of its hash, or the whole hash. */
import { sha256 } from '@bang-diem/server/sha256.ts'
import { decodeCommit, seal } from '@bang-diem/shared/ledger/commit.ts'
import { footOf, receiptOf } from '@bang-diem/verifier/chain.ts'
import { certificationTexts, receiptText } from '@bang-diem/verifier/words/verdict.ts'
import { describe, expect, test } from 'vitest'
import { certify, reopenStage } from '../rules/acts.ts'
import { commitOf, finished, forged, verified } from './forged.ts'

const { lines } = finished()
const ledger = verified(lines)
const certification = sealedAt(commitOf(lines, 'stage-certified'))
const sheet = sealedAt(commitOf(lines, 'sheet-submitted'))

function sealedAt(number: number) {
  const found = ledger.sealed[number - 1]
  if (!found) throw new Error(`there is no commit ${number}`)
  return found
}

function asked(receipt: string, of = ledger): { text: string; isThere: boolean } {
  return receiptText(receipt, of, 'en')
}

describe('a receipt', () => {
  test('C-8: four digits, more, the foot of a paper, the whole hash: each tells which commit it is and what that was', () => {
    const { number, hash } = certification
    for (const receipt of [receiptOf(certification), `${number}-${hash.slice(0, 5)}`, footOf(certification), hash]) {
      for (const written of [receipt, receipt.toUpperCase(), receipt.toLowerCase(), ` ${receipt}. `]) {
        const { text, isThere } = asked(written)
        expect(isThere).toBe(true)
        expect(text).toContain(`Commit ${number}: certification 1 of the stage “Chung kết”. Whole hash: ${hash}`)
      }
    }
    expect(asked(receiptOf(certification).replace('-', ' – ')).isThere).toBe(true)
  })

  test('C-8: of a sheet it tells whose it is, by the name at that moment', () => {
    const story = finished()
    story.when('organiser', { type: 'replaceJudge', judge: 'gk1', name: 'Người Sau' }).thenAccepted()
    expect(asked(receiptOf(sheet), verified(story.lines)).text).toContain(
      `Commit ${sheet.number}: the sheet of Giám khảo 1 for Đội A in “Chào hỏi”.`,
    )
    expect(receiptText(receiptOf(sheet), ledger, 'vi').text).toContain(
      `Bản ghi số ${sheet.number}: phiếu của Giám khảo 1 chấm Đội A, phần thi “Chào hỏi”.`,
    )
  })

  test('C-8: where this ledger has another hash, both are named', () => {
    const other = `${certification.number}-${certification.hash.startsWith('0') ? '1' : '0'}ABCDE`
    const found = `${certification.number}-${certification.hash.slice(0, 6).toUpperCase()}`
    expect(asked(other)).toEqual({
      text: `There is no receipt ${other} in this ledger: its commit ${certification.number} is ${found}, the paper has ${other}.`,
      isThere: false,
    })
  })

  test('C-8: beyond the end, a hash that is nowhere, and what is no receipt', () => {
    expect(asked('999-ABCD').text).toBe(`There is no receipt 999-ABCD in this ledger: it has ${lines.length} commits.`)
    expect(asked('ab'.repeat(32)).text).toContain('is not in this ledger')
    for (const none of ['abc', '5-AB', '5', '-ABCD', '5-ABCG']) expect(asked(none).text).toContain('is no receipt')
  })

  test('C-8: a broken ledger answers for the commits before the fault, and for no other', () => {
    const broken = verified(lines.map((line, index) => (index === sheet.number ? '' : line)))
    expect(asked(receiptOf(sheet), broken).isThere).toBe(true)
    expect(asked(receiptOf(certification), broken).text).toBe(
      `Nobody can tell about receipt ${receiptOf(certification)}: only ${sheet.number} commits of this ledger could be checked.`,
    )
  })

  test('C-8: so does one that says something wrong', () => {
    const wrong = verified(
      forged(lines, (fact) => (fact.type === 'stage-certified' ? { ...fact, rows: fact.rows.slice(1) } : fact)),
    )
    expect(wrong.verdict.outcome).toBe('differs')
    expect(asked(receiptOf(sheet), wrong).isThere).toBe(true)
  })
})

describe('longer hashes', () => {
  test('C-8: every certification is told with its whole hash', () => {
    const again = verified(certify(reopenStage(finished())).lines)
    const second = again.sealed.at(-1) ?? certification
    expect(certificationTexts(again, 'en')).toEqual([
      `Commit ${footOf(certification)}: certification 1 of the stage “Chung kết”. Hash: ${certification.hash}`,
      `Commit ${footOf(second)}: certification 2 of the stage “Chung kết”. Hash: ${second.hash}`,
    ])
  })

  test('C-9: a chain that was sealed anew with the same short receipts agrees; the foot of a paper tells', () => {
    const ground = groundFrom(sheet.number)
    const other = verified(ground)
    expect(other.verdict).toEqual({ outcome: 'agrees' })
    expect(asked(receiptOf(sheet), other).isThere).toBe(true)
    expect(asked(footOf(sheet), other).isThere).toBe(false)
  })
})

/** The ledger until a commit, that one with another time; its salt is tried until its hash begins with the same four digits. */
function groundFrom(number: number): string[] {
  const stored = decodeCommit(lines[number - 1] ?? '')
  if (!stored) throw new Error('a line of the story cannot be read')
  const { hash, at, facts, ...commit } = stored
  for (let tried = 0; ; tried += 1) {
    const salt = tried.toString(16).padStart(64, '0')
    const anew = seal({ ...commit, at: at + 1, facts: facts.map((fact) => ({ ...fact, salt })) }, sha256)
    if (anew.commit.hash.startsWith(hash.slice(0, 4))) return [...lines.slice(0, number - 1), anew.line]
  }
}
