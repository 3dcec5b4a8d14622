/** The judge's part of the rulebook: when a sheet is open, what it must carry, and what becomes of it. */
import type { Reveal } from '@bang-diem/shared/ledger/reveals.ts'
import { sheetOf } from '@bang-diem/shared/ledger/state.ts'
import { describe, expect, test } from 'vitest'
import { given } from './rulebook.ts'
import { created, definitionOfThree, greeting, marked, oneRound, performed, sheet, timed } from './small-contest.ts'

const place = { round: 'chao-hoi', team: 'a' }
const reason = 'lý do'

function submit(marks: Readonly<Record<string, string>>, changes: { revision?: number; run?: number } = {}) {
  return { type: 'submitSheet', ...place, run: 0, revision: 0, marks: { ...marks }, ...changes } as const
}
const full = { 'noi-dung': '8', 'hinh-thuc': '7.25' }
const onStage = [created(), performed('chao-hoi', 'a')]

describe('when a sheet is open', () => {
  test('R-4: not before the performance', () => {
    given(created())
      .when('judge:gk2', submit(full))
      .thenRefused({ code: 'sheet-not-open', ...place })
      .take('chao-hoi/a/perform')
      .when('judge:gk2', submit(full))
      .thenFacts(sheet('chao-hoi', 'a', 'gk2', full))
  })

  test('R-4: still while later teams perform, until its score is revealed', () => {
    const story = given(created(), ...marked('a', '8'), performed('chao-hoi', 'b'))
    story.when('judge:gk2', { ...submit(full), team: 'b' }).thenAccepted()
    given(...onStage, performed('chao-hoi', 'b'))
      .when('judge:gk2', submit(full))
      .thenAccepted()
  })

  test('R-4: not after its score was revealed, not even when the cue is taken back', () => {
    given(created())
      .take('chao-hoi/a/perform', 'chao-hoi/a/marking')
      .when('secretary', { type: 'excuse', ...place, judge: 'gk3', reason })
      .thenAccepted()
      .submit('chao-hoi', 'a', { gk1: ['8', '8'], gk2: ['8', '8'] })
      .when('secretary', { type: 'recordTime', ...place, seconds: 200 })
      .thenAccepted()
      .take('chao-hoi/a/score')
      .when('mc', { type: 'back', onAir: 'chao-hoi/a/score' })
      .thenAccepted()
      .when('secretary', { type: 'withdrawExcuse', ...place, judge: 'gk3', reason })
      .thenRefused({ code: 'sheet-closed', ...place })
  })

  test('R-4: nor by a judge whose excuse was taken back in an older history, by whatever hand', () => {
    const story = given(created(oneRound()), ...marked('a', '8').slice(0, 3), timed('chao-hoi', 'a'))
    story.when('secretary', { type: 'excuse', ...place, judge: 'gk3', reason }).thenAccepted()
    story.when('secretary', { type: 'excuse', ...place, judge: 'gk2', reason }).thenAccepted()
    story.take('chao-hoi/a/marking', 'chao-hoi/a/score')
    story.record('secretary', [{ type: 'excuse-withdrawn', ...place, judge: 'gk3', reason }])
    story
      .when('judge:gk3', submit(full))
      .thenRefused({ code: 'sheet-closed', ...place })
      .when('secretary', { type: 'enterSheet', ...place, judge: 'gk3', marks: full, reason })
      .thenRefused({ code: 'sheet-closed', ...place })
      // A sheet that is there comes back with its judge.
      .when('secretary', { type: 'withdrawExcuse', ...place, judge: 'gk2', reason })
      .thenAccepted()
  })

  test('R-4: taking a performance back leaves its sheets open', () => {
    given(created())
      .take('chao-hoi/a/perform')
      .when('mc', { type: 'back', onAir: 'chao-hoi/a/perform' })
      .thenAccepted()
      .when('judge:gk2', submit(full))
      .thenAccepted()
  })
})

