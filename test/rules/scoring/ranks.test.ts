/** Places that come from ranks: of judges or of rounds, added up, turned into points, or by majority. */
import { rankRound, rankStage } from '@bang-diem/shared/scoring/standings.ts'
import type { StageRules } from '@bang-diem/shared/scoring/types.ts'
import { describe, expect, it } from 'vitest'
import { entry, marked, places, round, stage } from './builders.ts'

/** Teams with the marks of their judges, in one round or in several. */
type Marks = Readonly<Record<string, readonly (readonly string[])[]>>

function rank(rules: StageRules, marks: Marks) {
  const entries = Object.entries(marks).map(([team, rounds]) =>
    entry(
      rules,
      team,
      rounds.map((given) => marked(team, ...given)),
    ),
  )
  return rankStage(rules, entries)
}

const judged = { method: 'placings', of: 'judges', shared: 'average', better: 'higher', combine: 'sum' } as const
const totals = ({ rows }: ReturnType<typeof rank>) =>
  rows.map(({ team, total }) => `${team} ${total?.shown}`).join(', ')

describe('placings', () => {
  const marks = {
    a: [['9', '8', '7']],
    b: [['8', '8', '9']],
    c: [['7', '9', '8']],
  }

  it('S-43 S-45: ranks of judges are added up, and the lower total wins', () => {
    const standings = rank(stage({ placing: judged }), marks)
    expect(totals(standings)).toBe('b 5.50, c 6.00, a 6.50')
    expect(standings.rows[0]?.figures?.get('chao-hoi')).toMatchObject({ shown: '5.5', ranks: [{}, {}, {}] })
  })

  it('S-44: equals share the mean of their places, or the best of them', () => {
    const best = { ...judged, shared: 'best' } as const
    expect(totals(rank(stage({ placing: best }), marks))).toBe('b 5.00, a 6.00, c 6.00')
  })

  it('S-43: with `better: lower` the marks are places already', () => {
    const written = { ...judged, better: 'lower' } as const
    expect(places(rank(stage({ placing: written }), { a: [['1', '3']], b: [['2', '1']], c: [['3', '2']] }).rows)).toBe(
      'b 1, a 2, c 3',
    )
  })

  it('S-43: of rounds, scores are ranked as they are shown', () => {
    const rules = stage({
      rounds: [round(), round({ id: 'tieu-pham', weight: '2' })],
      placing: { ...judged, of: 'rounds' },
    })
    const standings = rank(rules, {
      a: [['18', '17.5', '17.5'], ['10']],
      b: [['17.67'], ['12']],
      c: [['15'], ['11']],
    })
    // 17,666… and 17,67 read the same.
    expect(totals(standings)).toBe('b 3.50, c 7.00, a 7.50')
  })

  it('S-45: a sum over unequal panels is flagged, a mean is not', () => {
    const uneven = { a: [['9', '8', '7']], b: [['8', '9']], c: [['7', '7', '8']] }
    const { flags } = rank(stage({ placing: judged }), uneven)
    expect(flags).toEqual([{ kind: 'uneven-panel', team: 'b', round: 'chao-hoi' }])
    const mean = rank(stage({ placing: { ...judged, combine: 'mean' } }), uneven)
    expect(mean.flags).toEqual([])
    expect(totals(mean)).toBe('b 1.50, a 1.67, c 2.33')
  })

  it('S-49: a deduction changes the score and not the rank', () => {
    const rules = stage({ placing: judged })
    const late = { ...marked('a', '9', '9'), deductions: [{ id: 'd1', points: '9', reason: 'x' }] }
    const rows = rankStage(rules, [entry(rules, 'a', [late]), entry(rules, 'b', [marked('b', '8', '8')])]).rows
    expect(places(rows)).toBe('a 1, b 2')
  })

  it('S-32: a round is ranked by its figures', () => {
    const rules = stage({ placing: { ...judged, better: 'lower' } })
    const entries = [entry(rules, 'a', [marked('a', '2', '1')]), entry(rules, 'b', [marked('b', '1', '1')])]
    const { rows } = rankRound(rules, 'chao-hoi', entries)
    expect(rows.map(({ team, rank: place, total }) => `${team} ${place} ${total?.shown}`)).toEqual([
      'b 1 2.5',
      'a 2 3.5',
    ])
  })
})

