/** Acts of two people: what one seat asks becomes a fact only when another one approves it. */
import type { FactBody } from '@bang-diem/shared/ledger/facts.ts'
import { describe, expect, test } from 'vitest'
import { given } from './rulebook.ts'
import { created, definitionOfThree, greeting, performed } from './small-contest.ts'

const place = { round: 'chao-hoi', team: 'a' }
const reason = 'lý do'
const marks = { 'noi-dung': '8', 'hinh-thuc': '7.25' }
const submitted = [created(), performed('chao-hoi', 'a'), greeting('a', 'gk2')]
const reopenAsked = { type: 'reopen-requested', request: '1', ...place, judge: 'gk2', reason } as const
const paper = { type: 'enterSheet', ...place, judge: 'gk3', marks, reason } as const
const certified: FactBody = { type: 'stage-certified', stage: 'chung-ket', definitionHash: 'ab'.repeat(32), rows: [] }
const stageAsked = { type: 'stage-reopen-requested', request: '1', stage: 'chung-ket', reason } as const

describe('reopening a sheet', () => {
  test('R-19: a judge asks for the own sheet, and only once while the request waits', () => {
    given(...submitted)
      .when('judge:gk2', { type: 'requestReopen', ...place, reason })
      .thenFacts(reopenAsked)
      .when('judge:gk2', { type: 'requestReopen', ...place, reason })
      .thenRefused({ code: 'request-waiting', request: '1' })
  })

  test('R-19: there must be a submitted sheet', () => {
    given(...submitted)
      .when('judge:gk3', { type: 'requestReopen', ...place, reason })
      .thenRefused({ code: 'sheet-absent', ...place, judge: 'gk3' })
  })

  test('R-19: asking changes nothing; approving reopens', () => {
    const story = given(...submitted)
      .when('judge:gk2', { type: 'requestReopen', ...place, reason })
      .thenAccepted()
    expect(story.sees('judge:gk2', 'sheet/chao-hoi/a')).toMatchObject({ status: 'submitted', request: 'waiting' })
    story
      .when('judge:gk1', { type: 'approve', request: '1' })
      .thenFacts(
        { type: 'request-approved', request: '1' },
        { type: 'sheet-reopened', ...place, judge: 'gk2', request: '1' },
      )
    expect(story.sees('judge:gk2', 'sheet/chao-hoi/a')).toMatchObject({ status: 'reopened', request: 'approved' })
  })

  test('R-19: a sheet that was reopened meanwhile by another request is not reopened again', () => {
    const again = { ...reopenAsked, request: '2' }
    given(...submitted, reopenAsked, again)
      .when('judge:gk1', { type: 'approve', request: '1' })
      .thenAccepted()
      .when('judge:gk1', { type: 'approve', request: '2' })
      .thenRefused({ code: 'sheet-absent', ...place, judge: 'gk2' })
  })
})

describe('a sheet from paper', () => {
  const asked = { type: 'paper-sheet-requested', request: '1', ...place, judge: 'gk3', marks, reason } as const

  test('R-20: it waits for a second person and is then a sheet like any other, marked as from paper', () => {
    const story = given(...submitted)
      .when('secretary', paper)
      .thenFacts(asked)
    expect(story.sees('desk', 'sheet/chao-hoi/a/gk3')).toBeUndefined()
    story
      .when('secretary', paper)
      .thenRefused({ code: 'request-waiting', request: '1' })
      .when('judge:gk1', { type: 'approve', request: '1' })
      .thenFacts(
        { type: 'request-approved', request: '1' },
        { type: 'sheet-entered', ...place, judge: 'gk3', revision: 0, marks, request: '1' },
      )
    expect(story.sees('desk', 'sheet/chao-hoi/a/gk3')).toMatchObject({ fromPaper: true, marks })
  })

  test('R-20: it follows the rules of every sheet', () => {
    given(...submitted)
      .when('secretary', { ...paper, judge: 'gk2' })
      .thenRefused({ code: 'sheet-submitted', ...place })
      .when('secretary', { ...paper, team: 'b' })
      .thenRefused({ code: 'sheet-not-open', round: 'chao-hoi', team: 'b' })
      .when('secretary', { ...paper, marks: { 'noi-dung': '8' } })
      .thenRefused({ code: 'mark-missing', criteria: ['hinh-thuc'] })
      .when('secretary', { type: 'excuse', ...place, judge: 'gk3', reason })
      .thenAccepted()
      .when('secretary', paper)
      .thenRefused({ code: 'judge-excused', ...place, judge: 'gk3' })
  })

  test('R-20: only for a judge of the panel', () => {
    const definition = definitionOfThree()
    const round = definition.stages[0]?.rounds[0]
    if (round) round.panel = ['gk1', 'gk2']
    given(created(definition), performed('chao-hoi', 'a'))
      .when('secretary', paper)
      .thenRefused({ code: 'judge-not-on-panel', round: 'chao-hoi', judge: 'gk3' })
  })

  test('R-20: what has happened meanwhile counts when it is approved', () => {
    given(...submitted, asked, greeting('a', 'gk3'))
      .when('judge:gk1', { type: 'approve', request: '1' })
      .thenRefused({ code: 'sheet-submitted', ...place })
    given(...submitted, asked, { type: 'judge-excused', ...place, judge: 'gk3', reason })
      .when('judge:gk1', { type: 'approve', request: '1' })
      .thenRefused({ code: 'judge-excused', ...place, judge: 'gk3' })
    given(...submitted, asked, { type: 'team-withdrawn', team: 'a', reason })
      .when('judge:gk1', { type: 'approve', request: '1' })
      .thenRefused({ code: 'team-withdrawn', team: 'a' })
  })
})

