/** What was certified before a stage was reopened, and what its new table has changed. */
import type { AwardReveal, RowReveal } from '@bang-diem/shared/ledger/reveals.ts'
import { type Table, type TableChange, tableChanges } from '@bang-diem/shared/views/table-changes.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { certify, change, play, reason, reopenStage } from './acts.ts'
import { given, type Story } from './rulebook.ts'
import { created, oneRound } from './small-contest.ts'

const stage = 'chung-ket'
const awards = [
  { id: 'nhat', title: 'Giải Nhất', places: 1 },
  { id: 'nhi', title: 'Giải Nhì', places: 1 },
]

/** a 16, b 15, c 12, certified. */
function certifiedOnce(): Story {
  const story = given(created(oneRound({ stage: { awards } })))
  play(story, 'a', '8')
  play(story, 'b', '7.5')
  play(story, 'c', '6')
  return certify(story)
}

function tablesOf({ state }: Story) {
  const former = state.formerTables.get(stage) ?? []
  const now = state.certified.get(stage)
  if (!now) throw new Error('the stage is certified')
  return { former, now }
}

describe('W-1', () => {
  test('W-1: a table that was never reopened has no former ones', () => {
    expect(tablesOf(certifiedOnce()).former).toEqual([])
  })

  test('W-1: a reopened stage keeps its former tables with who, why and when, oldest first', () => {
    const story = certifiedOnce()
    const first = tablesOf(story).now
    reopenStage(story)
    const reopened = { at: story.state.at, commit: story.state.head }
    certify(change(story, 'b', '9.75'))
    const second = tablesOf(story).now
    certify(reopenStage(story))
    const { former, now } = tablesOf(story)
    expect(former).toMatchObject([
      { table: first, request: '1', reason, ...reopened },
      { table: second, request: '3', reason },
    ])
    expect([...former.map(({ table }) => table.version), now.version]).toEqual([1, 2, 3])
    expect(story.state.requests.get('1')).toMatchObject({ by: 'organiser', settled: { seat: 'judge:gk1' } })
  })

  test('W-1: stages keep them apart', () => {
    const story = reopenStage(certifiedOnce())
    expect([...story.state.formerTables.keys()]).toEqual([stage])
    expect(story.state.certified.has(stage)).toBe(false)
  })
})

const unchanged = { present: null, rank: null, total: null, rounds: [], award: null, sideAwards: [], left: null }

describe('W-2', () => {
  test('W-2: one sheet lifts a team over another, and both are told with everything that differs', () => {
    const story = certifiedOnce()
    certify(change(reopenStage(story), 'b', '10'))
    const { former, now } = tablesOf(story)
    const [before] = former
    expect(before && tableChanges(before.table, now)).toEqual([
      {
        ...unchanged,
        team: 'b',
        rank: [2, 1],
        total: ['15.00', '16.67'],
        rounds: [{ round: 'chao-hoi', before: '15.00', now: '16.67' }],
        award: ['Giải Nhì', 'Giải Nhất'],
      },
      { ...unchanged, team: 'a', rank: [1, 2], award: ['Giải Nhất', 'Giải Nhì'] },
    ])
  })

  test('W-2: a table that was certified again as it was has changed nothing', () => {
    const story = certifiedOnce()
    certify(reopenStage(story))
    const { former, now } = tablesOf(story)
    expect(former.flatMap(({ table }) => tableChanges(table, now))).toEqual([])
  })

  test('W-2: a team that left meanwhile has lost its place, and moves the others', () => {
    const story = reopenStage(certifiedOnce())
    story.when('secretary', { type: 'withdrawTeam', team: 'a', reason }).thenAccepted()
    certify(story)
    const { former, now } = tablesOf(story)
    const changes = former.flatMap(({ table }) => tableChanges(table, now))
    expect(changes.map(({ team, rank, award, left }) => ({ team, rank, award, left }))).toEqual([
      { team: 'b', rank: [2, 1], award: ['Giải Nhì', 'Giải Nhất'], left: null },
      { team: 'c', rank: [3, 2], award: [null, 'Giải Nhì'], left: null },
      { team: 'a', rank: [1, null], award: ['Giải Nhất', null], left: [null, 'withdrawn'] },
    ])
  })

  test('W-2: side awards are told apart by id, and a corrected title is no change of hands', () => {
    const award = (id: string, title: string, teams: string[]): AwardReveal => ({
      kind: 'award',
      stage,
      award: id,
      title,
      teams,
      main: false,
    })
    const table = (...side: AwardReveal[]): Table => ({ rows: [rowOf('a', '1'), rowOf('b', '1')], awards: side })
    const before = table(award('phu', 'Ấn tượng', ['a']), award('hat', 'Hát hay', ['a']))
    const now = table(award('phu', 'Ấn tượng nhất', ['a']), award('hat', 'Hát hay', ['b']))
    expect(tableChanges(before, now)).toEqual([
      { ...unchanged, team: 'a', sideAwards: [{ title: 'Hát hay', won: false }] },
      { ...unchanged, team: 'b', sideAwards: [{ title: 'Hát hay', won: true }] },
    ])
  })
})

