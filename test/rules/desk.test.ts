/** The secretary's part of the rulebook: points, times, lines, people and the running order. */
import type { FactBody } from '@bang-diem/shared/ledger/facts.ts'
import { describe, expect, test } from 'vitest'
import { given } from './rulebook.ts'
import { created, definitionOfThree, greeting, marked, oneRound, performed, timed } from './small-contest.ts'

const place = { round: 'chao-hoi', team: 'a' }
const quiz = { round: 'tieu-pham', team: 'a', criterion: 'dap-an' }
const reason = 'lý do'

describe('tallied points', () => {
  test('R-10: a tallied criterion takes points up to its maximum, at any time and again', () => {
    given(created())
      .when('secretary', { type: 'tally', ...quiz, points: '9.5' })
      .thenFacts({ type: 'points-tallied', ...quiz, points: '9.5' })
      .when('secretary', { type: 'tally', ...quiz, points: '10' })
      .thenAccepted()
      .when('secretary', { type: 'tally', ...quiz, points: '10.000001' })
      .thenRefused({ code: 'points-out-of-range', max: '10' })
  })

  test('R-10: what judges mark is not tallied', () => {
    given(created())
      .when('secretary', { type: 'tally', ...quiz, criterion: 'kich-ban', points: '1' })
      .thenRefused({ code: 'criterion-not-tallied', criterion: 'kich-ban' })
  })
})

describe('time', () => {
  test('R-11: a time is recorded for a team that has performed, and may be corrected', () => {
    const story = given(created())
      .when('secretary', { type: 'recordTime', ...place, seconds: 345 })
      .thenRefused({ code: 'time-without-performance', ...place })
      .take('chao-hoi/a/perform')
      .when('secretary', { type: 'recordTime', ...place, seconds: 345 })
      .thenFacts(timed('chao-hoi', 'a', 345))
      .when('secretary', { type: 'recordTime', ...place, seconds: 0 })
      .thenFacts(timed('chao-hoi', 'a', 0))
    expect(story.sees('desk', 'time/chao-hoi/a')).toBe(0)
  })

  test('R-11: the stopwatch deducts nothing: only a recorded time does', () => {
    const story = given(created(), ...marked('a', '8').slice(0, -1))
    expect(story.sees('desk', 'live-score/chao-hoi/a')).toMatchObject({ score: '16.00', complete: false })
    story.when('secretary', { type: 'recordTime', ...place, seconds: 385 }).thenAccepted()
    expect(story.sees('desk', 'live-score/chao-hoi/a')).toMatchObject({ score: '15.00', complete: true })
  })
})

describe('a time that costs nothing', () => {
  const waits = (overtime: 'hard-cut' | 'none', undertime: boolean) => {
    const definition = oneRound()
    const round = definition.stages[0]?.rounds[0]
    Object.assign(round ?? {}, { overtime: { rule: overtime }, time: { limitSeconds: 300, minimumSeconds: 60 } })
    if (round && undertime) round.undertime = { points: '1' }
    const story = given(created(definition), ...marked('a', '8').slice(0, -1)).take('chao-hoi/a/marking')
    expect(story.sees('desk', 'form/chao-hoi')).toMatchObject({ time: { needed: undertime } })
    return story.sees('mc', 'next')
  }

  test.each(['hard-cut', 'none'] as const)(
    'R-11: %s: a score does not wait for a time that costs nothing',
    (overtime) => {
      expect(waits(overtime, false)).toMatchObject({ next: { cue: 'chao-hoi/a/score', block: null } })
    },
  )

  test('R-11: it waits where a time that is too short costs points', () => {
    expect(waits('hard-cut', true)).toMatchObject({ next: { block: { code: 'sheets-missing' } } })
  })
})

describe('deductions and bonuses', () => {
  test('R-12: each is a line of its own with its reason', () => {
    given(created())
      .when('secretary', { type: 'deduct', ...place, points: '1.5', reason })
      .thenFacts({ type: 'points-deducted', id: 'd1', ...place, points: '1.5', reason })
      .when('secretary', { type: 'deduct', ...place, points: '0.5', reason })
      .thenFacts({ type: 'points-deducted', id: 'd2', ...place, points: '0.5', reason })
      .when('secretary', { type: 'addBonus', ...place, points: '2', reason })
      .thenFacts({ type: 'bonus-added', id: 'b1', ...place, points: '2', reason })
  })

  test('R-12: neither is above the maximum of the round', () => {
    given(created())
      .when('secretary', { type: 'deduct', ...place, points: '20.25', reason })
      .thenRefused({ code: 'points-out-of-range', max: '20' })
      .when('secretary', { type: 'addBonus', ...place, points: '20.25', reason })
      .thenRefused({ code: 'points-out-of-range', max: '20' })
  })

  test('R-12: withdrawn once, with a reason, they stay on record and count no more', () => {
    const story = given(created(), ...marked('a', '8'))
      .when('secretary', { type: 'deduct', ...place, points: '1', reason })
      .thenAccepted()
      .when('secretary', { type: 'addBonus', ...place, points: '3', reason })
      .thenAccepted()
    expect(story.sees('desk', 'live-score/chao-hoi/a')).toMatchObject({ combined: '16.00', score: '18.00' })
    story
      .when('secretary', { type: 'withdrawDeduction', line: 'd1', reason: 'nhầm đội' })
      .thenFacts({ type: 'deduction-withdrawn', id: 'd1', reason: 'nhầm đội' })
      .when('secretary', { type: 'withdrawBonus', line: 'b1', reason: 'nhầm' })
      .thenFacts({ type: 'bonus-withdrawn', id: 'b1', reason: 'nhầm' })
      .when('secretary', { type: 'withdrawDeduction', line: 'd1', reason })
      .thenRefused({ code: 'line-withdrawn', line: 'd1' })
      .when('secretary', { type: 'withdrawBonus', line: 'b1', reason })
      .thenRefused({ code: 'line-withdrawn', line: 'b1' })
    expect(story.sees('desk', 'live-score/chao-hoi/a')).toMatchObject({ score: '16.00' })
    expect(story.sees('desk', 'deduction/d1')).toMatchObject({ points: '1', withdrawn: 'nhầm đội' })
  })
})