describe('reopening a stage', () => {
  test('R-21: the organiser asks, the head judge approves, and the table is no longer certified', () => {
    const story = given(created(), certified)
      .when('organiser', { type: 'reopenStage', stage: 'chung-ket', reason })
      .thenFacts(stageAsked)
      .when('organiser', { type: 'reopenStage', stage: 'chung-ket', reason })
      .thenRefused({ code: 'request-waiting', request: '1' })
      .when('judge:gk1', { type: 'approve', request: '1' })
      .thenFacts(
        { type: 'request-approved', request: '1' },
        { type: 'stage-reopened', stage: 'chung-ket', request: '1', reason },
      )
    expect(story.sees('mc', 'certified/chung-ket')).toBeUndefined()
  })

  test('R-21: only a certified stage is reopened', () => {
    given(created())
      .when('organiser', { type: 'reopenStage', stage: 'chung-ket', reason })
      .thenRefused({ code: 'not-certified', stage: 'chung-ket' })
    given(created(), stageAsked)
      .when('judge:gk1', { type: 'approve', request: '1' })
      .thenRefused({ code: 'not-certified', stage: 'chung-ket' })
  })
})

describe('settling a request', () => {
  test('R-22: approved or declined once', () => {
    given(...submitted, reopenAsked)
      .when('judge:gk1', { type: 'decline', request: '1', reason: 'không có căn cứ' })
      .thenFacts({ type: 'request-declined', request: '1', reason: 'không có căn cứ' })
      .when('judge:gk1', { type: 'approve', request: '1' })
      .thenRefused({ code: 'request-settled', request: '1' })
      .when('judge:gk2', { type: 'requestReopen', ...place, reason })
      .thenFacts({ ...reopenAsked, request: '2' })
  })

  test('R-22: nobody settles what the own seat asked', () => {
    const own = { ...reopenAsked, judge: 'gk1' }
    given(created(), performed('chao-hoi', 'a'), greeting('a', 'gk1'), own)
      .when('judge:gk1', { type: 'approve', request: '1' })
      .thenRefused({ code: 'second-person-required' })
      .when('judge:gk1', { type: 'decline', request: '1', reason })
      .thenRefused({ code: 'second-person-required' })
      .when('organiser', { type: 'approve', request: '1' })
      .thenAccepted()
  })

  test('R-22: the organiser settles only what the head judge asked', () => {
    given(...submitted, reopenAsked)
      .when('organiser', { type: 'approve', request: '1' })
      .thenRefused({ code: 'second-person-required' })
      .when('organiser', { type: 'decline', request: '1', reason })
      .thenRefused({ code: 'second-person-required' })
  })

  test('R-22: without a head judge the organiser settles the others’ requests', () => {
    const judges = ['gk1', 'gk2', 'gk3'].map((id) => ({ id, name: id }))
    given(created(definitionOfThree({ judges })), performed('chao-hoi', 'a'), greeting('a', 'gk2'), reopenAsked)
      .when('organiser', { type: 'approve', request: '1' })
      .thenAccepted()
  })
})
