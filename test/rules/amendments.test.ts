/** What was changed stays: former marks, who asked, who approved, who sat in the seat, who copied from paper. */
import type { FactBody } from '@bang-diem/shared/ledger/facts.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import { deskStandings } from '@bang-diem/shared/views/standings.ts'
import { describe, expect, test } from 'vitest'
import { reason, reopen } from './acts.ts'
import { given } from './rulebook.ts'
import { created, greeting, oneRound, performed } from './small-contest.ts'

const place = { round: 'chao-hoi', team: 'a' }
const marks = { 'noi-dung': '8', 'hinh-thuc': '7.25' }
const begun = [created(), performed('chao-hoi', 'a')] as const
const former = 'former/chao-hoi/a/gk2'

describe('a sheet that was reopened', () => {
  test('R-41: keeps its former marks for ever, with who asked, why, and who approved', () => {
    const story = given(...begun, greeting('a', 'gk2', '8', '8'), greeting('a', 'gk1'))
    reopen(story, 'a').submit('chao-hoi', 'a', { gk2: ['9', '9'] })
    const first = {
      revision: 0,
      marks: { 'noi-dung': '8', 'hinh-thuc': '8' },
      name: 'Giám khảo 2',
      paper: null,
      reopened: {
        request: '1',
        asked: { seat: 'judge:gk2', name: 'Giám khảo 2', at: 5000 },
        reason,
        approved: { seat: 'judge:gk1', name: 'Giám khảo 1', at: 6000 },
      },
    }
    expect(story.sees('desk', former)).toMatchObject([first])
    expect(story.sees('desk', 'sheet/chao-hoi/a/gk2')).toMatchObject({ revision: 1, marks: { 'noi-dung': '9' } })
    reopen(story, 'a').submit('chao-hoi', 'a', { gk2: ['7', '7'] })
    expect(story.sees('desk', former)).toMatchObject([first, { revision: 1, marks: { 'noi-dung': '9' } }])
    expect(story.sees('head:gk1', former)).toEqual(story.sees('desk', former))
  })

  test('V-4: the head judge sees former marks only once the own sheet is in', () => {
    const story = reopen(given(...begun, greeting('a', 'gk2')), 'a')
    expect(story.sees('desk', former)).toBeDefined()
    expect(story.sees('head:gk1', former)).toBeUndefined()
    story.submit('chao-hoi', 'a', { gk1: ['8', '8'] })
    expect(story.sees('head:gk1', former)).toBeDefined()
    expect(story.sees('judge:gk3', former)).toBeUndefined()
  })
})

describe('whose hand it was', () => {
  test('R-41: a sheet tells the person who sat in the seat when it came in, before and after a replacement', () => {
    const story = given(...begun, greeting('a', 'gk1'), greeting('a', 'gk2'))
      .when('organiser', { type: 'replaceJudge', judge: 'gk2', name: 'Nguyễn Thị B' })
      .thenAccepted()
    expect(story.sees('desk', 'judge/gk2')).toMatchObject({ name: 'Nguyễn Thị B' })
    expect(story.sees('desk', 'sheet/chao-hoi/a/gk2')).toMatchObject({ name: 'Giám khảo 2' })
    reopen(story, 'a').submit('chao-hoi', 'a', { gk2: ['9', '9'] })
    expect(story.sees('desk', 'sheet/chao-hoi/a/gk2')).toMatchObject({ name: 'Nguyễn Thị B' })
    expect(story.sees('desk', former)).toMatchObject([
      { name: 'Giám khảo 2', reopened: { asked: { name: 'Nguyễn Thị B' } } },
    ])
  })

  test('R-41: a sheet from paper says who entered it and who approved that', () => {
    const story = given(...begun)
      .when('secretary', { type: 'enterSheet', ...place, judge: 'gk3', marks, reason })
      .thenAccepted()
    expect(story.sees('desk', 'request/1')).toMatchObject({ by: 'secretary', name: null, settled: null })
    story.when('judge:gk1', { type: 'approve', request: '1' }).thenAccepted()
    const approved = { seat: 'judge:gk1', name: 'Giám khảo 1' }
    expect(story.sees('desk', 'sheet/chao-hoi/a/gk3')).toMatchObject({
      fromPaper: true,
      paper: { entered: { seat: 'secretary', name: null }, approved },
    })
    expect(story.sees('desk', 'request/1')).toMatchObject({ settled: { ...approved, at: 4000, reason: null } })
  })

  test('R-41: a request that was declined says by whom and why', () => {
    const story = given(...begun, greeting('a', 'gk2'))
      .when('judge:gk2', { type: 'requestReopen', ...place, reason })
      .thenAccepted()
      .when('judge:gk1', { type: 'decline', request: '1', reason: 'không có căn cứ' })
      .thenAccepted()
    expect(story.sees('desk', 'request/1')).toMatchObject({
      status: 'declined',
      settled: { seat: 'judge:gk1', reason: 'không có căn cứ' },
    })
  })

  test('S-21: a derivation tells which judges of the panel did not mark, and why', () => {
    const absent: FactBody = { type: 'judge-excused', ...place, judge: 'gk3', reason: 'Người nhà' }
    const { state } = given(created(oneRound()), performed('chao-hoi', 'a'), greeting('a', 'gk1'), absent)
    const [stage] = definitionOf(state).stages
    const rows = stage ? deskStandings(state, stage) : []
    expect(rows.find(({ team }) => team === 'a')?.notMarking).toEqual([
      { round: 'chao-hoi', judge: 'gk3', reason: 'Người nhà' },
    ])
  })
})

describe('after certification', () => {
  const certified: FactBody = {
    type: 'stage-certified',
    stage: 'chung-ket',
    definitionHash: 'ab'.repeat(32),
    rows: [],
  }

  test('R-21: a stage is opened again only by organiser and head judge together', () => {
    const ask = { type: 'reopenStage', stage: 'chung-ket', reason } as const
    const story = given(created(), certified)
    for (const [seat, role] of [
      ['judge:gk1', 'judge'],
      ['secretary', 'secretary'],
      ['mc', 'mc'],
    ] as const) {
      story.when(seat, ask).thenRefused({ code: 'role-not-allowed', role, command: 'reopenStage' })
    }
    story
      .when('organiser', ask)
      .thenAccepted()
      .when('organiser', { type: 'approve', request: '1' })
      .thenRefused({ code: 'second-person-required' })
      .when('secretary', { type: 'approve', request: '1' })
      .thenRefused({ code: 'role-not-allowed', role: 'secretary', command: 'approve' })
      .when('judge:gk1', { type: 'approve', request: '1' })
      .thenAccepted()
  })

  test('R-21: before that no sheet of it is opened', () => {
    given(...begun, greeting('a', 'gk2'), certified)
      .when('judge:gk2', { type: 'requestReopen', ...place, reason })
      .thenRefused({ code: 'stage-certified', stage: 'chung-ket' })
  })
})
