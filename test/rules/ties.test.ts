/** What is put on record about equal teams beside decisions: points in a question, and lots. */
import type { FactBody } from '@bang-diem/shared/ledger/facts.ts'
import { describe, expect, test } from 'vitest'
import { given } from './rulebook.ts'
import { created, marked, oneRound } from './small-contest.ts'

const stage = 'chung-ket'
const question = { by: 'question', question: 'cau-phu', maximum: '10' } as const
const asking = created(oneRound({ stage: { tieBreaks: [question, { by: 'lot' }] } }))
const drawing = created(oneRound({ stage: { tieBreaks: [{ by: 'lot' }] } }))
const tied = [...marked('a', '8'), ...marked('b', '9'), ...marked('c', '8')]
const answer = (team: string, points: string) => ({
  type: 'tallyQuestion' as const,
  stage,
  question: 'cau-phu',
  team,
  points,
})
const answered = (team: string, points: string): FactBody => {
  const { type: _, ...rest } = answer(team, points)
  return { type: 'question-tallied', ...rest }
}

describe('a tie-break question', () => {
  test('R-35: points are entered for teams that wait for it, up to its maximum, and part them', () => {
    const story = given(asking, ...tied)
      .when('secretary', answer('a', '10.5'))
      .thenRefused({ code: 'points-out-of-range', max: '10' })
      .when('secretary', answer('b', '5'))
      .thenRefused({ code: 'tie-absent', stage, teams: ['b'] })
      .when('secretary', { ...answer('a', '5'), question: 'khac' })
      .thenRefused({ code: 'reference-unknown', field: 'question', id: 'khac' })
      .when('secretary', { ...answer('a', '5'), team: 'x' })
      .thenRefused({ code: 'reference-unknown', field: 'team', id: 'x' })
      .when('secretary', answer('a', '5'))
      .thenFacts(answered('a', '5'))
    expect(story.sees('desk', 'ready/chung-ket')).toMatchObject({
      ties: [['a', 'c']],
      awaits: [{ by: 'question', question: 'cau-phu', maximum: '10' }],
    })
    story.when('secretary', answer('c', '10')).thenAccepted()
    expect(story.sees('desk', 'live-row/chung-ket/c')).toMatchObject({ rank: 2 })
    expect(story.sees('desk', 'question/chung-ket/cau-phu/c')).toBe('10')
    story.when('judge:gk1', { type: 'certify', stage }).thenAccepted()
    const row = story.state.certified.get(stage)?.rows[1]
    expect(row).toMatchObject({ team: 'c', rank: 2, decidedBy: { rule: 'question', question: 'cau-phu' } })
    story.when('secretary', answer('c', '0')).thenRefused({ code: 'stage-certified', stage })
  })

  test('R-35: an answer may be corrected until the stage is certified, though it has parted the teams', () => {
    const story = given(asking, ...tied, answered('a', '5'), answered('c', '10'))
    story.when('secretary', answer('c', '0')).thenFacts(answered('c', '0'))
    expect(story.sees('desk', 'live-row/chung-ket/a')).toMatchObject({ rank: 2 })
  })

  test('R-35: not while something is missing, since the tie may still dissolve', () => {
    const missing = [{ round: 'chao-hoi', team: 'c', judges: [], criteria: [], time: true, factor: false }]
    given(asking, ...tied.slice(0, -1))
      .when('secretary', answer('a', '5'))
      .thenRefused({ code: 'sheets-missing', missing })
  })

  test('R-35: who waits for a question can neither be decided on nor drawn, and after equal answers waits for the next rule', () => {
    const waits = { code: 'tie-undecided', stage, teams: ['a', 'c'], awaits: 'question' } as const
    const story = given(asking, ...tied)
      .when('judge:gk1', { type: 'drawLots', stage, teams: ['a', 'c'] })
      .thenRefused(waits)
      .when('judge:gk1', { type: 'breakTie', stage, teams: ['a', 'c'], reason: 'x' })
      .thenRefused(waits)
      .when('judge:gk1', { type: 'certify', stage })
      .thenRefused(waits)
    story.record('secretary', [answered('a', '5'), answered('c', '5')])
    expect(story.sees('desk', 'ready/chung-ket')).toMatchObject({ awaits: [{ by: 'lot' }] })
    story.when('judge:gk1', { type: 'certify', stage }).thenRefused({ ...waits, awaits: 'lot' })
  })
})

describe('lots', () => {
  const entropies = Array.from({ length: 12 }, (_, index) => String(index).padStart(64, '0'))

  test('R-35: the hub draws from its entropy alone, and every order is possible', () => {
    const story = given(drawing, ...tied)
    const orders = entropies.map((entropy) => {
      const decision = story.decideWith('judge:gk1', { type: 'drawLots', stage, teams: ['c', 'a'] }, entropy)
      if (!decision.ok) throw new Error('lots are drawn')
      const [fact] = decision.facts
      expect(fact).toMatchObject({ type: 'tie-broken', by: 'lot', reason: 'Bốc thăm bằng máy' })
      return fact?.type === 'tie-broken' ? fact.teams.join() : ''
    })
    expect(new Set(orders)).toEqual(new Set(['a,c', 'c,a']))
  })

  test('R-35: drawn by hand they are told like a decision, and stand in the row as lots', () => {
    const story = given(drawing, ...tied)
      .when('judge:gk1', { type: 'breakTie', stage, teams: ['c', 'a'], reason: 'Trưởng đoàn bốc thăm' })
      .thenFacts({ type: 'tie-broken', stage, teams: ['c', 'a'], reason: 'Trưởng đoàn bốc thăm', by: 'lot' })
      .when('judge:gk1', { type: 'certify', stage })
      .thenAccepted()
    const row = story.state.certified.get(stage)?.rows[1]
    expect(row).toMatchObject({ team: 'c', rank: 2, decidedBy: { rule: 'lot', reason: 'Trưởng đoàn bốc thăm' } })
  })

  test('R-35: lots are drawn only where the rules say so, and about exactly the teams that wait', () => {
    const decided = created(oneRound({ stage: { tieBreaks: [{ by: 'decision' }] } }))
    given(decided, ...tied)
      .when('judge:gk1', { type: 'drawLots', stage, teams: ['a', 'c'] })
      .thenRefused({ code: 'tie-absent', stage, teams: ['a', 'c'] })
    given(drawing, ...tied)
      .when('judge:gk1', { type: 'drawLots', stage, teams: ['a', 'b'] })
      .thenRefused({ code: 'tie-absent', stage, teams: ['a', 'b'] })
      .when('judge:gk1', { type: 'drawLots', stage: 'x', teams: ['a', 'b'] })
      .thenRefused({ code: 'reference-unknown', field: 'stage', id: 'x' })
  })
})
