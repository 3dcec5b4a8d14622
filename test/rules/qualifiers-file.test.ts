/** The file of those who go on one level up, and the teams that are made of several such files. */
import { parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import { lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import {
  isSameSource,
  parseQualifiers,
  type QualifiersFile,
  teamsFrom,
} from '@bang-diem/shared/contest/qualifiers-file.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import { type QualifiersAsked, qualifiersFile } from '@bang-diem/shared/views/qualifiers-file.ts'
import { describe, expect, test } from 'vitest'
import { given, type Story } from './rulebook.ts'
import { created, oneRound } from './small-contest.ts'
import { playStage, twoStages } from './two-stages.ts'

const stage = 'vong-loai'
const marks = { a1: '18', a2: '16', a3: '13', b1: '17', b2: '16', b3: '14' }

function played(): Story {
  const story = playStage(given(created(twoStages())), 'vong-loai-1', marks)
  return story.when('judge:gk1', { type: 'certify', stage }).thenAccepted()
}

function asked(story: Story, rest: Partial<QualifiersAsked>) {
  const found = lookupsOf(definitionOf(story.state)).stages.get(stage)
  if (!found) throw new Error('no such stage')
  return qualifiersFile(story.state, found, { best: 1, perGroup: true, andBestOthers: 0, onTie: 'decide', ...rest })
}

function fileOf(contest: Partial<QualifiersFile['contest']>, ...teams: Partial<QualifiersFile['teams'][number]>[]) {
  const parsed = parseQualifiers({
    qualifiers: 1,
    contest: { id: 'xa-a', title: 'Hội thi xã A', ...contest },
    stage: { id: 'chung-ket', title: 'Chung kết' },
    certified: { number: 7, hash: 'f'.repeat(64) },
    teams: teams.map((team, at) => ({ id: 'doi-1', name: 'Đội 1', rank: at + 1, total: '9.50', ...team })),
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.file
}

describe('S-67: who goes on one level up', () => {
  test('S-67: the best as certified, with place, total and the certification that they stand in', () => {
    const story = played()
    const made = asked(story, {})
    const commit = story.state.certified.get(stage)?.commit
    expect(made).toMatchObject({
      ok: true,
      file: {
        qualifiers: 1,
        stage: { id: stage, title: 'Vòng loại' },
        certified: { number: commit?.number, hash: commit?.hash },
        teams: [
          { id: 'a1', name: 'Đội A1', group: 'A', rank: 1, total: '18.00' },
          { id: 'b1', name: 'Đội B1', group: 'B', rank: 1, total: '17.00' },
        ],
      },
    })
    expect(made.ok && parseQualifiers(JSON.parse(JSON.stringify(made.file)))).toEqual({
      ok: true,
      file: made.ok && made.file,
    })
  })

  test('S-67: equal teams across the cut are named, and go on only all together', () => {
    const story = played()
    expect(asked(story, { perGroup: false, best: 3 })).toEqual({
      ok: false,
      refusal: { code: 'cut-tied', stage, teams: ['a2', 'b2'], places: 1 },
    })
    const all = asked(story, { perGroup: false, best: 3, onTie: 'all' })
    expect(all.ok && all.file.teams.map(({ id }) => id)).toEqual(['a1', 'b1', 'a2', 'b2'])
  })

  test('S-67: nothing from a table that is not certified', () => {
    const story = playStage(given(created(twoStages())), 'vong-loai-1', marks)
    expect(asked(story, {})).toEqual({ ok: false, refusal: { code: 'not-certified', stage } })
  })
})

describe('D-23: teams from the level below', () => {
  test('D-23: file after file; a taken id gets a number, equal names the unit behind them, and groups are not taken over', () => {
    const files = [
      fileOf({ organiser: 'Xã A' }, { group: 'A' }, { id: 'doi-2', name: 'Đội 2', unit: 'Thôn 5', category: 'Trẻ' }),
      fileOf({ id: 'xa-b', title: 'Hội thi xã B' }, {}),
    ]
    expect(teamsFrom(files)).toEqual([
      { id: 'doi-1', name: 'Đội 1 (Xã A)', unit: 'Xã A' },
      { id: 'doi-2', name: 'Đội 2', unit: 'Thôn 5', category: 'Trẻ' },
      { id: 'doi-1-2', name: 'Đội 1 (Hội thi xã B)', unit: 'Hội thi xã B' },
    ])
  })

  test('D-23: whatever was sent makes a definition that is in order, however long the names are', () => {
    const long = { id: 'x'.repeat(40), name: 'Đ'.repeat(120) }
    const files = ['a', 'b', 'c'].map((id) => fileOf({ id, organiser: `${id}${'o'.repeat(159)}` }, long))
    expect(parseDefinition({ ...oneRound(), teams: teamsFrom(files) })).toMatchObject({ ok: true })
  })

  test('D-23: the same stage of a contest is known again; what is no such file is refused with every path', () => {
    expect(isSameSource(fileOf({}, {}), fileOf({}, { id: 'khac' }))).toBe(true)
    expect(isSameSource(fileOf({}, {}), fileOf({ id: 'xa-b' }, {}))).toBe(false)
    const broken = parseQualifiers({
      ...fileOf({}, {}),
      qualifiers: 2,
      teams: [{ id: 'A', name: '', rank: 0, total: 'x' }],
    })
    expect(broken.ok ? [] : broken.problems.map(({ path, code }) => `${path}: ${code}`)).toEqual([
      'qualifiers: unsupported',
      'teams[0].id: not-an-id',
      'teams[0].name: too-short',
      'teams[0].rank: too-small',
      'teams[0].total: not-a-decimal',
    ])
  })
})
