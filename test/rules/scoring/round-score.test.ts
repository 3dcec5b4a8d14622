/** One team's score in one round, step by step. */
import { toFraction } from '@bang-diem/shared/scoring/exact.ts'
import { scoreRound } from '@bang-diem/shared/scoring/round-score.ts'
import { describe, expect, it } from 'vitest'
import { criterion, input, marked, round, scored, sheets } from './builders.ts'

const late = {
  overtime: { rule: 'per-minute', points: '1', count: 'full', graceSeconds: 0 },
  time: { limitSeconds: 300 },
} as const

describe('the score of a round', () => {
  it('S-14: tallied criteria are weighted and added to what the judges gave', () => {
    const rules = round({
      criteria: [criterion('chung', '20'), criterion('dap-an', '5', { scoredBy: 'secretary', weight: '2' })],
    })
    const score = scored(rules, input({ sheets: sheets([['15'], ['16']]), tallied: { 'dap-an': '4' } }))
    expect(score.shown).toBe('23.50')
    expect(score.tallied.map(({ points }) => toFraction(points))).toEqual(['8'])
  })

  it('S-14: rounding at the round comes before bonuses and deductions', () => {
    const given = { ...marked('a', '18', '17.5', '17.5'), deductions: [{ id: 'd1', points: '0.005', reason: 'x' }] }
    expect(toFraction(scored(round(), given, [{ at: 'round', decimals: 2, mode: 'half-up' }]).score)).toBe('17.665')
  })

  it('S-15: bonuses are added, deductions taken off, each a line of its own with overtime first', () => {
    const score = scored(round(late), {
      ...marked('a', '15', '16'),
      seconds: 380,
      deductions: [{ id: 'd1', points: '0.5', reason: 'Sai trang phục' }],
      bonuses: [{ id: 'b1', points: '2', reason: 'Tự biên' }],
    })
    expect(score.shown).toBe('16.00')
    expect(score.deductions).toMatchObject([
      { source: 'overtime', id: null, shown: '1.00', seconds: 80 },
      { source: 'secretary', id: 'd1', shown: '0.50', reason: 'Sai trang phục', seconds: null },
    ])
    expect(score.bonuses).toMatchObject([{ id: 'b1', shown: '2.00' }])
  })

  it('S-15: never below 0, and a bonus counts before that', () => {
    const deductions = [{ id: 'd1', points: '5', reason: 'x' }]
    expect(scored(round(), { ...marked('a', '3'), deductions })).toMatchObject({ shown: '0.00', floored: true })
    const bonuses = [{ id: 'b1', points: '3', reason: 'y' }]
    expect(scored(round(), { ...marked('a', '3'), deductions, bonuses })).toMatchObject({
      shown: '1.00',
      floored: false,
    })
  })

  it('S-21: an absent judge is not a zero', () => {
    expect(scored(round(), marked('a', '16', '16.5', '16.25', '16')).shown).toBe('16.19')
  })

  it('S-22: no sheet at all is no score, and so is a tallied criterion without points', () => {
    const quiz = round({ criteria: [criterion('dap-an', '30', { scoredBy: 'secretary' })] })
    const mixed = round({ criteria: [...round().criteria, ...quiz.criteria] })
    expect(scoreRound(round(), [], input())).toBeNull()
    expect(scoreRound(quiz, [], input())).toBeNull()
    expect(scoreRound(quiz, [], input({ tallied: { 'dap-an': '24' } }))?.shown).toBe('24.00')
    expect(scoreRound(mixed, [], marked('a', '15'))).toBeNull()
    expect(scoreRound(mixed, [], input({ tallied: { 'dap-an': '24' } }))).toBeNull()
  })

  it('S-22: a criterion may be called constructor', () => {
    const quiz = round({ criteria: [criterion('constructor', '30', { scoredBy: 'secretary' })] })
    expect(scoreRound(quiz, [], input())).toBeNull()
  })

  it('S-21: a sheet with a mark missing is an error and never a lower score', () => {
    const rules = round({ criteria: [criterion('chung', '10'), criterion('khac', '10')] })
    expect(() => scoreRound(rules, [], marked('a', '9'))).toThrow('the sheet of gk1 has no mark for khac')
  })

  it('S-4: exact inside, shown with the decimals of the round or else of the total', () => {
    const given = marked('a', '18', '17.5', '17.5')
    const exact = scored(round(), given)
    expect([toFraction(exact.score), exact.shown]).toEqual(['53/3', '17.67'])
    expect(scored(round(), given, [{ at: 'total', decimals: 1, mode: 'truncate' }]).shown).toBe('17.6')
    expect(scored(round(), given, [{ at: 'round', decimals: 3, mode: 'half-up' }]).shown).toBe('17.667')
  })
})
