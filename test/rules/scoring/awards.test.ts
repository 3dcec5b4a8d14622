/** Who wins what, and who comes on: from tables alone. */
import { awardList } from '@bang-diem/shared/scoring/award-list.ts'
import { awardKinds } from '@bang-diem/shared/scoring/awards/registry.ts'
import { type CutRow, type CutRules, cut } from '@bang-diem/shared/scoring/cut.ts'
import { awardsSchema } from '@bang-diem/shared/scoring/schemas.ts'
import { rankStage } from '@bang-diem/shared/scoring/standings.ts'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { entry, marked, stage } from './builders.ts'

/** Winners by award of teams a, b, c, … with these marks; the fifth and later ones may be null: no score. */
function won(awards: readonly object[], marks: readonly (string | null)[], dense = false) {
  const rules = stage(dense ? { ranking: 'dense' } : {})
  const entries = marks.map((mark, index) => {
    const team = String.fromCharCode(97 + index)
    return entry(rules, team, [mark === null ? null : marked(team, mark)])
  })
  const { rows } = rankStage(rules, entries)
  const list = awardList(v.parse(awardsSchema, awards), { rows, entries, rounds: rules.rounds }, () => ['z'])
  return list.map(({ title, teams, tiedAtEdge, doubled }) => {
    const warned = [...tiedAtEdge.map((team) => `?${team}`), ...doubled.map((team) => `!${team}`)]
    return `${title}: ${[...teams, ...warned].join(' ')}`
  })
}

const byPlaces = [
  { title: 'Nhất', places: 1 },
  { title: 'Nhì', places: 2 },
  { title: 'Ba', places: 3 },
  { title: 'KK', by: 'others' },
]

describe('awards', () => {
  it('S-60 S-63: places are counted by teams, and everybody else has the rest', () => {
    expect(won(byPlaces, ['19', '18', '17', '16', '15', '14', '13', null])).toEqual([
      'Nhất: a',
      'Nhì: b c',
      'Ba: d e f',
      'KK: g',
    ])
  })

  it('S-60: who shares a place shares the award, whatever the style of ranks', () => {
    const marks = ['19', '18', '18', '18', '15', '14']
    expect(won(byPlaces, marks)).toEqual(['Nhất: a', 'Nhì: b c d', 'Ba: e f', 'KK: '])
    expect(won(byPlaces, marks, true)).toEqual(['Nhất: a', 'Nhì: b c d', 'Ba: e f', 'KK: '])
    expect(won(byPlaces, ['19', '19', '18', '17'])).toEqual(['Nhất: a b', 'Nhì: c d', 'Ba: ', 'KK: '])
  })

  it('S-61: bands of totals as shown', () => {
    const medals = [
      { title: 'Vàng', by: 'band', from: '18' },
      { title: 'Bạc', by: 'band', from: '16', to: '17.99' },
    ]
    expect(won(medals, ['18', '17.99', '16', '15.75'])).toEqual(['Vàng: a', 'Bạc: b c'])
  })

  it('S-62: a quota is never exceeded, and a tie across its edge is named', () => {
    const quota = [
      { title: 'A', by: 'quota', percent: '35' },
      { title: 'B', by: 'others' },
    ]
    expect(won(quota, ['19', '18', '17', '16', '15', '14'])).toEqual(['A: a b', 'B: c d e f'])
    expect(won(quota, ['19', '18', '18', '16', '15', '14'])).toEqual(['A: a ?b ?c', 'B: b c d e f'])
  })

  it('S-64 S-65: the best in a round share a side award; a picked one goes where it was given', () => {
    const side = [
      { title: 'Ấn tượng', by: 'best', round: 'chao-hoi' },
      { title: 'Yêu thích', by: 'picked' },
    ]
    expect(won(side, ['19', '19', '18'])).toEqual(['Ấn tượng: a b', 'Yêu thích: z'])
  })

  it('S-66: a team has one award of the main list; where one should stand alone, others are named', () => {
    const alone = [
      { title: 'Nhất', places: 1 },
      { title: 'Ấn tượng', by: 'best', round: 'chao-hoi', alone: true },
    ]
    expect(won(alone, ['19', '18'])).toEqual(['Nhất: a', 'Ấn tượng: a !a'])
  })

  it('S-35: every kind tells its rule and an example', () => {
    const params = {
      places: { places: 2 },
      band: { from: '9' },
      quota: { percent: '35' },
      others: {},
      best: { round: 'r' },
      picked: {},
    }
    for (const kind of awardKinds) {
      const bound = kind.bind({ by: kind.id, title: 'Giải', ...params[kind.id] })
      for (const words of [bound.ruleText(), bound.example()])
        expect(`${words.vi}${words.en}`).not.toMatch(/undefined|NaN/)
    }
  })
})

describe('the cut', () => {
  const rows = (list: string): CutRow[] =>
    list.split(' ').map((text) => {
      const [team = '', category = '', rank = '', total = ''] = text.split('/')
      return { team, category, rank: Number(rank), total }
    })
  const rules = (rest: Partial<CutRules>): CutRules => ({
    best: 2,
    perGroup: false,
    andBestOthers: 0,
    onTie: 'decide',
    lowerWins: false,
    ...rest,
  })
  const undecided = () => null
  const all = rows('a/A/1/18 b/A/2/16 c/A/2/16 d/B/1/17 e/B/2/15 f/B/3/14')

  it('S-58: of each group, then the best of the others by their totals', () => {
    const two = rows('a/A/1/18 b/A/2/16 c/A/3/13 d/B/1/17 e/B/2/15 f/B/3/14')
    expect(cut(two, rules({ best: 1, perGroup: true, andBestOthers: 2 }), undecided)).toEqual({
      certain: ['a', 'd', 'b', 'e'],
      tied: [],
    })
  })

  it('S-58: of all teams together, though they were ranked in groups: by their totals, not by places in unequal groups', () => {
    const two = rows('a/A/1/18 b/A/2/16 c/A/3/13 d/B/1/17 e/B/2/15 f/B/3/14')
    expect(cut(two, rules({ best: 3 }), undecided).certain).toEqual(['a', 'd', 'b'])
    expect(cut(all, rules({ best: 3 }), undecided)).toEqual({
      certain: ['a', 'd'],
      tied: [{ teams: ['b', 'c'], places: 1 }],
    })
  })

  it('S-58: where the lower total wins the lowest of the others come on', () => {
    const two = rows('a/A/1/4 b/A/2/7 d/B/1/5 e/B/2/6')
    const lower = rules({ best: 1, perGroup: true, andBestOthers: 1, lowerWins: true })
    expect(cut(two, lower, undecided).certain).toEqual(['a', 'd', 'e'])
  })

  it('S-59: equals across the cut are named, and others wait until that is decided', () => {
    const both = rules({ perGroup: true, andBestOthers: 1 })
    expect(cut(all, both, undecided)).toEqual({ certain: ['a', 'd', 'e'], tied: [{ teams: ['b', 'c'], places: 1 }] })
    const decided = cut(all, both, (teams) => (teams.join() === 'b,c' ? ['c', 'b'] : null))
    expect(decided).toEqual({ certain: ['a', 'c', 'd', 'e', 'b'], tied: [] })
  })

  it('S-59: with `all` everybody across the cut comes on', () => {
    expect(cut(all, rules({ perGroup: true, onTie: 'all' }), undecided).certain).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('S-59: equals who all fit come on without a word', () => {
    expect(cut(all, rules({ best: 3, perGroup: true }), undecided)).toEqual({
      certain: ['a', 'b', 'c', 'd', 'e', 'f'],
      tied: [],
    })
  })
})
