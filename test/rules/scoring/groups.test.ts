/** Groups of judges, factors, attempts and totals carried over: what stands between the marks and the total. */
import { parseDecimal, toFraction } from '@bang-diem/shared/scoring/exact.ts'
import { rankStage } from '@bang-diem/shared/scoring/standings.ts'
import type { RoundRules } from '@bang-diem/shared/scoring/types.ts'
import { describe, expect, it } from 'vitest'
import { criterion, entry, input, marked, places, round, scored, sheets, stage } from './builders.ts'

const panel = (first: string, second: string): RoundRules['judgeGroups'] => [
  { id: 'chuyen-mon', weight: first, judges: ['gk1', 'gk2'] },
  { id: 'khan-gia', weight: second, judges: ['gk3', 'gk4', 'gk5'] },
]

describe('groups of judges', () => {
  it('S-37: the mean of a group stands for its judges', () => {
    const paired = round({ judgeGroups: panel('1', '1') })
    expect(toFraction(scored(paired, marked('a', '18', '16', '10', '11', '12')).score)).toBe('14')
    expect(toFraction(scored(round(), marked('a', '18', '16', '10', '11', '12')).score)).toBe('13.4')
  })

  it('S-37: who is excused is simply not in the mean, and a group without a sheet is left out', () => {
    const paired = round({ judgeGroups: panel('1', '1') })
    expect(toFraction(scored(paired, marked('a', '18', '16', '10')).score)).toBe('13.5')
    expect(toFraction(scored(paired, marked('a', '18', '16')).score)).toBe('17')
  })

  it('S-37: outliers and trimming see one value a group', () => {
    const rules = round({
      judgeGroups: [
        { id: 'mot', weight: '1', judges: ['gk1', 'gk2'] },
        { id: 'hai', weight: '1', judges: ['gk3'] },
        { id: 'ba', weight: '1', judges: ['gk4'] },
      ],
      combine: { method: 'trimmed-mean', over: 'sheet', highest: 1, lowest: 1 },
    })
    const score = scored(rules, marked('a', '20', '2', '10', '14'))
    expect(toFraction(score.score)).toBe('11')
    expect(score.judged[0]?.listed().groups.map(({ group, treatment }) => `${group} ${treatment}`)).toEqual([
      'mot counted',
      'hai lowest',
      'ba highest',
    ])
  })

  it('S-38: weights weigh the mean and the sum, over the groups that are left', () => {
    const marks = marked('a', '18', '16', '10', '11', '12')
    expect(toFraction(scored(round({ judgeGroups: panel('0.7', '0.3') }), marks).score)).toBe('15.2')
    const sum = round({ judgeGroups: panel('2', '1'), combine: { method: 'sum', over: 'sheet' } })
    expect(toFraction(scored(sum, marks).score)).toBe('45')
    const lone = round({ judgeGroups: panel('0.7', '0.3') })
    expect(toFraction(scored(lone, marked('a', '18', '16')).score)).toBe('17')
  })
})

describe('values that are pulled in', () => {
  const clamped = round({ outliers: { rule: 'clamp', limit: '1.5', of: 'maximum' } })

  it('S-6: a value beyond the limit counts as the limit', () => {
    const score = scored(clamped, marked('a', '16', '16', '16', '11'))
    expect(toFraction(score.score)).toBe('15.3125')
    expect(score.judged[0]?.listed().values.at(-1)).toMatchObject({
      treatment: 'clamped',
      given: parseDecimal('11'),
      value: parseDecimal('13.25'),
    })
  })

  it('S-3 S-6: and is rounded where the rules name it', () => {
    const score = scored(clamped, marked('a', '16', '16', '11'), [{ at: 'clamped-mark', decimals: 1, mode: 'half-up' }])
    // The mean is 14,333…; 11 counts as 12,8333… and so as 12,8; 16 lies 1,667 above and counts as 15,8.
    expect(toFraction(score.score)).toBe('14.8')
  })

  it('S-6: a share may be of the mean', () => {
    const rules = round({ outliers: { rule: 'drop', limit: '25%', of: 'mean' } })
    const left = (last: string) => toFraction(scored(rules, marked('a', '16', '16', '16', last)).score)
    // Mean 15: a quarter of it is 3,75, and 12 lies 3 away; with 10 it is 14,5, of which 10 lies 4,5 away.
    expect(left('12')).toBe('15')
    expect(left('10')).toBe('16')
  })

  it('S-7: degenerate cases are flagged', () => {
    const flags = (rules: RoundRules, ...marks: string[]) =>
      scored(rules, marked('a', ...marks)).flags.map(({ kind }) => kind)
    expect(flags(clamped, '10', '6')).toEqual(['all-outliers-clamped'])
    const dropping = round({ outliers: { rule: 'drop', limit: '1.5', of: 'maximum' } })
    expect(flags(dropping, '10', '6')).toEqual(['all-outliers-kept'])
    expect(flags(dropping, '12', '9', '4')).toEqual(['one-value-left'])
    expect(flags(dropping, '12', '12', '12', '9')).toEqual([])
  })
})

