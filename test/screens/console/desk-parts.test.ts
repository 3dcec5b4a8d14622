/** The small pure parts of the desks: what is typed, moved, summed and pasted. */

import { parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import { danVanKheo } from '@bang-diem/shared/contest/presets/dan-van-kheo.ts'
import { slugOf } from '@bang-diem/shared/contest/slug.ts'
import { sheetDecimals, sheetTotal } from '@bang-diem/shared/scoring/sheet-total.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { definitionFrom, formOf, linesOf } from '../../../mc-console/src/desks/organiser/contest-form.ts'
import { pointsOf } from '../../../mc-console/src/desks/secretary/cuts.ts'
import { standing } from '../../../mc-console/src/model/standing-rows.ts'
import { dayText, secondsFrom } from '../../../mc-console/src/model/written.ts'
import { moved } from '../../../mc-console/src/parts/moved.ts'
import { readPasted } from '../../../mc-console/src/shell/pasted.ts'

describe('times and days', () => {
  test.each([
    ['4:35', 275],
    ['04:05', 245],
    ['4.35', 275],
    ['12', 720],
    ['0:00', 0],
    ['4:60', null],
    ['bốn phút', null],
    ['', null],
    ['9999:00', null],
  ])('%s', (typed, seconds) => {
    expect(secondsFrom(typed)).toBe(seconds)
  })

  test('a day is written as on paper', () => {
    expect(dayText('2026-10-14')).toBe('14/10/2026')
  })
})

describe('moving a line', () => {
  const none: ReadonlySet<string> = new Set()

  test('up, down, and not beyond the ends', () => {
    expect(moved(['a', 'b', 'c'], 2, 0, none)).toEqual(['c', 'a', 'b'])
    expect(moved(['a', 'b', 'c'], 0, 1, none)).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b'], 0, -1, none)).toBeNull()
    expect(moved(['a', 'b'], 1, 2, none)).toBeNull()
  })

  test('a fixed line never gives way', () => {
    const lists = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(lists, fc.nat(12), fc.nat(12), fc.nat(), (items, from, to, seed) => {
        const fixed = new Set(items.filter((_, at) => ((seed >> at) & 1) === 1))
        const order = moved(items, from, to, fixed)
        if (order === null) return
        expect([...order].sort()).toEqual([...items].sort())
        for (const item of fixed) expect(order.indexOf(item)).toBe(items.indexOf(item))
      }),
    )
  })
})

describe('the working table of a stage', () => {
  const live = (team: string, rank: number | null, total: string | null, complete: boolean) => ({
    team,
    rank,
    total,
    complete,
    rounds: { 'chao-hoi': '17.35', 'tieu-pham': total === null ? null : '44.75' },
  })
  const teams = ['cu-pong', 'tay-dang', 'quan-su', 'ea-ngai']
  const rounds = ['chao-hoi', 'tieu-pham']
  const ahead = [
    live('tay-dang', 1, '62.10', false),
    live('quan-su', 2, '58.60', true),
    live('cu-pong', null, null, false),
  ]
  const told = standing(ahead, teams, rounds, (round, team) =>
    round === 'chao-hoi' ? 'complete' : team === 'tay-dang' ? 'missing' : 'later',
  )

  test('shows no rank and no total that rest on a sheet, a tally or a time that is missing, and says whose', () => {
    expect(told.waiting).toEqual(['tay-dang'])
    expect(told.rows.map(({ team, rank, total }) => [team, rank, total])).toEqual([
      ['quan-su', null, '58.60'],
      ['cu-pong', null, null],
      ['tay-dang', null, null],
    ])
  })

  test('names what is missing where the points would stand, and keeps the points that stand', () => {
    expect(told.rows.at(-1)?.rounds).toEqual([
      { round: 'chao-hoi', points: '17.35', missing: false },
      { round: 'tieu-pham', points: null, missing: true },
    ])
    expect(told.rows[1]?.rounds[1]).toEqual({ round: 'tieu-pham', points: null, missing: false })
  })

  test('ranks the teams that are complete while the others have no total yet', () => {
    const fair = standing(
      [live('quan-su', 1, '58.60', true), live('cu-pong', null, null, false)],
      teams,
      rounds,
      () => 'later',
    )
    expect(fair.waiting).toEqual([])
    expect(fair.rows.map((row) => row.rank)).toEqual([1, null])
  })
})

