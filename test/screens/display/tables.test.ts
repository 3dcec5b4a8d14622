/** Tables of the hall: what is said beside a name, how names and pages fit, and what is drawn while a table changes. */
import { hallWords as words } from '@bang-diem/shared/language/vi/hall.ts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { announcedRows } from '../../../display/src/ceremony/announced.ts'
import { Hall } from '../../../display/src/hall/hall.ts'
import { KnownTables } from '../../../display/src/hall/known-tables.ts'
import { linesOf, namesFor } from '../../../display/src/table/name-fit.ts'
import { deductionLine } from '../../../display/src/table/notes.ts'
import { heightOf, intoPages } from '../../../display/src/table/pages.ts'
import { roundRows, standingsRows } from '../../../display/src/table/rows.ts'
import { heightOfPage, opensSection } from '../../../display/src/table/sections.ts'
import { layTable } from '../../../display/src/table/table-layout.ts'
import { hasChanged, rowsDuring } from '../../../display/src/table/transition.ts'
import { afterGreetings, afterKnowledge, type Entries, finalRows, greetings, STAGE, thirtyRows } from './fixtures.ts'
import { GROUPS, groupRows, rankRows, thirtyGroupRows } from './grouped.ts'
import { programme } from './programme.ts'

const hallOf = (entries: Entries) => new Hall(new Map(Object.entries(entries)))
const six = hallOf(programme['before the first cue'])
const thirty = hallOf(programme['standings of thirty'])
const groups = hallOf(programme['standings by group'])
const thirtyInGroups = hallOf(programme['standings of thirty by group'])
const comma = (points: string) => points.replace('.', ',')
const byLength = (text: string) => text.length * 0.56
const noteOf = (rows: ReturnType<typeof standingsRows>, team: string) => rows.find((row) => row.team.id === team)?.note

describe('rows', () => {
  test('stand by announced rank, whatever the order of the entries', () => {
    const order = standingsRows(six, [...finalRows].reverse(), words, true).map((row) => row.team.id)
    expect(order.slice(0, 4)).toEqual(['buon-ho', 'ea-ngai', 'quan-su', 'tay-dang'])
  })

  test('say that a rank is shared, that a team is unranked, and what decided a tie', () => {
    const final = standingsRows(six, finalRows, words, true)
    expect(noteOf(final, 'buon-ho')).toBe('hơn nhờ Tiểu phẩm')
    expect(noteOf(final, 'cu-mgar')).toBe('đồng hạng 5')
    expect(noteOf(final, 'quan-su')).toBe('')
    expect(noteOf(standingsRows(six, afterGreetings, words, false), 'cu-mgar')).toBe('chưa xếp hạng')
  })

  test('interim ones do not say what decided a tie', () => {
    expect(noteOf(standingsRows(six, finalRows, words, false), 'buon-ho')).toBe('')
  })

  test('of a round carry deductions, and ranks only when the round was announced together', () => {
    const ranked = roundRows(six, greetings, words, comma)
    expect(noteOf(ranked, 'tay-dang')).toBe('đồng hạng 3 · trừ 2,00')
    const told = greetings.map(({ rank: _, ...score }) => score)
    const unranked = roundRows(six, [...told].reverse(), words, comma)
    expect(unranked.map((row) => row.rank)).toEqual(Array(6).fill(undefined))
    expect(unranked.map((row) => row.total)).toEqual(['17.75', '17.05', '16.75', '16.75', '16.19', null])
  })
})

describe('rows of groups', () => {
  const rows = standingsRows(groups, [...groupRows].reverse(), words, true)

  test('stand group by group, each by its own ranks, and name the group', () => {
    expect(rows.map(({ team, section }) => `${section} ${team.id}`)).toEqual(
      groupRows.map(({ team, category }) => `Bảng ${category} ${team}`),
    )
  })

  test('share a rank only within the group', () => {
    expect(rows.filter(({ shared }) => shared).map(({ team }) => team.id)).toEqual(['doi-4', 'doi-5'])
  })

  test('say the award and who was disqualified, and leave the group to the heading', () => {
    expect(noteOf(rows, 'doi-2')).toBe('Giải Nhất')
    expect(noteOf(rows, 'doi-4')).toBe('Giải Ba · đồng hạng 3')
    expect(noteOf(rows, 'doi-10')).toBe('Giải Nhì · xếp theo kết quả bốc thăm')
    expect(noteOf(rows, 'doi-6')).toBe('bị loại')
  })

  test('of a ceremony are those of its group, without a heading over them', () => {
    const scene = { kind: 'ceremony', stage: GROUPS, team: 'doi-2', place: 1, of: 5, category: 'A' } as const
    const announced = announcedRows(groups, scene, words)
    expect(announced.map(({ team }) => team.id)).toEqual(['doi-2', 'doi-1', 'doi-4', 'doi-5', 'doi-3'])
    expect(new Set(announced.map(({ section }) => section))).toEqual(new Set(['']))
  })
})

