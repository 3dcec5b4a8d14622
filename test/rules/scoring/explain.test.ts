/** The derivation of a place: every step is there and adds up again. */
import { compare, parseDecimal, toFraction } from '@bang-diem/shared/scoring/exact.ts'
import { explain } from '@bang-diem/shared/scoring/explain.ts'
import { explainRound } from '@bang-diem/shared/scoring/explain-round.ts'
import { stepWords } from '@bang-diem/shared/scoring/explain-words.ts'
import { rankStage } from '@bang-diem/shared/scoring/standings.ts'
import { UNNAMED } from '@bang-diem/shared/scoring/wording.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entryOf, goldenInputs, stageRulesFor } from '../../golden/figures.ts'
import { readGoldenCase } from '../../golden/golden.ts'
import { addAgain } from './add-again.ts'
import { entry, marked, round, scored, stage } from './builders.ts'
import { anyInputs, anyStage, TEAMS } from './contests.ts'

describe('S-33: the derivation of a place', () => {
  it('S-33: adds up again, exactly, to every score and total of any contest', () =>
    fc.assert(
      fc.property(anyStage, anyInputs, (rules, inputs) => {
        const entries = TEAMS.map((team, index) => entry(rules, team, inputs[index] ?? []))
        const { rows } = rankStage(rules, entries)
        for (const each of entries) {
          const row = rows.find(({ team }) => team === each.team)
          if (row === undefined) throw new Error('every entry has a row')
          const steps = explain(rules, each, row)
          const { scores, total } = addAgain(steps)
          expect([...scores].map(([id, score]) => [id, toFraction(score)])).toEqual(
            [...each.scores].map(([id, { score }]) => [id, toFraction(score)]),
          )
          if (row.total !== null) expect(compare(total, row.total.rounded)).toBe(0)
          expect(JSON.parse(JSON.stringify(steps))).toEqual(steps)
        }
      }),
      { numRuns: 300 },
    ))

  it('S-33: tells the golden tie step by step', () => {
    const golden = readGoldenCase()
    const cell = golden.expected.find(({ combine, overtime }) => combine === 'trimmed' && overtime === 'tiers')
    if (cell === undefined) throw new Error('the golden case lacks a cell')
    const rules = stageRulesFor(golden, cell)
    const entries = ['a', 'b'].map((team) => entryOf(rules, team, goldenInputs(golden, team)))
    const [first, second] = entries
    const [row] = rankStage(rules, entries).rows
    if (first === undefined || second === undefined || row === undefined) throw new Error('two teams expected')
    const words = explain(rules, first, row).map((step) => stepWords(step, UNNAMED).vi)
    expect(words.slice(0, 12)).toEqual([
      'gk1: 18,00',
      'gk2: 17,50',
      'gk3: 18,25 (cao nhất, không tính)',
      'gk4: 18,00',
      'gk5: 17,00 (thấp nhất, không tính)',
      'Trung bình sau khi loại điểm cao nhất, thấp nhất (3/5 phiếu): 17,83',
      'Điểm giám khảo: 17,83',
      'Cộng: 17,83',
      'Trừ điểm, quá giờ 45 giây: -0,25',
      'Điểm phần thi chao-hoi: 17,58',
      'Vào tổng điểm: 17,58',
      'dap-an: 24,00',
    ])
    expect(words.slice(-3)).toEqual(['Tổng điểm: 86,58', 'Làm tròn tổng điểm: 86,58', 'Đồng hạng 1 với b'])
    expect(explain(rules, first, row).at(-3)).toMatchObject({ kind: 'total', exact: '1039/12' })
  })

  it('S-30 S-33: names what broke a tie', () => {
    const rules = stage({
      rounds: [round(), round({ id: 'tieu-pham' })],
      tieBreaks: [{ by: 'round', round: 'tieu-pham' }],
    })
    const a = entry(rules, 'a', [marked('a', '15'), marked('a', '16')])
    const b = entry(rules, 'b', [marked('b', '16'), marked('b', '15')])
    const [row] = rankStage(rules, [a, b]).rows
    if (row === undefined) throw new Error('a row expected')
    const steps = explain(rules, a, row)
    expect(steps.at(-2)).toMatchObject({ kind: 'tie-break', rule: 'round', exact: '16', among: ['a', 'b'] })
    expect(steps.slice(-2).map((step) => stepWords(step, UNNAMED))).toEqual([
      { vi: 'Bằng điểm. Theo điểm một phần thi: 16,00', en: 'Equal totals. By the score of a round: 16.00' },
      { vi: 'Hạng 1', en: 'Rank 1' },
    ])
  })

  it('S-15 S-33: shows bonuses, deductions and the floor as lines of their own', () => {
    const rules = stage({ rounds: [round({ weight: '2' })] })
    const score = scored(round({ weight: '2' }), {
      ...marked('a', '3'),
      bonuses: [{ id: 'b1', points: '1', reason: 'Tự biên' }],
      deductions: [{ id: 'd1', points: '5', reason: 'Sai trang phục' }],
    })
    const steps = explainRound(rules, score)
    expect(steps.slice(-4).map((step) => stepWords(step, UNNAMED).vi)).toEqual([
      'Điểm thưởng, Tự biên: 1,00',
      'Trừ điểm, Sai trang phục: -5,00',
      'Không dưới 0: 0,00',
      'Điểm phần thi chao-hoi: 0,00',
    ])
  })

  it('S-22 S-33: a missing score is said, and no total', () => {
    const a = entry(stage(), 'a', [])
    const [row] = rankStage(stage(), [a]).rows
    if (row === undefined) throw new Error('a row expected')
    expect(explain(stage(), a, row)).toEqual([{ kind: 'no-score', round: 'chao-hoi' }])
  })

  it('S-33: has words in both languages for every kind of step', () =>
    fc.assert(
      fc.property(anyStage, anyInputs, (rules, inputs) => {
        const entries = TEAMS.map((team, index) => entry(rules, team, inputs[index] ?? []))
        for (const row of rankStage(rules, entries).rows) {
          const own = entries.find(({ team }) => team === row.team)
          if (own === undefined) throw new Error('every row has an entry')
          for (const step of explain(rules, own, row)) {
            const { vi, en } = stepWords(step, UNNAMED)
            expect(vi).not.toMatch(/undefined|null|\d\.\d/)
            expect(en).not.toMatch(/undefined|null|\d,\d/)
          }
        }
      }),
      { numRuns: 50 },
    ))

  it('S-33: add-again notices a wrong figure', () => {
    const a = entry(stage(), 'a', [marked('a', '15', '16')])
    const [row] = rankStage(stage(), [a]).rows
    if (row === undefined) throw new Error('a row expected')
    const steps = explain(stage(), a, row)
    const wrong = steps.map((step) =>
      step.kind === 'score' ? { ...step, exact: toFraction(parseDecimal('15.51')) } : step,
    )
    expect(() => addAgain(wrong)).toThrow('this does not follow')
  })
})