describe('the way into the total', () => {
  it('S-39: the trimmed sum adds what the trimmed mean takes the mean of', () => {
    const rules = round({ combine: { method: 'trimmed-sum', over: 'sheet', highest: 2, lowest: 2 } })
    expect(toFraction(scored(rules, marked('a', '8.5', '9', '9', '9.5', '8', '9', '8.5')).score)).toBe('26.5')
  })

  it('S-40 S-22: the factor multiplies what was judged and tallied, before bonuses and deductions; without it there is no score', () => {
    const rules = round({
      hasFactor: true,
      criteria: [criterion('chung', '20'), criterion('dap-an', '5', { scoredBy: 'secretary' })],
    })
    const given = {
      ...marked('a', '15'),
      tallied: { 'dap-an': '5' },
      deductions: [{ id: 'd1', points: '1', reason: 'x' }],
    }
    expect(toFraction(scored(rules, { ...given, factor: '1.6' }).score)).toBe('31')
    expect(() => scored(rules, given)).toThrow('expected a score')
  })

  it('S-13 S-14: a weighted criterion is rounded once more where the rules name it', () => {
    const rules = round({
      criteria: [
        criterion('ky-thuat', '10', { weight: '1.6' }),
        criterion('dap-an', '5', { scoredBy: 'secretary', weight: '0.333' }),
      ],
      combine: { method: 'mean', over: 'criterion' },
    })
    const given = input({ sheets: sheets([['8.25'], ['8.5'], ['8.5']], ['ky-thuat']), tallied: { 'dap-an': '5' } })
    const twice = [
      { at: 'criterion', decimals: 2, mode: 'half-up' },
      { at: 'weighted-criterion', decimals: 1, mode: 'half-up' },
    ] as const
    // 8,41666… → 8,42; × 1,6 = 13,472 → 13,5; 5 × 0,333 = 1,665 → 1,7.
    expect(toFraction(scored(rules, given, twice).score)).toBe('15.2')
  })

  const attempts = stage({
    rounds: [round({ id: 'luot-1' }), round({ id: 'luot-2' }), round({ id: 'chung', weight: '2' })],
    attempts: [{ rounds: ['luot-1', 'luot-2'], keep: 1 }],
  })

  it('S-41: only the best attempt counts, and one is enough', () => {
    const entries = [
      entry(attempts, 'a', [marked('a', '12'), marked('a', '15'), marked('a', '10')]),
      entry(attempts, 'b', [marked('b', '16'), null, marked('b', '10')]),
      entry(attempts, 'c', [null, null, marked('c', '10')]),
    ]
    const { rows } = rankStage(attempts, entries)
    expect(places(rows)).toBe('b 1, a 2, c –')
    expect(rows.map(({ total, passedOver, missing }) => [total?.shown, passedOver, missing])).toEqual([
      ['36.00', [], []],
      ['35.00', ['luot-1'], []],
      [undefined, [], ['luot-1', 'luot-2']],
    ])
  })

  it('S-42: certified totals of an earlier stage count with their weight', () => {
    const rules = stage({ carryOver: [{ stage: 'vong-loai', weight: '0.3' }], ownWeight: '0.7' })
    const with80 = {
      ...entry(rules, 'a', [marked('a', '16.5')]),
      carried: new Map([['vong-loai', parseDecimal('80.25')]]),
    }
    const without = { ...entry(rules, 'b', [marked('b', '20')]), carried: new Map() }
    const { rows } = rankStage(rules, [with80, without])
    expect(places(rows)).toBe('a 1, b –')
    expect(toFraction(rows[0]?.total?.exact ?? parseDecimal('0'))).toBe('35.625')
    expect(rows[0]?.total?.shown).toBe('35.63')
  })
})