test('bars are drawn neither of ranks, where the longer would be the worse, nor of an only round', () => {
  const barsOf = (rows: ReturnType<typeof standingsRows>) => rows.map(({ bars }) => bars.length)
  expect(new Set(barsOf(standingsRows(six, finalRows, words, true)))).toEqual(new Set([3]))
  const byRanks = hallOf(programme['standings by ranks'])
  expect(new Set(barsOf(standingsRows(byRanks, rankRows, words, true)))).toEqual(new Set([0]))
  expect(new Set(barsOf(standingsRows(groups, groupRows, words, true)))).toEqual(new Set([0]))
})

test('a deduction is a line of its own, in words', () => {
  const over = { kind: 'overtime', points: '1.00', seconds: 80 } as const
  expect(deductionLine(over, '1,00', words)).toBe('trừ 1,00 · quá 1 phút 20 giây')
  expect(deductionLine({ kind: 'undertime', points: '0.5', seconds: 20 }, '0,5', words)).toBe('trừ 0,5 · thiếu 20 giây')
  expect(deductionLine({ kind: 'line', points: '2', reason: 'sai chủ đề' }, '2', words)).toBe('trừ 2 · sai chủ đề')
})

describe('a ceremony', () => {
  const hall = hallOf(programme.ceremony)
  const scene = { kind: 'ceremony', stage: STAGE, team: 'lien-quan', place: 5, of: 6 } as const

  test('draws certified rows only, though interim ones are in the view', () => {
    expect(hall.rows(STAGE)).toHaveLength(6)
    expect(announcedRows(hall, scene, words).map((row) => row.team.id)).toEqual(['lien-quan', 'cu-mgar'])
  })

  test('does not call a rank shared before the second team that shares it is announced', () => {
    const alone = hallOf({ ...programme['before the first cue'], [`row/${STAGE}/cu-mgar`]: finalRows[5] })
    expect(announcedRows(alone, scene, words).map((row) => row.shared)).toEqual([false])
  })
})

describe('a name', () => {
  const team = { name: 'Liên quân Đoàn Công an huyện và các chi đoàn cơ sở', shortName: 'Liên quân Công an' }

  const brief = { name: 'Đảng bộ xã Ea Ngai', shortName: 'Ea Ngai' }
  const called = (teams: (typeof team | { name: string })[], width: number) =>
    teams.map(namesFor(teams, width, byLength))

  test('is whole where there is room, else short, and wrapped before it would be cut', () => {
    expect(called([team], 40)).toEqual([{ text: team.name, lines: 1 }])
    expect(called([team], 12)).toEqual([{ text: team.shortName, lines: 1 }])
    expect(called([{ name: team.name }], 16)).toEqual([{ text: team.name, lines: 2 }])
    expect(called([team], 6)).toEqual([{ text: team.shortName, lines: 2 }])
  })

  test('is of one kind in a whole table: one that is too long makes all of them short', () => {
    expect(called([brief, team], 12).map(({ text }) => text)).toEqual([brief.shortName, team.shortName])
    expect(called([brief, team], 40).map(({ text }) => text)).toEqual([brief.name, team.name])
  })

  test('is not made short for one that nothing makes shorter', () => {
    expect(called([brief, { name: team.name }], 16).map(({ text }) => text)).toEqual([brief.name, team.name])
  })

  test('takes as many lines as its words need', () => {
    expect(linesOf('một hai ba', 5 * 0.56, byLength)).toBe(3)
    expect(linesOf('một hai ba', 7 * 0.56, byLength)).toBe(2)
    expect(linesOf('mộthaibabốn', 4 * 0.56, byLength)).toBe(3)
  })
})

describe('pages', () => {
  const heights = fc.array(fc.record({ height: fc.double({ min: 1, max: 40, noNaN: true }) }), {
    minLength: 1,
    maxLength: 60,
  })

  test('hold every row once, in order, and none is fuller than the screen', () =>
    fc.assert(
      fc.property(heights, (rows) => {
        const pages = intoPages(rows, 80)
        expect(pages.flat()).toEqual(rows)
        for (const page of pages) expect(page.length === 1 || heightOf(page) <= 80 + 1e-9).toBe(true)
      }),
    ))

  test('are as even as they are few', () => {
    const rows = Array.from({ length: 13 }, () => ({ height: 6.2 }))
    expect(intoPages(rows, 78).map((page) => page.length)).toEqual([7, 6])
  })
})