describe('rank points', () => {
  const points = {
    method: 'rank-points' as const,
    points: ['12', '10', '8', '7'],
    of: 'rounds' as const,
    shared: 'average' as const,
    better: 'higher' as const,
  }
  const marks = { a: [['9']], b: [['8']], c: [['8']], d: [['7']], e: [['6']] }

  it('S-46: each rank is worth its points, beyond the list nothing; the higher total wins', () => {
    expect(totals(rank(stage({ placing: points }), marks))).toBe('a 12.00, b 9.00, c 9.00, d 7.00, e 0.00')
    const best = { ...points, shared: 'best' } as const
    expect(totals(rank(stage({ placing: best }), marks))).toBe('a 12.00, b 10.00, c 10.00, d 7.00, e 0.00')
  })

  it('S-46: of judges the points of each are added up', () => {
    const ofJudges = { ...points, of: 'judges' } as const
    const { rows } = rank(stage({ placing: ofJudges }), { a: [['9', '7']], b: [['8', '8']], c: [['7', '9']] })
    expect(rows.map(({ team, total }) => `${team} ${total?.shown}`)).toEqual(['a 20.00', 'b 20.00', 'c 20.00'])
  })
})

describe('majority', () => {
  const majority = { method: 'majority', better: 'lower' } as const
  const one = stage({ placing: majority })

  it('S-47: who has the majority of a place gets it, the greater majority first', () => {
    const marks = {
      a: [['1', '1', '1', '4', '4']],
      b: [['3', '2', '2', '1', '1']],
      c: [['2', '4', '4', '2', '2']],
      d: [['4', '3', '3', '3', '3']],
    }
    expect(places(rank(one, marks).rows)).toBe('a 1, b 2, c 3, d 4')
  })

  it('S-47: equal majorities go by the lower sum, then by the next column', () => {
    const bySum = { a: [['1', '1', '3']], b: [['2', '2', '1']], c: [['3', '3', '2']] }
    expect(places(rank(one, bySum).rows)).toBe('a 1, b 2, c 3')
    expect(rank(one, bySum).rows.map(({ total }) => total?.shown)).toEqual(['1.00', '2.00', '3.00'])
  })

  it('S-47: who cannot be parted shares the mean of the places', () => {
    const even = { a: [['1', '2']], b: [['2', '1']], c: [['3', '3']] }
    const { rows } = rank(one, even)
    expect(rows.map(({ rank: place, total }) => `${place} ${total?.shown}`)).toEqual(['1 1.50', '1 1.50', '3 3.00'])
  })

  const all = (place: string) => [place, place, place]

  it('S-48: equal totals over rounds go by the better round places', () => {
    const rules = stage({ rounds: [round(), round({ id: 'hai' }), round({ id: 'ba' })], placing: majority })
    const { rows } = rank(rules, {
      a: [all('2'), all('1'), all('2')],
      b: [all('1'), all('3'), all('1')],
      c: [all('3'), all('2'), all('3')],
    })
    expect(rows.map(({ team, rank: place, total }) => `${place} ${team} ${total?.shown}`)).toEqual([
      '1 b 5.00',
      '2 a 5.00',
      '3 c 8.00',
    ])
    expect(rows[0]?.decidedBy).toMatchObject({ rule: 'majority-rounds', shown: '2', among: ['a', 'b'] })
  })

  it('S-48: then by all marks of all rounds, and what is equal there stays equal', () => {
    const rules = stage({ rounds: [round(), round({ id: 'hai' })], placing: majority })
    const { rows } = rank(rules, { a: [all('1'), ['2', '2', '1']], b: [all('2'), ['1', '1', '2']] })
    expect(places(rows)).toBe('a 1, b 2')
    expect(rows[0]?.decidedBy).toMatchObject({ rule: 'majority-marks', shown: '4' })
    const equal = rank(rules, { a: [all('1'), all('2')], b: [all('2'), all('1')] })
    expect(places(equal.rows)).toBe('a 1, b 1')
  })
})