describe('excused judges', () => {
  test('R-13: the score is the one that a panel without that judge would give', () => {
    const facts = [performed('chao-hoi', 'a'), greeting('a', 'gk1', '9', '9'), greeting('a', 'gk2', '7', '7')]
    const excused = { type: 'judge-excused', ...place, judge: 'gk3', reason } as const
    const story = given(created(oneRound()), ...facts, greeting('a', 'gk3', '0', '0'), timed('chao-hoi', 'a'))
    story.when('secretary', { type: 'excuse', ...place, judge: 'gk3', reason }).thenFacts(excused)
    const smaller = oneRound()
    const never = given(created({ ...smaller, judges: smaller.judges.slice(0, 2) }), ...facts, timed('chao-hoi', 'a'))
    expect(story.sees('desk', 'live-score/chao-hoi/a')).toEqual(never.sees('desk', 'live-score/chao-hoi/a'))
    expect(story.sees('hall', 'progress')).toEqual(never.sees('hall', 'progress'))
    expect(story.sees('desk', 'live-score/chao-hoi/a')).toMatchObject({ score: '16.00', complete: true })
  })

  test('R-13: excused once, and back again with a reason', () => {
    given(created())
      .when('judge:gk2', { type: 'recuse', ...place, reason })
      .thenAccepted()
      .when('secretary', { type: 'excuse', ...place, judge: 'gk2', reason })
      .thenRefused({ code: 'judge-excused', ...place, judge: 'gk2' })
      .when('judge:gk1', { type: 'withdrawExcuse', ...place, judge: 'gk2', reason })
      .thenFacts({ type: 'excuse-withdrawn', ...place, judge: 'gk2', reason })
      .when('secretary', { type: 'withdrawExcuse', ...place, judge: 'gk2', reason })
      .thenRefused({ code: 'judge-not-excused', ...place, judge: 'gk2' })
      .when('judge:gk1', { type: 'excuse', ...place, judge: 'gk2', reason })
      .thenAccepted()
  })

  test('R-13: nobody takes back the own excuse: who is excused may have seen the others’ marks', () => {
    given(created(), performed('chao-hoi', 'a'), greeting('a', 'gk2'))
      .when('judge:gk1', { type: 'excuse', ...place, judge: 'gk1', reason })
      .thenAccepted()
      .when('judge:gk1', { type: 'withdrawExcuse', ...place, judge: 'gk1', reason })
      .thenRefused({ code: 'second-person-required' })
      .when('secretary', { type: 'withdrawExcuse', ...place, judge: 'gk1', reason })
      .thenAccepted()
  })

  test('R-13: only a judge of the panel is excused', () => {
    const definition = oneRound()
    const round = definition.stages[0]?.rounds[0]
    if (round) round.panel = ['gk1', 'gk3']
    given(created(definition))
      .when('secretary', { type: 'excuse', ...place, judge: 'gk2', reason })
      .thenRefused({ code: 'judge-not-on-panel', round: 'chao-hoi', judge: 'gk2' })
  })

  test('R-13: with everybody excused a team has no score, which is complete and not a zero', () => {
    const story = given(created(oneRound()), performed('chao-hoi', 'a'), timed('chao-hoi', 'a'))
    for (const judge of ['gk1', 'gk2', 'gk3']) {
      story.when('secretary', { type: 'excuse', ...place, judge, reason }).thenAccepted()
    }
    expect(story.sees('desk', 'live-score/chao-hoi/a')).toMatchObject({ complete: true, score: null })
    story.take('chao-hoi/a/marking', 'chao-hoi/a/score')
    expect(story.sees('hall', 'score/chao-hoi/a')).toMatchObject({ score: null })
  })
})