describe('the layout', () => {
  const projector = { width: 160, height: 80, widthOf: byLength }
  const final = standingsRows(six, finalRows, words, true)

  test('sets a short table large and a long one in pages, never below what the last row can read', () => {
    expect(layTable(final, projector).scale).toBeGreaterThan(1.2)
    const long = layTable(standingsRows(thirty, thirtyRows, words, true), projector)
    expect(long.scale).toBeGreaterThanOrEqual(1)
    expect(long.pages.length).toBeGreaterThan(1)
    expect(long.pages.flat()).toHaveLength(30)
  })

  test('shows twelve teams with ordinary names on one page', () => {
    const twelve = finalRows.concat(finalRows).map((row, index) => ({ ...row, team: `t-${index}`, rank: index + 1 }))
    expect(layTable(standingsRows(six, twelve, words, true), projector).pages).toHaveLength(1)
  })

  test('chooses the type of a growing table for all the rows to come', () => {
    const sizes = [1, 3, 6].map((count) => layTable(final.slice(-count), { ...projector, planned: 14 }).scale)
    expect(new Set(sizes).size).toBe(1)
  })

  test('calls a team alike in the first row and in the last of a table that grows', () => {
    const narrow = { ...projector, width: 70, secondary: true, planned: 6, teams: six.teams() }
    const called = [1, 6].map((count) => layTable(final.slice(0, count), narrow).pages[0]?.[0]?.name.text)
    expect(called).toEqual(['Buôn Hồ', 'Buôn Hồ'])
  })

  test('tears no group apart that fits on a page, and leaves room for the headings', () => {
    const { pages } = layTable(standingsRows(groups, groupRows, words, true), projector)
    expect(pages.map((page) => new Set(page.map(({ row }) => row.section)))).toEqual([
      new Set(['Bảng A']),
      new Set(['Bảng B']),
    ])
    const long = layTable(standingsRows(thirtyInGroups, thirtyGroupRows, words, true), projector).pages
    expect(long.flat()).toHaveLength(30)
    for (const page of long) {
      expect(new Set(page.map(({ row }) => row.section)).size).toBe(1)
      expect(opensSection(page, 0)).toBe(true)
      expect(heightOfPage(page)).toBeLessThanOrEqual(projector.height)
    }
  })

  test('puts groups that are small on one page, each under its heading', () => {
    const small = groupRows.filter(({ rank }) => rank !== null && rank < 3)
    const { pages } = layTable(standingsRows(groups, small, words, true), projector)
    const [page = []] = pages
    expect(pages).toHaveLength(1)
    expect(page.map((_, index) => opensSection(page, index))).toEqual([true, false, true, false])
  })

  test('leaves a page that scrolls in one piece', () => {
    const phone = { width: 72, height: Number.POSITIVE_INFINITY, widthOf: byLength }
    expect(layTable(standingsRows(thirty, thirtyRows, words, true), phone).pages).toHaveLength(1)
  })
})

describe('a table that changes', () => {
  const before = standingsRows(six, afterGreetings, words, false)
  const now = standingsRows(six, afterKnowledge, words, false)

  test('stands as it was, then counts where it stands, then takes the new order', () => {
    expect(rowsDuring('before', before, now).map((row) => row.total)).toEqual(before.map((row) => row.total))
    const counting = rowsDuring('counting', before, now)
    expect(counting.map((row) => row.team.id)).toEqual(before.map((row) => row.team.id))
    expect(counting.map((row) => row.total)).toEqual(['41.75', '44.05', '37.75', '40.75', '40.19', '40.19'])
    expect(rowsDuring('settled', before, now)).toBe(now)
  })

  test('gives a newcomer no rank before it has settled', () => {
    const joined = rowsDuring('counting', before.slice(0, 2), now).at(-1)
    expect(joined).toMatchObject({ rank: null, note: '', leads: false })
  })

  test('lets a newcomer stand at the end of its own group', () => {
    const all = standingsRows(groups, groupRows, words, true)
    const without = all.filter(({ team }) => team.id !== 'doi-1')
    const order = rowsDuring('counting', without, all).map(({ team }) => team.id)
    expect(order.indexOf('doi-1')).toBe(5)
    expect(order.slice(6)).toEqual(all.slice(6).map(({ team }) => team.id))
  })

  test('does not move when nothing changed or nothing was known', () => {
    expect(hasChanged(now, now)).toBe(false)
    expect(hasChanged([], now)).toBe(false)
    expect(hasChanged(before, now)).toBe(true)
  })

  test('opens on what the hall knew before, and forgets what was taken back', () => {
    const known = new KnownTables()
    const interim = hallOf(programme['interim standings'])
    known.note(hallOf(programme['before the first cue']))
    known.note(interim)
    expect(known.before(STAGE)).toHaveLength(0)
    known.note(hallOf({ ...programme['interim standings'], scene: { kind: 'stand-by' } }))
    expect(known.before(STAGE)).toHaveLength(6)
    known.note(hallOf(programme['before the first cue']))
    expect(known.before(STAGE)).toHaveLength(0)
  })
})
