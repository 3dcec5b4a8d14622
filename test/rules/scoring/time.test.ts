/** Overtime, undertime and the bell. */
import { toFraction } from '@bang-diem/shared/scoring/exact.ts'
import { type Overtime, overtimeRule, overtimeRules } from '@bang-diem/shared/scoring/overtime/registry.ts'
import type { RoundRules } from '@bang-diem/shared/scoring/types.ts'
import { describe, expect, it } from 'vitest'
import { input, round, scored, sheets } from './builders.ts'

const points = (overtime: Overtime, excess: number) => toFraction(overtimeRule(overtime).apply(excess).points)

function after(seconds: number | null, rules: Partial<RoundRules>) {
  return scored(round(rules), input({ sheets: sheets([['15']]), seconds }))
}

const full = { rule: 'per-minute', points: '1', count: 'full', graceSeconds: 0 } as const

describe('overtime', () => {
  it('S-16: at the limit, or without a recorded time, nothing is deducted', () => {
    const rules = { overtime: { ...full, count: 'started' }, time: { limitSeconds: 300 } } as const
    expect(after(300, rules).shown).toBe('15.00')
    expect(after(301, rules).shown).toBe('14.00')
    expect(after(null, rules).shown).toBe('15.00')
    expect(after(301, { ...rules, overtime: { rule: 'none' } }).shown).toBe('15.00')
    expect(after(9999, { ...rules, time: {} }).shown).toBe('15.00')
  })

  it('S-16: within the grace nothing counts, beyond it the whole excess does', () => {
    const graced = { ...full, count: 'started', graceSeconds: 30 } as const
    expect(points(graced, 30)).toBe('0')
    expect(points(graced, 31)).toBe('1')
    expect(points({ ...full, graceSeconds: 30 }, 60)).toBe('1')
    const tiers = { rule: 'tiers', tiers: [{ fromSeconds: 1, points: '0.25' }], graceSeconds: 10 } as const
    expect(points({ ...tiers, tiers: [...tiers.tiers] }, 10)).toBe('0')
    expect(points({ ...tiers, tiers: [...tiers.tiers] }, 11)).toBe('0.25')
  })

  it('S-17: a cap is the most that overtime costs', () => {
    expect(points({ ...full, cap: '3' }, 179)).toBe('2')
    expect(points({ ...full, cap: '3' }, 600)).toBe('3')
    expect(points({ ...full, points: '0.25', cap: '0.6' }, 240)).toBe('0.6')
  })

  it('S-18: below the first tier nothing is deducted', () => {
    const tiers: Overtime = {
      rule: 'tiers',
      tiers: [
        { fromSeconds: 30, points: '0.5' },
        { fromSeconds: 90, points: '2' },
      ],
      graceSeconds: 0,
    }
    expect([29, 30, 89, 90, 900].map((excess) => points(tiers, excess))).toEqual(['0', '0.5', '0.5', '2', '2'])
  })

  it('S-19: a hard cut is a note and no deduction', () => {
    const score = after(310, { overtime: { rule: 'hard-cut' }, time: { limitSeconds: 300 } })
    expect(score.shown).toBe('15.00')
    expect(score.deductions).toEqual([])
    expect(score.flags).toEqual([{ kind: 'hard-cut', team: 'a', round: 'chao-hoi', seconds: 10 }])
  })

  it('S-20: under the minimum is a note, and a deduction only where points are named', () => {
    const time = { limitSeconds: 2100, minimumSeconds: 1800 }
    const flag = { kind: 'below-minimum-time', team: 'a', round: 'chao-hoi', seconds: 1 }
    expect(after(1799, { time })).toMatchObject({ shown: '15.00', deductions: [], flags: [flag] })
    expect(after(1799, { time, undertime: { points: '2' } })).toMatchObject({
      shown: '13.00',
      deductions: [{ source: 'undertime', shown: '2.00', seconds: 1 }],
      flags: [flag],
    })
    expect(after(1800, { time, undertime: { points: '2' } })).toMatchObject({ shown: '15.00', flags: [] })
  })

  it('S-35: every overtime rule prints itself in both languages', () => {
    const examples: Record<string, object> = {
      'per-minute': { points: '0.5', count: 'full', graceSeconds: 10, cap: '2' },
      tiers: { tiers: [{ fromSeconds: 1, points: '0.25' }], graceSeconds: 5 },
    }
    const texts = overtimeRules.map((rule) => rule.bind({ rule: rule.id, ...examples[rule.id] }).ruleText())
    expect(texts.map(({ vi }) => vi)).toContain(
      'Trừ 0,5 điểm cho mỗi phút quá giờ trọn vẹn; quá đến 10 giây thì không trừ; nhiều nhất 2 điểm.',
    )
    expect(texts.every(({ en }) => en.length > 0)).toBe(true)
  })
})
