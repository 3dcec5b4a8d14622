/** Every tie-break beside round, criterion and decision. */
import { rankStage } from '@bang-diem/shared/scoring/standings.ts'
import type { TieBreak } from '@bang-diem/shared/scoring/tie-breaks/registry.ts'
import type { RoundInput, StageRules, TieRecords } from '@bang-diem/shared/scoring/types.ts'
import { describe, expect, it } from 'vitest'
import { criterion, entry, input, marked, places, round, sheets, stage } from './builders.ts'

const rounds = [round(), round({ id: 'tieu-pham' }), round({ id: 'tai-nang' })]

function by(...tieBreaks: readonly TieBreak[]): StageRules {
  return stage({ rounds, tieBreaks, headJudge: 'gk1' })
}

function rank(rules: StageRules, inputs: Readonly<Record<string, readonly RoundInput[]>>, records?: TieRecords) {
  const entries = Object.entries(inputs).map(([team, own]) => entry(rules, team, own))
  return rankStage(rules, entries, records === undefined ? {} : { records })
}

const three = (...marks: readonly (readonly string[])[]) => marks.map((given) => marked('x', ...given))
const NONE: TieRecords = { decisions: [], questions: new Map() }

describe('tie-breaks by figures', () => {
  it('S-51: by the sum of some rounds', () => {
    const rules = by({ by: 'rounds', rounds: ['chao-hoi', 'tai-nang'] })
    const { rows } = rank(rules, { a: three(['15'], ['12'], ['10']), b: three(['14'], ['10'], ['13']) })
    expect(places(rows)).toBe('b 1, a 2')
    expect(rows[0]?.decidedBy).toMatchObject({ rule: 'rounds', shown: '27.00' })
  })

  it('S-51: by a part of a round, its criteria with their weights', () => {
    const criteria = [criterion('hat', '10', { weight: '2' }), criterion('mua', '10'), criterion('kich', '10')]
    const rules = stage({
      rounds: [round({ criteria })],
      tieBreaks: [{ by: 'part', round: 'chao-hoi', criteria: ['hat', 'mua'] }],
    })
    const sheet = (...marks: string[]) => [input({ sheets: sheets([marks], ['hat', 'mua', 'kich']) })]
    const { rows } = rank(rules, { a: sheet('5', '6', '9'), b: sheet('6', '6', '7') })
    expect(places(rows)).toBe('b 1, a 2')
    expect(rows.map(({ decidedBy }) => decidedBy?.shown)).toEqual(['18.00', '16.00'])
  })

  it("S-52: by the head judge's sheet, in one round or over all that judges mark", () => {
    const inputs = { a: three(['10', '12'], ['9', '9'], ['9', '9']), b: three(['12', '10'], ['9', '9'], ['8', '10']) }
    expect(places(rank(by({ by: 'head-judge', round: 'chao-hoi' }), inputs).rows)).toBe('b 1, a 2')
    const { rows } = rank(by({ by: 'head-judge' }), inputs)
    expect(rows.map(({ team, decidedBy }) => `${team} ${decidedBy?.shown}`)).toEqual(['b 29', 'a 28'])
  })

  it('S-52: where the head judge did not mark a team nobody is parted', () => {
    const absent = input({ sheets: sheets([['9']]).map((sheet) => ({ ...sheet, judge: 'gk2' })) })
    const { rows } = rank(by({ by: 'head-judge' }), {
      a: three(['9'], ['9'], ['9']),
      b: [absent, ...three(['9'], ['9'])],
    })
    expect(places(rows)).toBe('a 1, b 1')
  })

  it('S-53: fewer deductions go first', () => {
    const late = { ...marked('x', '12'), deductions: [{ id: 'd1', points: '2', reason: 'x' }] }
    const { rows } = rank(by({ by: 'deductions' }), {
      a: [late, ...three(['10'], ['10'])],
      b: three(['10'], ['10'], ['10']),
    })
    expect(rows.map(({ team, decidedBy }) => `${team} ${decidedBy?.shown}`)).toEqual(['b 0', 'a 2'])
  })

  it('S-53: the shorter time goes first, or the longer one; without a time nobody is parted', () => {
    const timed = (seconds: number | null) => [{ ...marked('x', '10'), seconds }, ...three(['10'], ['10'])]
    const shorter = by({ by: 'time', round: 'chao-hoi', first: 'shorter' })
    expect(places(rank(shorter, { a: timed(300), b: timed(285) }).rows)).toBe('b 1, a 2')
    const longer = by({ by: 'time', round: 'chao-hoi', first: 'longer' })
    expect(places(rank(longer, { a: timed(300), b: timed(285) }).rows)).toBe('a 1, b 2')
    expect(places(rank(shorter, { a: timed(300), b: timed(null) }).rows)).toBe('a 1, b 1')
  })
})

