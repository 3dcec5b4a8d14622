/** Ranks, shared places and tie-breaks. */
import { rankRound, rankStage } from '@bang-diem/shared/scoring/standings.ts'
import type { Decision, StageRules, TieRecords } from '@bang-diem/shared/scoring/types.ts'
import { describe, expect, it } from 'vitest'
import { criterion, entry, input, marked, places, round, scored, sheets, stage } from './builders.ts'

const one = (rules: StageRules, totals: Record<string, string | null>) =>
  Object.entries(totals).map(([team, mark]) => entry(rules, team, [mark === null ? null : marked(team, mark)]))

type Order = Omit<Decision, 'by'>
const decided = (...orders: readonly Order[]): TieRecords => ({
  decisions: orders.map((order) => ({ by: 'decision', ...order })),
  questions: new Map(),
})

const twoRounds = stage({ rounds: [round(), round({ id: 'tieu-pham' })] })
const two = (rules: StageRules, totals: Record<string, readonly [string, string]>) =>
  Object.entries(totals).map(([team, marks]) =>
    entry(
      rules,
      team,
      marks.map((mark) => marked(team, mark)),
    ),
  )

describe('places', () => {
  const totals = { a: '18', b: '19', c: '18', d: '17', e: null }

  it('S-25: shared places are 1-2-2-4', () => {
    const { rows } = rankStage(stage(), one(stage(), totals))
    expect(places(rows)).toBe('b 1, a 2, c 2, d 4, e –')
    expect(rows[1]).toMatchObject({ sharedWith: ['c'], decidedBy: null, tieBreaks: [] })
  })

  it('S-25: or 1-2-2-3', () => {
    const rules = stage({ ranking: 'dense' })
    expect(places(rankStage(rules, one(rules, totals)).rows)).toBe('b 1, a 2, c 2, d 3, e –')
  })

  it('S-22: without a score in a counted round there is no total and no rank', () => {
    const entries = [...two(twoRounds, { a: ['15', '15'] }), entry(twoRounds, 'b', [marked('b', '20'), null])]
    const { rows } = rankStage(twoRounds, entries)
    expect(places(rows)).toBe('a 1, b –')
    expect(rows[1]).toMatchObject({ total: null, missing: ['tieu-pham'] })
  })

  it('S-23: scores are weighted, summed and only then rounded', () => {
    const rules = stage({ rounds: [round({ weight: '0.3' }), round({ id: 'tieu-pham', weight: '0.7' })] })
    const [row] = rankStage(rules, two(rules, { a: ['17.25', '18.15'] })).rows
    expect(row?.total?.shown).toBe('17.88')
  })

  it('S-24: rounded totals that read the same are equal, exact ones are not', () => {
    const thirds = (rules: StageRules) => [
      entry(rules, 'a', [marked('a', '18', '17.5', '17.5')]),
      entry(rules, 'b', [marked('b', '17.67')]),
    ]
    const exact = stage({ compare: 'exact' })
    expect(places(rankStage(stage(), thirds(stage())).rows)).toBe('a 1, b 1')
    expect(places(rankStage(exact, thirds(exact)).rows)).toBe('b 1, a 2')
  })
})

