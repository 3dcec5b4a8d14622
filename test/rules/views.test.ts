/** What each audience may see. Non-interference on the wire is proven elsewhere; these are the rules it rests on. */

import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import { partFor, viewFor } from '@bang-diem/shared/views/audiences.ts'
import { deskStandings, publicStandings } from '@bang-diem/shared/views/standings.ts'
import type { Audience } from '@bang-diem/shared/views/view.ts'
import { describe, expect, test } from 'vitest'
import { given, type Story } from './rulebook.ts'
import { created, definitionOfThree, greeting, marked, oneRound, performed } from './small-contest.ts'

const place = { round: 'chao-hoi', team: 'a' }
const keys = (story: Story, audience: Audience) => [...viewFor(story.state, audience).keys()]
const kinds = (story: Story, audience: Audience) => new Set(keys(story, audience).map((key) => key.split('/')[0]))
const text = (story: Story, audience: Audience) => JSON.stringify([...viewFor(story.state, audience)])

/** A mark that stands nowhere else, so that it can be looked for. */
const secret = '6.75'
const halfMarked = () =>
  given(created(), performed('chao-hoi', 'a'), greeting('a', 'gk2', secret, '9'), {
    type: 'points-deducted',
    id: 'd1',
    ...place,
    points: '1.23',
    reason: 'quá số người',
  })

/** What the view of a judge says of one sheet, and what is said of it when it is looked at by itself. */
const ofSheet = (story: Story, sheet: `${string}/${string}`) => {
  const whole = viewFor(story.state, 'judge:gk2')
  const part = partFor(story.state, 'judge:gk2', new Set([sheet]))
  return { part: [...part], whole: [...part.keys()].map((key) => [key, whole.get(key)]) }
}

describe('a sheet by itself', () => {
  test('V-11: it is told as in the whole view: open, in, excused, and not at all before its team is called', () => {
    const excused = { type: 'judge-excused', judge: 'gk2', reason: 'đến muộn' } as const
    for (const facts of [[], [greeting('a', 'gk2', '8', '8')], [{ ...excused, ...place }]]) {
      const { part, whole } = ofSheet(given(created(), performed('chao-hoi', 'a'), ...facts), 'chao-hoi/a')
      expect(part).toEqual(whole)
      expect(part[0]?.[1]).toBeDefined()
    }
    const early = given(created(), { ...excused, round: 'chao-hoi', team: 'b' })
    const { part, whole } = ofSheet(early, 'chao-hoi/b')
    expect(part).toEqual(whole)
    expect(part).toEqual([
      ['sheet/chao-hoi/b', undefined],
      ['count', { submitted: 0, total: 5 }],
    ])
  })
})

describe('the hall', () => {
  test('V-1: names, scene, timer, progress, and what was announced; nothing else', () => {
    const story = given(created(oneRound()), ...marked('a', '8')).take('chao-hoi/a/marking', 'chao-hoi/a/score')
    expect(kinds(story, 'hall')).toEqual(
      new Set(['contest', 'team', 'stage', 'round', 'scene', 'timer', 'progress', 'score']),
    )
  })

  test('V-1: trap 9: a total that is not announced is in no entry', () => {
    const story = halfMarked()
    expect(text(story, 'hall')).not.toMatch(/6\.75|15\.75|1\.23|quá số người/)
    expect(publicStandings(story.state.public, definitionOf(story.state).stages[0] as never)).toEqual([])
  })

  test('V-1: of sheets only how many are in, of how many', () => {
    expect(halfMarked().sees('hall', 'progress')).toEqual({ ...place, submitted: 1, expected: 3 })
  })

  test('V-2: public standings are the announced rows, best first, with the deductions that were announced', () => {
    const story = given(created(oneRound({ stage: { reveal: 'live' } })), ...marked('a', '8'))
    story.when('secretary', { type: 'deduct', ...place, points: '1', reason: 'x' }).thenAccepted()
    story.take('chao-hoi/a/marking', 'chao-hoi/a/score')
    story.when('secretary', { type: 'deduct', ...place, points: '2', reason: 'y' }).thenAccepted()
    const [stage] = definitionOf(story.state).stages
    const rows = stage ? publicStandings(story.state.public, stage) : []
    expect(rows[0]).toEqual({
      rank: 1,
      team: 'a',
      total: '15.00',
      rounds: { 'chao-hoi': { score: '15.00', deductions: [{ kind: 'line', points: '1.00', reason: 'x' }] } },
      decidedBy: null,
    })
    expect(rows.slice(1).map(({ rank, total }) => [rank, total])).toEqual([
      [null, null],
      [null, null],
    ])
  })
})

