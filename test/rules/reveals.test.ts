/** What a cue announces is frozen: a later change reaches the hall only through a new cue. */
import { viewFor } from '@bang-diem/shared/views/audiences.ts'
import type { Audience } from '@bang-diem/shared/views/view.ts'
import { describe, expect, test } from 'vitest'
import { change, deduct, play, reason, reopen, withdraw } from './acts.ts'
import { given, type Story } from './rulebook.ts'
import { created, definitionOfThree, marked, oneRound } from './small-contest.ts'

const a = { round: 'chao-hoi', team: 'a' }
const entries = (story: Story, audience: Audience) => JSON.stringify([...viewFor(story.state, audience)])

describe('a score', () => {
  const announced = () => play(given(created()), 'a', '8').take('chao-hoi/a/score')

  test('U-13: a sheet that changes after the reveal changes nothing in the hall', () => {
    const story = announced()
    const before = entries(story, 'hall')
    change(story, 'a', '5')
    expect(story.sees('desk', 'live-score/chao-hoi/a')).toMatchObject({ score: '14.00' })
    expect(entries(story, 'hall')).toBe(before)
  })

  test('U-14: the change is offered as a correction, and told by it', () => {
    const story = change(announced(), 'a', '5')
    expect(story.sees('mc', 'next')).toMatchObject({ pending: [{ cue: 'chao-hoi/a/correction', block: null }] })
    story.when('mc', { type: 'take', cue: 'chao-hoi/a/correction', onAir: 'chao-hoi/a/score' }).thenFacts({
      type: 'cue-taken',
      cue: 'chao-hoi/a/correction',
      scene: { kind: 'score', ...a, correction: true },
      reveals: [{ kind: 'score', ...a, score: '14.00', deductions: [], bonuses: [] }],
      exact: [{ ...a, score: '14', criteria: { 'noi-dung': '7', 'hinh-thuc': '7' }, deducted: '0', seconds: 300 }],
    })
    expect(story.sees('hall', 'score/chao-hoi/a')).toMatchObject({ score: '14.00' })
    expect(story.sees('mc', 'next')).toMatchObject({ pending: [] })
  })

  test('U-14: while the reopened sheet is missing the correction waits for it, by name', () => {
    const story = deduct(reopen(announced(), 'a'), 'a', '1')
    const missing = [{ ...a, judges: ['gk2'], criteria: [], time: false, factor: false }]
    story
      .when('mc', { type: 'take', cue: 'chao-hoi/a/correction', onAir: 'chao-hoi/a/score' })
      .thenRefused({ code: 'sheets-missing', missing })
  })

  test('U-14: a change that leads to the same score needs no correction, a deduction that hides in it does', () => {
    const same = change(announced(), 'a', '8')
    expect(same.sees('mc', 'next')).toMatchObject({ pending: [] })
    deduct(same, 'a', '1')
      .when('secretary', { type: 'addBonus', ...a, points: '1', reason })
      .thenAccepted()
    expect(same.sees('desk', 'live-score/chao-hoi/a')).toMatchObject({ score: '16.00' })
    expect(same.sees('mc', 'next')).toMatchObject({ pending: [{ cue: 'chao-hoi/a/correction' }] })
  })

  test('U-14: nothing is corrected for a team that withdrew', () => {
    const story = withdraw(change(announced(), 'a', '5'), 'a')
    expect(story.sees('mc', 'next')).toMatchObject({ pending: [] })
  })
})

describe('standings of a round', () => {
  test('U-17: after-round: all scores of the round are told together with their ranks, once everything is in', () => {
    const story = given(created(oneRound({ stage: { reveal: 'after-round' } })))
    play(story, 'a', '8')
    play(story, 'b', '9')
    story.take('chao-hoi/c/perform', 'chao-hoi/c/marking')
    const missing = [
      { round: 'chao-hoi', team: 'c', judges: ['gk1', 'gk2', 'gk3'], criteria: [], time: true, factor: false },
    ]
    story
      .when('mc', { type: 'take', cue: 'chao-hoi/standings', onAir: 'chao-hoi/c/marking' })
      .thenRefused({ code: 'sheets-missing', missing })
    for (const fact of marked('c', '8').slice(1)) story.record('secretary', [fact])
    story.take('chao-hoi/standings')
    const ranks = ['a', 'b', 'c'].map((team) => (story.sees('hall', `score/chao-hoi/${team}`) as { rank: number }).rank)
    expect(ranks).toEqual([2, 1, 2])
    expect(change(story, 'a', '9').sees('mc', 'next')).toMatchObject({ pending: [{ cue: 'chao-hoi/a/correction' }] })
    story.take('chao-hoi/a/correction')
    expect(story.sees('hall', 'score/chao-hoi/c')).toMatchObject({ score: '16.00', rank: 3 })
  })

  test('U-17: ceremony: the hall sees no score and no row before it', () => {
    const story = given(created(oneRound({ stage: { reveal: 'ceremony' } })))
    for (const [team, mark] of [
      ['a', '8'],
      ['b', '9'],
      ['c', '7'],
    ] as const)
      play(story, team, mark)
    story.when('judge:gk1', { type: 'certify', stage: 'chung-ket' }).thenAccepted()
    expect(entries(story, 'hall')).not.toMatch(/"(score|row)\//)
    story.take('chung-ket/place/3')
    expect(entries(story, 'hall').match(/"(score|row)\/[^"]*/g)).toEqual(['"row/chung-ket/c'])
  })

  test('U-17: live: the rows of the announced scores come with each score', () => {
    const story = given(created(definitionOfThree({ stage: { reveal: 'live' } })))
    play(story, 'a', '8').take('chao-hoi/a/score')
    play(story, 'b', '9')
    const row = (team: string) => story.sees('hall', `row/chung-ket/${team}`)
    expect(row('a')).toMatchObject({ rank: 1, total: '16.00', certified: false })
    expect(row('b')).toMatchObject({ rank: null, total: null })
    story.take('chao-hoi/b/score')
    expect([row('a'), row('b'), row('c')]).toMatchObject([{ rank: 2 }, { rank: 1, total: '18.00' }, { rank: null }])
  })
})