describe('tie-breaks', () => {
  const byRound = { by: 'round', round: 'tieu-pham' } as const
  const decision = { by: 'decision' } as const
  const rules = { ...twoRounds, tieBreaks: [byRound, decision] }

  it('S-26 S-27 S-30: the higher round goes first and the row says so', () => {
    const { rows } = rankStage(rules, two(rules, { a: ['18', '15'], b: ['15', '18'], c: ['19', '19'] }))
    expect(places(rows)).toBe('c 1, b 2, a 3')
    expect(rows.map(({ decidedBy }) => decidedBy && [decidedBy.rule, decidedBy.round, decidedBy.shown])).toEqual([
      null,
      ['round', 'tieu-pham', '18.00'],
      ['round', 'tieu-pham', '15.00'],
    ])
    expect(rows[1]?.decidedBy?.among).toEqual(['a', 'b'])
  })

  it('S-26: a rule is asked only about teams that are still equal', () => {
    const asked = { ...rules, tieBreaks: [byRound, { by: 'round', round: 'chao-hoi' }, decision] as const }
    const entries = two(asked, { a: ['15', '15'], b: ['14', '16'], c: ['15', '15'] })
    const { rows, undecided } = rankStage(asked, entries, {
      records: decided({ teams: ['c', 'a'], reason: 'Bốc thăm' }),
    })
    expect(places(rows)).toBe('b 1, c 2, a 3')
    expect(undecided).toEqual([])
    expect(rows.map(({ tieBreaks }) => tieBreaks.map(({ rule }) => rule))).toEqual([
      ['round'],
      ['round', 'decision'],
      ['round', 'decision'],
    ])
    expect(rows[1]?.decidedBy).toMatchObject({ rule: 'decision', reason: 'Bốc thăm', shown: null, among: ['a', 'c'] })
  })

  it('S-26: under rounded figures that read the same separate nobody', () => {
    // c and d have 17.666… and 17.67 in tieu-pham, and the same total to two decimals.
    const close = (given: StageRules) => [
      entry(given, 'c', [marked('c', '15'), marked('c', '18', '17.5', '17.5')]),
      entry(given, 'd', [marked('d', '15'), marked('d', '17.67')]),
    ]
    const shown = { ...twoRounds, tieBreaks: [byRound] }
    expect(places(rankStage(shown, close(shown)).rows)).toBe('c 1, d 1')
  })

  it('S-28: by criterion, over criteria the combined value', () => {
    const columns = ['noi-dung', 'trinh-bay']
    const given = stage({
      rounds: [
        round({
          criteria: [criterion('noi-dung', '10'), criterion('trinh-bay', '10')],
          combine: { method: 'mean', over: 'criterion' },
        }),
      ],
      tieBreaks: [{ by: 'criterion', round: 'chao-hoi', criterion: 'trinh-bay' }],
    })
    const rows = rankStage(given, [
      entry(given, 'a', [
        input({
          sheets: sheets(
            [
              ['9', '7'],
              ['9', '7'],
            ],
            columns,
          ),
        }),
      ]),
      entry(given, 'b', [
        input({
          sheets: sheets(
            [
              ['8', '8'],
              ['7', '9'],
            ],
            columns,
          ),
        }),
      ]),
    ]).rows
    expect(places(rows)).toBe('b 1, a 2')
    expect(rows[0]?.decidedBy).toMatchObject({ rule: 'criterion', criterion: 'trinh-bay', exact: '8.5', shown: '8.50' })
  })

  it('S-28: by criterion, over sheets the mean over the sheets that counted', () => {
    const rules28 = round({
      criteria: [criterion('noi-dung', '10'), criterion('trinh-bay', '10')],
      combine: { method: 'trimmed-mean', over: 'sheet', highest: 1, lowest: 1 },
    })
    const given = input({
      sheets: sheets(
        [
          ['9', '10'],
          ['8', '7'],
          ['7', '7.5'],
          ['2', '1'],
        ],
        ['noi-dung', 'trinh-bay'],
      ),
    })
    expect(scored(rules28, given).criteria.map(({ criterion: id, shown }) => [id, shown])).toEqual([
      ['noi-dung', '7.50'],
      ['trinh-bay', '7.25'],
    ])
  })

  it('S-28: by criterion, the tallied points', () => {
    const given = stage({
      rounds: [round({ criteria: [criterion('chung', '20'), criterion('dap-an', '5', { scoredBy: 'secretary' })] })],
      tieBreaks: [{ by: 'criterion', round: 'chao-hoi', criterion: 'dap-an' }],
    })
    const entries = [
      entry(given, 'a', [{ ...marked('a', '15'), tallied: { 'dap-an': '3' } }]),
      entry(given, 'b', [{ ...marked('b', '14'), tallied: { 'dap-an': '4' } }]),
    ]
    expect(places(rankStage(given, entries).rows)).toBe('b 1, a 2')
  })

  describe('decisions', () => {
    const only = { ...stage(), tieBreaks: [decision] }
    const waiting = [{ teams: ['a', 'b', 'c'], awaits: { by: 'decision' } }]
    const ranked = (decisions: readonly Order[]) =>
      rankStage(only, one(only, { a: '18', b: '18', c: '18', d: '17' }), { records: decided(...decisions) })

    it('S-29: without one the teams are undecided and share their place', () => {
      expect(places(ranked([]).rows)).toBe('a 1, b 1, c 1, d 4')
      expect(ranked([]).undecided).toEqual(waiting)
    })

    it('S-29: only one about exactly these teams counts, and the last of those', () => {
      const first = { teams: ['a', 'b', 'c'], reason: 'Bốc thăm' }
      expect(ranked([{ teams: ['b', 'a'], reason: 'Bốc thăm' }]).undecided).toEqual(waiting)
      expect(ranked([{ teams: ['b', 'a', 'c', 'd'], reason: 'Bốc thăm' }]).undecided).toEqual(waiting)
      expect(ranked([{ teams: ['b', 'b', 'a'], reason: 'Bốc thăm' }]).undecided).toEqual(waiting)
      const last = { teams: ['c', 'a', 'b'], reason: 'Câu hỏi phụ' }
      expect(places(ranked([first, last]).rows)).toBe('c 1, a 2, b 3, d 4')
      expect(ranked([first, last]).rows[0]?.decidedBy?.reason).toBe('Câu hỏi phụ')
    })

    it('S-29: nobody is undecided where the stage does not decide', () => {
      const { rows, undecided } = rankStage(stage(), one(stage(), { a: '18', b: '18' }), {
        records: decided({ teams: ['b', 'a'], reason: 'Bốc thăm' }),
      })
      expect(places(rows)).toBe('a 1, b 1')
      expect(undecided).toEqual([])
    })
  })

  it('S-31: interim standings count the named rounds only and neither hear nor ask for a decision', () => {
    const entries = two(rules, { a: ['15', '20'], b: ['15', '10'] })
    const options = { rounds: ['chao-hoi'], records: decided({ teams: ['b', 'a'], reason: 'Bốc thăm' }) }
    const interim = rankStage(rules, entries, options)
    expect(places(interim.rows)).toBe('a 1, b 1')
    expect(interim.undecided).toEqual([])
    expect(interim.rows[0]).toMatchObject({ rounds: ['chao-hoi'], total: { shown: '15.00' } })
  })

  it('S-31: a tie-break that looks at a round that does not count separates nobody', () => {
    const asking = { ...twoRounds, tieBreaks: [{ by: 'criterion', round: 'tieu-pham', criterion: 'chung' }] as const }
    const entries = two(asking, { a: ['15', '10'], b: ['15', '20'] })
    expect(places(rankStage(asking, entries, { rounds: ['chao-hoi'] }).rows)).toBe('a 1, b 1')
    const equal = two(asking, { a: ['20', '10'], b: ['10', '20'] })
    expect(places(rankStage(asking, equal).rows)).toBe('b 1, a 2')
  })

  it('S-31: when no round counts nobody is ranked', () => {
    expect(places(rankStage(rules, two(rules, { a: ['15', '20'] }), { rounds: [] }).rows)).toBe('a –')
  })
})