describe('judges', () => {
  test('V-3: a judge sees the own sheets and the team that is called; no other mark, no score, no rank', () => {
    const story = halfMarked()
    expect(kinds(story, 'judge:gk3')).toEqual(
      new Set(['contest', 'team', 'stage', 'round', 'form', 'me', 'call', 'timer', 'sheet', 'count']),
    )
    expect(keys(story, 'judge:gk3').filter((key) => key.startsWith('sheet/'))).toEqual(['sheet/chao-hoi/a'])
    expect(text(story, 'judge:gk3')).not.toContain(secret)
    expect(text(story, 'judge:gk2')).toContain(secret)
    story.take('chao-hoi/a/marking')
    expect(story.sees('judge:gk3', 'call')).toEqual({ ...place, step: 'marking' })
  })

  test('V-3: the count is of what this judge is asked for', () => {
    const story = halfMarked()
    expect(story.sees('judge:gk2', 'count')).toEqual({ submitted: 1, total: 6 })
    story.when('secretary', { type: 'excuse', round: 'chao-hoi', team: 'b', judge: 'gk2', reason: 'x' }).thenAccepted()
    story.when('secretary', { type: 'withdrawTeam', team: 'c', reason: 'x' }).thenAccepted()
    expect(story.sees('judge:gk2', 'count')).toEqual({ submitted: 1, total: 3 })
  })

  test('V-4: the head judge sees others’ marks for a team only once the own sheet is in, or excused', () => {
    const story = halfMarked()
    expect(text(story, 'head:gk1')).not.toContain(secret)
    story.submit('chao-hoi', 'a', { gk1: ['8', '8'] })
    expect(story.sees('head:gk1', 'sheet/chao-hoi/a/gk2')).toMatchObject({ marks: { 'noi-dung': secret } })
    const excused = halfMarked()
    excused.when('secretary', { type: 'excuse', ...place, judge: 'gk1', reason: 'người nhà' }).thenAccepted()
    expect(text(excused, 'head:gk1')).toContain(secret)
  })

  test('V-4: the head judge sees totals and ties only once every sheet of the stage is in', () => {
    const tied = created(oneRound({ stage: { tieBreaks: [{ by: 'decision' }] } }))
    const story = given(tied, ...marked('a', '8'), ...marked('b', '8'), ...marked('c', '7').slice(0, -1))
    expect(kinds(story, 'head:gk1').has('live-row')).toBe(false)
    expect(story.sees('head:gk1', 'ready/chung-ket')).toMatchObject({ ties: [] })
    story.when('secretary', { type: 'recordTime', round: 'chao-hoi', team: 'c', seconds: 1 }).thenAccepted()
    expect(story.sees('head:gk1', 'live-row/chung-ket/a')).toMatchObject({ rank: 1 })
    expect(story.sees('head:gk1', 'ready/chung-ket')).toMatchObject({ missing: [], ties: [['a', 'b']] })
  })

  test('V-4: who is no longer head judge sees what a judge sees, whatever the page was opened as', () => {
    const judges = [
      { id: 'gk1', name: 'x' },
      { id: 'gk2', name: 'y', head: true },
      { id: 'gk3', name: 'z' },
    ]
    const story = given(
      created(definitionOfThree({ judges })),
      performed('chao-hoi', 'a'),
      greeting('a', 'gk3', secret),
    )
    story.submit('chao-hoi', 'a', { gk1: ['8', '8'] })
    expect(text(story, 'head:gk1')).toBe(text(story, 'judge:gk1'))
    expect(text(story, 'head:gk1')).not.toContain(secret)
  })
})

describe('staff', () => {
  test('V-5: the MC sees who is missing and what comes next, and no value that is not announced', () => {
    const story = halfMarked()
    expect(text(story, 'mc')).not.toMatch(/6\.75|15\.75|1\.23|quá số người/)
    expect(story.sees('mc', 'panel')).toEqual({
      ...place,
      judges: [
        { judge: 'gk1', state: 'missing' },
        { judge: 'gk2', state: 'in' },
        { judge: 'gk3', state: 'missing' },
      ],
    })
    expect(story.sees('mc', 'missing/chao-hoi/a')).toMatchObject({ judges: ['gk1', 'gk3'], time: true })
  })

  test('V-6: the desk sees everything', () => {
    const story = halfMarked()
    expect(story.sees('desk', 'sheet/chao-hoi/a/gk2')).toMatchObject({ marks: { 'noi-dung': secret } })
    expect(story.sees('desk', 'deduction/d1')).toMatchObject({ points: '1.23' })
    expect(story.sees('desk', 'live-row/chung-ket/a')).toMatchObject({ complete: false })
  })

  test('V-6: trap 5: which of equal marks is struck is fixed: in whatever order sheets come, the derivation is the same', () => {
    const definition = oneRound()
    const round = definition.stages[0]?.rounds[0]
    if (round) round.combine = { method: 'trimmed-mean', over: 'sheet', highest: 1, lowest: 1 }
    const derived = (judges: readonly string[]) => {
      const story = given(
        created(definition),
        performed('chao-hoi', 'a'),
        ...judges.map((judge) => greeting('a', judge)),
      )
      const [stage] = definitionOf(story.state).stages
      return JSON.stringify(stage ? deskStandings(story.state, stage) : [])
    }
    const expected = derived(['gk1', 'gk2', 'gk3'])
    expect(expected).toMatch(/"highest"/)
    expect(derived(['gk3', 'gk1', 'gk2'])).toBe(expected)
    expect(derived(['gk2', 'gk3', 'gk1'])).toBe(expected)
  })

  test('V-7: no view of anybody carries a digest of a link or of a session', () => {
    const codeHash = 'c0de'.repeat(16)
    const tokenHash = '5e55'.repeat(16)
    const story = given(
      created(),
      { type: 'link-issued', seat: 'judge:gk2', codeHash },
      { type: 'session-opened', seat: 'judge:gk2', tokenHash },
    )
    for (const audience of ['hall', 'mc', 'desk', 'judge:gk2', 'head:gk1'] as const) {
      expect(text(story, audience)).not.toMatch(/c0dec0de|5e555e55/)
    }
    expect(story.sees('desk', 'seat/judge:gk2')).toEqual({ sessions: 1 })
  })
})