describe('what a sheet carries', () => {
  test.each([
    [{}, ['noi-dung', 'hinh-thuc']],
    [{ 'noi-dung': '8' }, ['hinh-thuc']],
  ])('R-5: %j lacks %j', (marks, criteria) => {
    given(...onStage)
      .when('judge:gk2', submit(marks))
      .thenRefused({ code: 'mark-missing', criteria })
  })

  test.each(['10.25', '11', '999999999'])('R-5: %s is above the scale', (mark) => {
    given(...onStage)
      .when('judge:gk2', submit({ ...full, 'noi-dung': mark }))
      .thenRefused({ code: 'mark-out-of-range', criterion: 'noi-dung', min: '0', max: '10' })
  })

  test('R-5: a mark below a scale that begins above 0 is out of range', () => {
    const definition = definitionOfThree()
    const criterion = definition.stages[0]?.rounds[0]?.criteria[0]
    if (criterion) criterion.scale = { min: '6', max: '10', step: '0.5' }
    given(created(definition), performed('chao-hoi', 'a'))
      .when('judge:gk2', submit({ ...full, 'noi-dung': '5.5' }))
      .thenRefused({ code: 'mark-out-of-range', criterion: 'noi-dung', min: '6', max: '10' })
      .when('judge:gk2', submit({ ...full, 'noi-dung': '6.25' }))
      .thenRefused({ code: 'mark-off-step', criterion: 'noi-dung', min: '6', step: '0.5' })
      .when('judge:gk2', submit({ ...full, 'noi-dung': '6.5' }))
      .thenAccepted()
  })

  test.each(['8.1', '0.000001', '9.999999'])('R-5: %s is between two steps', (mark) => {
    given(...onStage)
      .when('judge:gk2', submit({ ...full, 'noi-dung': mark }))
      .thenRefused({ code: 'mark-off-step', criterion: 'noi-dung', min: '0', step: '0.25' })
  })

  test('R-5: a criterion that the round does not have is refused, and so is one that the secretary tallies', () => {
    given(...onStage, performed('tieu-pham', 'a'))
      .when('judge:gk2', submit({ ...full, 'dao-cu': '1' }))
      .thenRefused({ code: 'mark-unknown', criterion: 'dao-cu' })
      .when('judge:gk2', { ...submit({ 'kich-ban': '18', 'dap-an': '9' }), round: 'tieu-pham' })
      .thenRefused({ code: 'mark-unknown', criterion: 'dap-an' })
  })

  test('R-5: trap 1: a mark is kept as it was written; 8.5 is not 8', () => {
    const story = given(...onStage)
      .when('judge:gk2', submit({ 'noi-dung': '8.5', 'hinh-thuc': '8.50' }))
      .thenFacts(sheet('chao-hoi', 'a', 'gk2', { 'noi-dung': '8.5', 'hinh-thuc': '8.50' }))
    expect(sheetOf(story.state, 'chao-hoi', 'a', 'gk2')?.marks).toEqual({ 'noi-dung': '8.5', 'hinh-thuc': '8.50' })
  })

  test('R-5: trap 6: zero is a mark, and an absent sheet is not a zero', () => {
    const story = given(...onStage)
      .when('judge:gk2', submit({ 'noi-dung': '0', 'hinh-thuc': '0' }))
      .thenFacts(greeting('a', 'gk2', '0', '0'))
    expect(story.sees('hall', 'progress')).toEqual({ ...place, submitted: 1, expected: 3 })
    expect(story.sees('mc', 'missing/chao-hoi/a')).toMatchObject({ judges: ['gk1', 'gk3'] })
    expect(story.sees('desk', 'live-score/chao-hoi/a')).toMatchObject({ score: '0.00', complete: false })
    expect(story.sees('desk', 'live-score/chao-hoi/b')).toBeUndefined()
  })
})