describe('teams and notes', () => {
  test('R-14: a team withdraws once, with a reason', () => {
    given(created())
      .when('secretary', { type: 'withdrawTeam', team: 'b', reason })
      .thenFacts({ type: 'team-withdrawn', team: 'b', reason, stages: ['chung-ket'] })
      .when('secretary', { type: 'withdrawTeam', team: 'b', reason })
      .thenRefused({ code: 'team-withdrawn', team: 'b' })
  })

  test('R-14: the stopwatch of a team that withdraws on stage stops, and no other one', () => {
    const story = given(created()).take('chao-hoi/a/perform')
    story.when('secretary', { type: 'withdrawTeam', team: 'b', reason }).thenAccepted()
    expect(story.sees('hall', 'timer')).toEqual({ ...place, elapsedMs: 0, startedAt: 2000 })
    story.when('secretary', { type: 'withdrawTeam', team: 'a', reason }).thenAccepted()
    expect(story.sees('hall', 'timer')).toEqual({ ...place, elapsedMs: 2000, startedAt: null })
  })

  test('R-14: not from a stage that is certified', () => {
    const certified: FactBody = {
      type: 'stage-certified',
      stage: 'chung-ket',
      definitionHash: 'ab'.repeat(32),
      rows: [],
    }
    given(created(), certified)
      .when('secretary', { type: 'withdrawTeam', team: 'b', reason })
      .thenRefused({ code: 'stage-certified', stage: 'chung-ket' })
  })

  test('R-15: a note stands in the history with its time', () => {
    const story = given(created())
      .when('secretary', { type: 'note', text: 'Mất điện 3 phút' })
      .thenFacts({ type: 'noted', text: 'Mất điện 3 phút' })
    expect(story.sees('desk', 'note/1')).toEqual({ at: 2000, text: 'Mất điện 3 phút' })
  })
})

describe('the running order', () => {
  test('R-16: an order names every team of the stage once', () => {
    const story = given(created())
    for (const teams of [['a', 'b'], ['a', 'b', 'b'], ['a', 'b', 'x'], ['a', 'b', 'c', 'a'], []]) {
      story
        .when('secretary', { type: 'setOrder', round: 'chao-hoi', teams })
        .thenRefused({ code: 'order-incomplete', round: 'chao-hoi' })
    }
    story
      .when('secretary', { type: 'setOrder', round: 'chao-hoi', teams: ['c', 'a', 'b'] })
      .thenFacts({ type: 'order-set', round: 'chao-hoi', teams: ['c', 'a', 'b'] })
  })

  test('R-16: teams that were called keep their places', () => {
    const story = given(created()).take('chao-hoi/a/intro')
    story
      .when('secretary', { type: 'setOrder', round: 'chao-hoi', teams: ['c', 'a', 'b'] })
      .thenRefused({ code: 'team-called', team: 'a' })
      .when('secretary', { type: 'setOrder', round: 'chao-hoi', teams: ['a', 'c', 'b'] })
      .thenAccepted()
    for (let draw = 0; draw < 4; draw++)
      story.when('secretary', { type: 'drawOrder', round: 'chao-hoi' }).thenAccepted()
    expect(story.state.orders.get('chao-hoi')?.[0]).toBe('a')
  })

  test('R-17: a draw is a lot by the entropy of the hub: each order comes up', () => {
    const seen = new Set<string>()
    for (let seed = 0; seed < 200; seed++) seen.add(drawn(seed))
    expect([...seen].sort()).toEqual(['a b c', 'a c b', 'b a c', 'b c a', 'c a b', 'c b a'])
    expect(drawn(7)).toBe(drawn(7))
  })

  test('R-18: a drawn round goes by its own order, else by that of the round before; a listed one by its own', () => {
    const definition = definitionOfThree()
    for (const round of definition.stages[0]?.rounds ?? []) round.order = 'drawn'
    const order: FactBody = { type: 'order-set', round: 'chao-hoi', teams: ['c', 'b', 'a'] }
    expect(given(created(definition), order).sees('desk', 'order/tieu-pham')).toEqual(['c', 'b', 'a'])
    expect(given(created(), order).sees('desk', 'order/tieu-pham')).toEqual(['a', 'b', 'c'])
  })

  test('R-18: a team that the organiser adds later stands at the end of an order made before', () => {
    const order: FactBody = { type: 'order-set', round: 'chao-hoi', teams: ['c', 'b', 'a'] }
    const { teams } = definitionOfThree()
    const changed = definitionOfThree({ teams: [...teams.slice(1), { id: 'd', name: 'Đội D' }] })
    const fact = created(changed)
    if (fact.type !== 'contest-created') throw new Error('created gives contest-created')
    const story = given(created(), order, { ...fact, type: 'contest-redefined' })
    expect(story.sees('desk', 'order/chao-hoi')).toEqual(['c', 'b', 'd'])
  })
})

function drawn(seed: number): string {
  const story = given(created())
  const decision = story.decideWith(
    'secretary',
    { type: 'drawOrder', round: 'chao-hoi' },
    String(seed).padStart(64, '0'),
  )
  const [fact] = decision.ok ? decision.facts : []
  return fact?.type === 'order-drawn' ? fact.teams.join(' ') : ''
}
