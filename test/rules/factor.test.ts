/** A team's factor, such as a degree of difficulty, from the desk to the score. */
import type { DefinitionInput } from '@bang-diem/shared/contest/definition.ts'
import { expect, test } from 'vitest'
import { given } from './rulebook.ts'
import { created, marked, oneRound } from './small-contest.ts'

const place = { round: 'chao-hoi', team: 'a' }
const [stage] = oneRound().stages
if (!stage) throw new Error('the small contest has a stage')
const withFactor: DefinitionInput = {
  ...oneRound(),
  stages: [{ ...stage, rounds: stage.rounds.map((round) => ({ ...round, factor: { min: '1', max: '3.5' } })) }],
}

test('R-34: a factor is recorded within its bounds, multiplies the score, and may be corrected', () => {
  const story = given(created(withFactor), ...marked('a', '8'))
    .when('secretary', { type: 'recordFactor', ...place, factor: '0.9' })
    .thenRefused({ code: 'factor-out-of-range', min: '1', max: '3.5' })
    .when('secretary', { type: 'recordFactor', ...place, factor: '3.6' })
    .thenRefused({ code: 'factor-out-of-range', min: '1', max: '3.5' })
    .when('secretary', { type: 'recordFactor', ...place, factor: '3.5' })
    .thenFacts({ type: 'factor-recorded', ...place, factor: '3.5' })
  expect(story.sees('desk', 'live-score/chao-hoi/a')).toMatchObject({ score: '56.00' })
  expect(story.sees('desk', 'factor/chao-hoi/a')).toBe('3.5')
  story.when('secretary', { type: 'recordFactor', ...place, factor: '1.25' }).thenAccepted()
  expect(story.sees('desk', 'live-score/chao-hoi/a')).toMatchObject({ score: '20.00' })
})

test('R-34: a score waits for its factor', () => {
  const story = given(created(withFactor), ...marked('a', '8'))
  expect(story.sees('mc', 'missing/chao-hoi/a')).toMatchObject({ judges: [], time: false, factor: true })
  expect(story.sees('desk', 'form/chao-hoi')).toMatchObject({ factor: { min: '1', max: '3.5' } })
  story.take('chao-hoi/a/marking')
  const missing = [{ ...place, judges: [], criteria: [], time: false, factor: true }]
  story
    .when('mc', { type: 'take', cue: 'chao-hoi/a/score', onAir: 'chao-hoi/a/marking' })
    .thenRefused({ code: 'sheets-missing', missing })
})

test('R-34: a round without one refuses it', () => {
  given(created(oneRound()))
    .when('secretary', { type: 'recordFactor', ...place, factor: '2' })
    .thenRefused({ code: 'factor-not-used', round: 'chao-hoi' })
    .when('secretary', { type: 'recordFactor', ...place, team: 'x', factor: '2' })
    .thenRefused({ code: 'reference-unknown', field: 'team', id: 'x' })
})
