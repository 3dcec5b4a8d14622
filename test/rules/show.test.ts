/** What the MC's other commands do: taking back, scenes by hand, the stopwatch. */
import { inGroup } from '@bang-diem/shared/ledger/grouped.ts'
import { describe, expect, test } from 'vitest'
import { given } from './rulebook.ts'
import { created, marked, oneRound } from './small-contest.ts'

const place = { round: 'chao-hoi', team: 'a' }

describe('back', () => {
  test('U-7: the last scene goes, with the reveals that it carried; what is below stands again', () => {
    const story = given(created(oneRound()), ...marked('a', '8')).take('chao-hoi/a/marking', 'chao-hoi/a/score')
    expect(story.sees('hall', 'score/chao-hoi/a')).toMatchObject({ score: '16.00' })
    story
      .when('mc', { type: 'back', onAir: 'chao-hoi/a/score' })
      .thenFacts({ type: 'cue-taken-back', cue: 'chao-hoi/a/score' })
    expect(story.sees('hall', 'score/chao-hoi/a')).toBeUndefined()
    expect(story.sees('hall', 'scene')).toEqual({ kind: 'progress', ...place })
    story.take('chao-hoi/a/score')
  })

  test('U-7: never sheets, times or deductions', () => {
    const story = given(created(oneRound()), ...marked('a', '8'))
      .when('secretary', { type: 'deduct', ...place, points: '1', reason: 'x' })
      .thenAccepted()
    const before = story.sees('desk', 'live-score/chao-hoi/a')
    story.when('mc', { type: 'back', onAir: 'chao-hoi/a/perform' }).thenAccepted()
    expect(story.sees('desk', 'live-score/chao-hoi/a')).toEqual(before)
    expect(inGroup(story.state.sheets, 'chao-hoi/a').size).toBe(3)
  })

  test('U-7: of what the MC saw, and only if anything is on air', () => {
    given(created())
      .when('mc', { type: 'back', onAir: null })
      .thenRefused({ code: 'nothing-on-air' })
      .take('chung-ket/title')
      .when('mc', { type: 'back', onAir: null })
      .thenRefused({ code: 'cue-moved', onAir: 'chung-ket/title' })
  })
})

describe('scenes by hand', () => {
  test('U-8: they reveal nothing and do not move the rundown', () => {
    const story = given(created()).take('chao-hoi/a/intro')
    const next = story.sees('mc', 'next')
    story
      .when('mc', { type: 'show', scene: { kind: 'stand-by' }, onAir: 'chao-hoi/a/intro' })
      .thenFacts({ type: 'scene-shown', scene: { kind: 'stand-by' } })
    expect(story.sees('hall', 'scene')).toEqual({ kind: 'stand-by' })
    expect(story.sees('mc', 'on-air')).toBe('show/stand-by')
    expect(story.sees('mc', 'next')).toEqual(next)
    story.when('mc', { type: 'back', onAir: 'show/stand-by' }).thenAccepted()
    expect(story.sees('mc', 'on-air')).toBe('chao-hoi/a/intro')
  })

  test('U-8: what the MC saw must be on air', () => {
    given(created())
      .take('chung-ket/title')
      .when('mc', { type: 'show', scene: { kind: 'stand-by' }, onAir: null })
      .thenRefused({ code: 'cue-moved', onAir: 'chung-ket/title' })
  })

  test('U-8: interim rows never stand under the word "final"', () => {
    const scene = { kind: 'standings', stage: 'chung-ket', final: true } as const
    given(created())
      .when('mc', { type: 'show', scene, onAir: null })
      .thenRefused({ code: 'cue-out-of-turn', cue: 'chung-ket/final', next: 'chung-ket/title' })
  })

  test.each([
    { kind: 'score', ...place },
    { kind: 'ceremony', stage: 'chung-ket', team: 'a', place: 1, of: 3 },
    { kind: 'performance', ...place, place: 1, of: 3 },
    { kind: 'round-standings', round: 'chao-hoi' },
  ] as const)('U-8: a scene that stands for a reveal or a step is not shown by hand: %j', (scene) => {
    expect(() => given(created()).when('mc', { type: 'show', scene, onAir: null })).toThrow(/not-one-of/)
  })
})

describe('the stopwatch', () => {
  test('U-9: perform starts it and opens the sheets, marking stops it', () => {
    const story = given(created()).take('chao-hoi/a/perform')
    expect(story.sees('hall', 'timer')).toEqual({ ...place, elapsedMs: 0, startedAt: 2000 })
    expect(story.sees('hall', 'progress')).toEqual({ ...place, submitted: 0, expected: 3 })
    expect(story.sees('judge:gk2', 'sheet/chao-hoi/a')).toEqual({ status: 'open', revision: 0 })
    story.take('chao-hoi/a/marking')
    expect(story.sees('hall', 'timer')).toEqual({ ...place, elapsedMs: 1000, startedAt: null })
  })

  test('U-10: it can be paused, started again and reset, for the team that was called last', () => {
    const story = given(created()).take('chao-hoi/a/perform')
    story.when('mc', { type: 'pauseTimer' }).thenFacts({ type: 'timer-paused', ...place })
    story.when('mc', { type: 'pauseTimer' }).thenAccepted()
    expect(story.sees('hall', 'timer')).toEqual({ ...place, elapsedMs: 1000, startedAt: null })
    story.when('mc', { type: 'startTimer' }).thenFacts({ type: 'timer-started', ...place })
    story.when('mc', { type: 'startTimer' }).thenAccepted()
    expect(story.sees('hall', 'timer')).toEqual({ ...place, elapsedMs: 1000, startedAt: 5000 })
    story.when('mc', { type: 'resetTimer' }).thenFacts({ type: 'timer-reset', ...place })
    expect(story.sees('hall', 'timer')).toEqual({ ...place, elapsedMs: 0, startedAt: null })
  })

  test.each(['startTimer', 'pauseTimer', 'resetTimer'] as const)('U-10: %s needs a team', (type) => {
    given(created()).when('mc', { type }).thenRefused({ code: 'timer-without-team' })
  })
})