describe('one round', () => {
  const rules = stage({ rounds: [round({ weight: '2' }), round({ id: 'tieu-pham' })], tieBreaks: [{ by: 'decision' }] })

  it('S-32: a round is ranked by its score before the weight, with shared places', () => {
    const entries = two(rules, { a: ['15', '1'], b: ['16', '2'], c: ['15', '3'] })
    const { rows, undecided } = rankRound(rules, 'chao-hoi', entries)
    expect(places(rows)).toBe('b 1, a 2, c 2')
    expect(rows.map(({ total }) => total?.shown)).toEqual(['16.00', '15.00', '15.00'])
    expect(undecided).toEqual([])
    expect(places(rankRound(rules, 'tieu-pham', [...entries, entry(rules, 'd', [])]).rows)).toBe('c 1, b 2, a 3, d –')
  })

  it('S-34: flags of counted rounds reach the standings and change no figure', () => {
    const flagged = stage({ rounds: [round({ outliers: { rule: 'drop', limit: '1', of: 'maximum' } })] })
    const { rows, flags } = rankStage(flagged, [entry(flagged, 'a', [marked('a', '10', '16')])])
    expect(rows[0]?.total?.shown).toBe('13.00')
    expect(flags.map(({ kind, team }) => `${kind} ${team}`)).toEqual(['all-outliers-kept a'])
  })
})