describe('countback', () => {
  it('S-50: more of the highest sheets, then of the next', () => {
    const rules = by({ by: 'countback', of: 'sheets' })
    const { rows } = rank(rules, {
      a: three(['12', '10', '2'], ['5'], ['5']),
      b: three(['12', '8', '4'], ['5'], ['5']),
      c: three(['9', '9', '6'], ['5'], ['5']),
    })
    expect(places(rows)).toBe('a 1, b 2, c 3')
    expect(rows.map(({ decidedBy }) => decidedBy?.shown)).toEqual(['10', '8', '9'])
  })

  it('S-50: more first places with the judges, or in the rounds', () => {
    const inputs = {
      a: three(['10', '8'], ['9', '9'], ['7', '7']),
      b: three(['9', '9'], ['7', '7'], ['9', '9']),
      c: three(['2', '2'], ['3', '3'], ['4', '4']),
    }
    // a and b have two first places with the judges of round 1 and 2 each; in the rounds b shares the first one.
    const judges = rank(by({ by: 'countback', of: 'judge-places' }), inputs)
    expect(places(judges.rows)).toBe('a 1, b 1, c 3')
    const uneven = { ...inputs, a: three(['10', '8'], ['9', '8'], ['7', '8']) }
    expect(places(rank(by({ by: 'countback', of: 'judge-places' }), uneven).rows)).toBe('a 1, b 1, c 3')
    const rounds2 = rank(by({ by: 'countback', of: 'round-places' }), {
      a: three(['10'], ['6'], ['6']),
      b: three(['8'], ['7'], ['7']),
      c: three(['9'], ['1'], ['1']),
    })
    expect(places(rounds2.rows)).toBe('b 1, a 2, c 3')
  })

  it('S-50: who has fewer of them, all else equal, stands behind', () => {
    const rules = by({ by: 'countback', of: 'sheets' })
    const { rows } = rank(rules, { a: three(['9', '9'], ['9'], ['9']), b: three(['9'], ['9'], ['9']) })
    expect(places(rows)).toBe('a 1, b 2')
  })
})

describe('what has to be recorded', () => {
  const equal = { a: three(['9'], ['9'], ['9']), b: three(['9'], ['9'], ['9']), c: three(['8'], ['8'], ['8']) }
  const question = { by: 'question', question: 'phu', maximum: '10' } as const
  const points = (own: Readonly<Record<string, string>>): TieRecords => ({
    ...NONE,
    questions: new Map([['phu', new Map(Object.entries(own))]]),
  })

  it('S-54 S-55: a question waits for all of them, then the higher points go first', () => {
    const rules = by(question, { by: 'lot' })
    const waiting = [{ teams: ['a', 'b'], awaits: { by: 'question', question: 'phu' } }]
    expect(rank(rules, equal).undecided).toEqual(waiting)
    expect(rank(rules, equal, points({ a: '5' })).undecided).toEqual(waiting)
    const answered = rank(rules, equal, points({ a: '5', b: '7' }))
    expect(places(answered.rows)).toBe('b 1, a 2, c 3')
    expect(answered.rows[0]?.decidedBy).toMatchObject({ rule: 'question', question: 'phu', shown: '7' })
    expect(rank(rules, equal, points({ a: '5', b: '5' })).undecided).toEqual([
      { teams: ['a', 'b'], awaits: { by: 'lot' } },
    ])
  })

  it('S-54: lots are not decisions', () => {
    const order = { teams: ['b', 'a'], reason: 'x' }
    const made = (way: 'lot' | 'decision'): TieRecords => ({ ...NONE, decisions: [{ by: way, ...order }] })
    expect(places(rank(by({ by: 'lot' }), equal, made('lot')).rows)).toBe('b 1, a 2, c 3')
    expect(rank(by({ by: 'lot' }), equal, made('decision')).undecided).toHaveLength(1)
    expect(rank(by({ by: 'decision' }), equal, made('lot')).undecided).toHaveLength(1)
  })

  it('S-56: teams of one category are ranked, and tied, among themselves', () => {
    const rules = by({ by: 'decision' })
    const categories = { a: 'A', b: 'B', c: 'A', d: 'B' }
    const entries = Object.entries(categories).map(([team, category]) => ({
      ...entry(rules, team, three(['9'], ['9'], [team === 'd' ? '8' : '9'])),
      category,
    }))
    const { rows, undecided } = rankStage(rules, entries)
    expect(rows.map(({ team, category, rank: place }) => `${category} ${team} ${place}`)).toEqual([
      'A a 1',
      'A c 1',
      'B b 1',
      'B d 2',
    ])
    expect(undecided.map(({ teams }) => teams)).toEqual([['a', 'c']])
  })
})