function rowOf(team: string, total: string | null, more: Partial<RowReveal> = {}): RowReveal {
  return { kind: 'row', stage, team, rank: 1, total, rounds: { r1: total }, decidedBy: null, certified: true, ...more }
}

const figure = fc.constantFrom(null, '1', '2')
const someRow = fc.record({
  team: fc.constantFrom('a', 'b', 'c', 'd'),
  rank: fc.constantFrom(null, 1, 2),
  total: figure,
  rounds: fc.dictionary(fc.constantFrom('r1', 'r2'), figure),
  award: fc.constantFrom(undefined, 'Nhất', 'Nhì'),
  left: fc.constantFrom(undefined, 'withdrawn' as const, 'disqualified' as const),
})
const someTable = fc.uniqueArray(someRow, { selector: ({ team }) => team }).map(
  (rows): Table => ({
    rows: rows.map(({ award, left, ...row }) =>
      rowOf(row.team, row.total, { ...row, ...(award ? { award } : {}), ...(left ? { left } : {}) }),
    ),
    awards: [],
  }),
)

describe('any two tables', () => {
  test('W-2: what is told, put over the old table, gives the new one', () => {
    fc.assert(
      fc.property(someTable, someTable, (before, now) => {
        const changes = new Map(tableChanges(before, now).map((each) => [each.team, each]))
        for (const team of ['a', 'b', 'c', 'd']) {
          expect(after(told(before, team), changes.get(team))).toEqual(told(now, team))
        }
      }),
    )
  })

  test('W-2: nothing is told of a table against itself, and backwards the same teams with before and now exchanged', () => {
    fc.assert(
      fc.property(someTable, someTable, (before, now) => {
        expect(tableChanges(now, now)).toEqual([])
        const ranks = (changes: TableChange[]) => new Map(changes.map(({ team, rank }) => [team, rank]))
        const [forth, back] = [ranks(tableChanges(before, now)), ranks(tableChanges(now, before))]
        expect([...back.keys()].sort()).toEqual([...forth.keys()].sort())
        for (const [team, rank] of forth) expect(back.get(team)).toEqual(rank && [rank[1], rank[0]])
      }),
    )
  })

  test('W-2: in the order of the new table, then who went', () => {
    fc.assert(
      fc.property(someTable, someTable, (before, now) => {
        const order = [...new Set([...now.rows, ...before.rows].map(({ team }) => team))]
        const places = tableChanges(before, now).map(({ team }) => order.indexOf(team))
        expect(places).toEqual([...places].sort((a, b) => a - b))
      }),
    )
  })
})

/** All that a table tells of a team; a score that is not there is told as none. */
function told({ rows }: Table, team: string) {
  const row = rows.find((each) => each.team === team)
  return {
    present: row !== undefined,
    rank: row?.rank ?? null,
    total: row?.total ?? null,
    award: row?.award ?? null,
    left: row?.left ?? null,
    rounds: { r1: row?.rounds.r1 ?? null, r2: row?.rounds.r2 ?? null },
  }
}

function after(before: ReturnType<typeof told>, change: TableChange | undefined): ReturnType<typeof told> {
  if (!change) return before
  const scores = Object.fromEntries(change.rounds.map(({ round, now }) => [round, now]))
  return {
    present: change.present?.[1] ?? before.present,
    rank: change.rank ? change.rank[1] : before.rank,
    total: change.total ? change.total[1] : before.total,
    award: change.award ? change.award[1] : before.award,
    left: change.left ? change.left[1] : before.left,
    rounds: { ...before.rounds, ...scores },
  }
}