describe('one sheet among many', () => {
  test('R-6: trap 1: the first sheet closes nothing for the rest of the panel', () => {
    given(...onStage)
      .submit('chao-hoi', 'a', { gk2: ['8', '8'] })
      .submit('chao-hoi', 'a', { gk3: ['7', '7'], gk1: ['6', '6'] })
  })

  test('R-6: trap 1: a sheet of round 2 does not touch that of round 1', () => {
    const story = given(...onStage, performed('tieu-pham', 'a'))
      .submit('chao-hoi', 'a', { gk2: ['8', '8'] })
      .submit('tieu-pham', 'a', { gk2: ['19'] })
    expect(sheetOf(story.state, 'chao-hoi', 'a', 'gk2')?.marks).toEqual({ 'noi-dung': '8', 'hinh-thuc': '8' })
    expect(sheetOf(story.state, 'tieu-pham', 'a', 'gk2')?.marks).toEqual({ 'kich-ban': '19' })
  })
})

describe('after it was submitted', () => {
  const reopened = [
    ...onStage,
    greeting('a', 'gk2', '9', '9'),
    { type: 'sheet-reopened', ...place, judge: 'gk2', request: '1' } as const,
  ]

  test('R-7: it is locked', () => {
    given(...onStage, greeting('a', 'gk2'))
      .when('judge:gk2', submit(full))
      .thenRefused({ code: 'sheet-submitted', ...place })
  })

  test('R-7: reopened, it keeps its marks and waits for the next revision', () => {
    const story = given(...reopened)
    expect(story.sees('judge:gk2', 'sheet/chao-hoi/a')).toMatchObject({
      status: 'reopened',
      revision: 1,
      marks: { 'noi-dung': '9', 'hinh-thuc': '9' },
    })
    story
      .when('judge:gk2', submit(full))
      .thenRefused({ code: 'sheet-moved-on', revision: 1 })
      .when('judge:gk2', submit(full, { revision: 1 }))
      .thenFacts({ type: 'sheet-submitted', ...place, judge: 'gk2', run: 0, revision: 1, marks: full })
  })

  test('R-7: a sheet of a rehearsal, or of a revision to come, is not taken for the real one', () => {
    given(...onStage)
      .when('judge:gk2', submit(full, { run: 1 }))
      .thenRefused({ code: 'sheet-moved-on', revision: 0 })
      .when('judge:gk2', submit(full, { revision: 1 }))
      .thenRefused({ code: 'sheet-moved-on', revision: 0 })
  })

  test('R-7: a reopened sheet may be submitted after its score was revealed', () => {
    const score: Reveal = { kind: 'score', ...place, score: '16.00', deductions: [], bonuses: [] }
    const scene = { kind: 'score', ...place } as const
    given(...reopened, { type: 'cue-taken', cue: 'chao-hoi/a/score', scene, reveals: [score] })
      .when('judge:gk2', submit(full, { revision: 1 }))
      .thenAccepted()
  })
})

describe('judges who do not mark', () => {
  test('R-8: only the panel of the round marks', () => {
    const definition = oneRound()
    const round = definition.stages[0]?.rounds[0]
    if (round) round.panel = ['gk1', 'gk3']
    given(created(definition), performed('chao-hoi', 'a'))
      .when('judge:gk2', submit(full))
      .thenRefused({ code: 'judge-not-on-panel', round: 'chao-hoi', judge: 'gk2' })
      .when('judge:gk2', { type: 'recuse', ...place, reason })
      .thenRefused({ code: 'judge-not-on-panel', round: 'chao-hoi', judge: 'gk2' })
  })

  test('R-8: an excused judge does not mark', () => {
    given(...onStage, { type: 'judge-excused', ...place, judge: 'gk2', reason })
      .when('judge:gk2', submit(full))
      .thenRefused({ code: 'judge-excused', ...place, judge: 'gk2' })
  })

  test('R-9: a judge steps back from a team at any time before the own sheet, and is then excused', () => {
    given(created())
      .when('judge:gk2', { type: 'recuse', ...place, reason })
      .thenFacts({ type: 'judge-recused', ...place, judge: 'gk2', reason })
      .when('judge:gk2', { type: 'recuse', ...place, reason })
      .thenRefused({ code: 'judge-excused', ...place, judge: 'gk2' })
  })

  test('R-9: not once the sheet is in', () => {
    given(...onStage, greeting('a', 'gk2'))
      .when('judge:gk2', { type: 'recuse', ...place, reason })
      .thenRefused({ code: 'sheet-submitted', ...place })
  })
})
