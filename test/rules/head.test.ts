/** The head judge's part of the rulebook: ties by decision, and the gate of certification. */
import type { FactBody } from '@bang-diem/shared/ledger/facts.ts'
import type { CommandOf } from '@bang-diem/shared/rules/commands.ts'
import { describe, expect, test } from 'vitest'
import { given } from './rulebook.ts'
import { created, marked, oneRound } from './small-contest.ts'

const reason = 'tiểu phẩm chặt chẽ hơn'
const stage = 'chung-ket'
const byDecision = created(oneRound({ stage: { tieBreaks: [{ by: 'decision' }] } }))
const tied = [...marked('a', '8'), ...marked('b', '9'), ...marked('c', '8')]
const breaks: Omit<CommandOf<'breakTie'>, 'id'> = { type: 'breakTie', stage, teams: ['c', 'a'], reason }
const broken: FactBody = { type: 'tie-broken', stage, teams: ['c', 'a'], reason }

describe('ties by decision', () => {
  test('R-23: the decision names exactly the teams that are equal, best first', () => {
    given(byDecision, ...tied)
      .when('judge:gk1', { ...breaks, teams: ['a', 'b'] })
      .thenRefused({ code: 'tie-absent', stage, teams: ['a', 'b'] })
      .when('judge:gk1', { ...breaks, teams: ['a', 'b', 'c'] })
      .thenRefused({ code: 'tie-absent', stage, teams: ['a', 'b', 'c'] })
      .when('judge:gk1', { ...breaks, teams: ['a', 'a'] })
      .thenRefused({ code: 'tie-absent', stage, teams: ['a', 'a'] })
      .when('judge:gk1', breaks)
      .thenFacts(broken)
      .when('judge:gk1', breaks)
      .thenRefused({ code: 'tie-absent', stage, teams: ['c', 'a'] })
  })

  test('R-23: not while something is missing, since the tie may still dissolve', () => {
    given(byDecision, ...tied.slice(0, -1))
      .when('judge:gk1', breaks)
      .thenRefused({
        code: 'sheets-missing',
        missing: [{ round: 'chao-hoi', team: 'c', judges: [], criteria: [], time: true, factor: false }],
      })
  })

  test('R-23: trap 10: equal teams without a decision share their place; nothing separates them unseen', () => {
    const story = given(created(oneRound()), ...tied)
    expect(story.sees('desk', 'live-row/chung-ket/a')).toMatchObject({ rank: 2 })
    expect(story.sees('desk', 'live-row/chung-ket/c')).toMatchObject({ rank: 2 })
    expect(story.sees('desk', 'ready/chung-ket')).toMatchObject({ ties: [] })
    story.when('judge:gk1', breaks).thenRefused({ code: 'tie-absent', stage, teams: ['c', 'a'] })
  })

  test('R-23: trap 10: who decided and why stands in the certified row', () => {
    const story = given(byDecision, ...tied, broken)
      .when('judge:gk1', { type: 'certify', stage })
      .thenAccepted()
    const rows = story.state.certified.get(stage)?.rows ?? []
    expect(rows.map(({ team, rank }) => `${rank} ${team}`)).toEqual(['1 b', '2 c', '3 a'])
    expect(rows[1]?.decidedBy).toEqual({ rule: 'decision', reason })
  })
})

describe('certification', () => {
  test('R-24: everything must be in', () => {
    given(byDecision, ...marked('a', '8'), ...marked('b', '9'))
      .when('judge:gk1', { type: 'certify', stage })
      .thenRefused({
        code: 'sheets-missing',
        missing: [
          { round: 'chao-hoi', team: 'c', judges: ['gk1', 'gk2', 'gk3'], criteria: [], time: true, factor: false },
        ],
      })
  })

  test('R-24: no request about the stage waits', () => {
    const asked = {
      type: 'reopen-requested',
      request: '1',
      round: 'chao-hoi',
      team: 'a',
      judge: 'gk2',
      reason,
    } as const
    given(byDecision, ...tied, broken, asked)
      .when('judge:gk1', { type: 'certify', stage })
      .thenRefused({ code: 'requests-waiting', requests: ['1'] })
      .when('judge:gk1', { type: 'decline', request: '1', reason })
      .thenAccepted()
      .when('judge:gk1', { type: 'certify', stage })
      .thenAccepted()
  })

  test('R-24: every tie that the head judge must decide is decided', () => {
    given(byDecision, ...tied)
      .when('judge:gk1', { type: 'certify', stage })
      .thenRefused({ code: 'tie-undecided', stage, teams: ['a', 'c'], awaits: 'decision' })
  })

  test('R-24: certified once; until it is reopened nothing that it is made of changes', () => {
    given(byDecision, ...tied, broken)
      .when('judge:gk1', { type: 'certify', stage })
      .thenAccepted()
      .when('judge:gk1', { type: 'certify', stage })
      .thenRefused({ code: 'stage-certified', stage })
      .when('judge:gk1', breaks)
      .thenRefused({ code: 'stage-certified', stage })
      .when('secretary', { type: 'setOrder', round: 'chao-hoi', teams: ['a', 'b', 'c'] })
      .thenRefused({ code: 'stage-certified', stage })
      .when('secretary', { type: 'drawOrder', round: 'chao-hoi' })
      .thenRefused({ code: 'stage-certified', stage })
  })

  test('R-25: the table is a fact: every row, withdrawn teams unranked at its end, and the definition it rests on', () => {
    const withdrawn = { type: 'team-withdrawn', team: 'c', reason: 'xe hỏng' } as const
    const story = given(byDecision, ...marked('a', '8'), ...marked('b', '9'), withdrawn)
    const row = { kind: 'row', stage, decidedBy: null, certified: true } as const
    story.when('judge:gk1', { type: 'certify', stage }).thenFacts({
      type: 'stage-certified',
      stage,
      definitionHash: story.state.definitionHash,
      rows: [
        { ...row, team: 'b', rank: 1, total: '18.00', rounds: { 'chao-hoi': '18.00' } },
        { ...row, team: 'a', rank: 2, total: '16.00', rounds: { 'chao-hoi': '16.00' } },
        { ...row, team: 'c', rank: null, total: null, rounds: {}, left: 'withdrawn' },
      ],
    })
  })
})