describe('sums', () => {
  const criterion = (id: string, weight: string, step: string, scoredBy: 'judges' | 'secretary' = 'judges') => ({
    id,
    title: id,
    min: '0',
    max: '10',
    step,
    weight,
    scoredBy,
  })

  test('a sheet is Σ weight × mark, exactly, without what the secretary tallies', () => {
    const criteria = [criterion('a', '2', '0.25'), criterion('b', '0.5', '0.25'), criterion('c', '1', '1', 'secretary')]
    expect(sheetTotal({ a: '8.25', b: '9.5' }, criteria)).toBe('21.25')
    expect(sheetTotal({ a: '8.25' }, criteria)).toBeNull()
    expect(sheetDecimals(criteria)).toBe(3)
  })

  test('deductions add up without a float', () => {
    expect(pointsOf([])).toBeNull()
    expect(pointsOf([{ points: '0.1' }, { points: '0.2' }])).toBe('0.3')
  })
})

describe('the quick form of a contest', () => {
  test('gives back the preset when nothing was changed', () => {
    const form = formOf(danVanKheo.definition, 'dan-van-kheo-2026')
    if (!form) throw new Error('the preset does not fit the form')
    const parsed = parseDefinition(definitionFrom({ ...danVanKheo.definition }, form))
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
    expect(parsed.definition.id).toBe('dan-van-kheo-2026')
    expect(parsed.definition.teams.map(({ name, shortName }) => [name, shortName])).toEqual(
      danVanKheo.definition.teams.map(({ name, shortName }) => [name, shortName]),
    )
    expect(parsed.definition.judges.map(({ id, head }) => [id, head])).toEqual(
      danVanKheo.definition.judges.map(({ id, head = false }) => [id, head]),
    )
  })

  test('takes pasted lists: numbering, tabs, empty lines', () => {
    expect(linesOf('1. Ea Ngai\n\n 2) Tây Đằng\tTĐ\r\n* Lan | Trưởng ban')).toEqual([
      { name: 'Ea Ngai', second: undefined, starred: false },
      { name: 'Tây Đằng', second: 'TĐ', starred: false },
      { name: 'Lan', second: 'Trưởng ban', starred: true },
    ])
  })

  test('makes ids that the contract takes, each once, from any name', () => {
    expect(slugOf('Đảng bộ xã Ea Ngai')).toBe('dang-bo-xa-ea-ngai')
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(slugOf(name)).toMatch(/^[a-z0-9-]{1,40}$/)
      }),
    )
    const form = formOf(danVanKheo.definition, 'x')
    if (!form) throw new Error('the preset does not fit the form')
    const twice = definitionFrom({ ...danVanKheo.definition }, { ...form, teams: 'Đội A\nĐội A\nĐội A' })
    expect(twice.teams).toEqual([
      { id: 'doi-a', name: 'Đội A' },
      { id: 'doi-a-2', name: 'Đội A' },
      { id: 'doi-a-3', name: 'Đội A' },
    ])
  })
})

describe('what was pasted', () => {
  const token = 'Abc_def-0123456789xyz'
  test.each([
    [`http://192.168.1.5:8080/console/#code=hoi-thi.${token}`, { kind: 'code', code: `hoi-thi.${token}` }],
    [` hoi-thi.${token} `, { kind: 'code', code: `hoi-thi.${token}` }],
    [`http://192.168.1.5:8080/console/#key=${token}`, { kind: 'key', key: token }],
    [token, { kind: 'key', key: token }],
    ['http://192.168.1.5:8080/console/', null],
    ['', null],
  ])('%s', (text, pasted) => {
    expect(readPasted(text)).toEqual(pasted)
  })
})
