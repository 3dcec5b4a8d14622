/** Tables retell what was announced: no cue tells of another team what was not told before. */
import { exactScoresOf } from '@bang-diem/shared/ledger/exact-scores.ts'
import { viewFor } from '@bang-diem/shared/views/audiences.ts'
import { describe, expect, test } from 'vitest'
import { change, deduct, type Marks, play, reopen, withdraw } from './acts.ts'
import { given, type Story } from './rulebook.ts'
import { created, definitionOfThree, oneRound } from './small-contest.ts'

const teams = ['a', 'b', 'c'] as const
const score = (story: Story, team: string, round = 'chao-hoi') => story.sees('hall', `score/${round}/${team}`)
const row = (story: Story, team: string) => story.sees('hall', `row/chung-ket/${team}`)
const onStage = (reveal: 'live' | 'after-team' | 'after-round') => given(created(oneRound({ stage: { reveal } })))

/** Three rounds alike, so that there is a table over all rounds in the middle. */
function threeRounds(): Story {
  const [first] = definitionOfThree().stages[0]?.rounds ?? []
  if (!first) throw new Error('the small contest has a first round')
  const rounds = ['chao-hoi', 'r2', 'r3'].map((id) => ({ ...first, id }))
  return given(created({ ...definitionOfThree(), stages: [{ id: 'chung-ket', title: 'x', rounds }] }))
}

function tellRound(story: Story, round: string, marks: Readonly<Record<string, Marks>>): Story {
  for (const [team, mark] of Object.entries(marks)) play(story, team, mark, round).take(`${round}/${team}/score`)
  return story
}

describe('a correction', () => {
  /** Everybody has 14.00 from the marks 9, 3 and 9; then a loses a point and a sheet of b is open again. */
  function announced(): Story {
    const story = onStage('after-round')
    for (const team of teams) play(story, team, ['9', '3', '9'])
    return reopen(deduct(story.take('chao-hoi/standings'), 'a', '1'), 'b')
  }

  test('U-14: it tells the score of its own team alone, also where ranks are told with it', () => {
    const story = announced().take('chao-hoi/a/correction')
    expect(score(story, 'a')).toMatchObject({ score: '13.00', rank: 3 })
    expect(score(story, 'b')).toMatchObject({ score: '14.00', rank: 1 })
    expect(score(story, 'c')).toMatchObject({ score: '14.00', rank: 1 })
  })

  test('U-6: it waits for what is missing of its own team, and not for another’s open sheet', () => {
    const story = deduct(announced(), 'b', '1')
    const missing = [{ round: 'chao-hoi', team: 'b', judges: ['gk2'], criteria: [], time: false }]
    expect(story.sees('mc', 'next')).toMatchObject({
      pending: [
        { cue: 'chao-hoi/a/correction', block: null },
        { cue: 'chao-hoi/b/correction', block: { code: 'sheets-missing', missing } },
      ],
    })
  })

  test('U-16: it tells anew the interim standings that stand announced, so that rows and scores agree', () => {
    const story = tellRound(tellRound(threeRounds(), 'chao-hoi', { a: '8', b: '8', c: '8' }), 'r2', { a: '8' })
    story.take('r2/b/perform', 'r2/b/marking', 'r2/c/intro', 'r2/c/perform', 'r2/c/marking', 'r2/overall')
    deduct(deduct(story, 'a', '3'), 'b', '1').take('chao-hoi/b/correction')
    expect(row(story, 'a')).toMatchObject({ rank: 1, total: '32.00', rounds: { 'chao-hoi': '16.00', r2: '16.00' } })
    expect(row(story, 'b')).toMatchObject({ rank: 3, total: '15.00', rounds: { 'chao-hoi': '15.00' } })
    expect(row(story, 'c')).toMatchObject({ rank: 2, total: '16.00', certified: false })
  })
})

describe('standings of a round', () => {
  test('U-16: ranks count announced scores only, as they were announced', () => {
    const story = onStage('after-team')
    play(story, 'a', '8').take('chao-hoi/a/score')
    play(story, 'b', '9')
    play(story, 'c', '7').take('chao-hoi/c/score')
    change(story, 'a', '2').take('chao-hoi/standings')
    expect(score(story, 'a')).toMatchObject({ score: '16.00', rank: 1 })
    expect(score(story, 'c')).toMatchObject({ score: '14.00', rank: 2 })
    expect(score(story, 'b')).toBeUndefined()
    expect(story.sees('mc', 'next')).toMatchObject({
      pending: [{ cue: 'chao-hoi/b/score' }, { cue: 'chao-hoi/a/correction' }],
    })
  })

  test('U-16: a score told after them takes its place among them', () => {
    const story = onStage('after-team')
    play(story, 'a', '8').take('chao-hoi/a/score')
    play(play(story, 'b', '9'), 'c', '7').take('chao-hoi/standings', 'chao-hoi/b/score')
    expect(score(story, 'b')).toMatchObject({ score: '18.00', rank: 1 })
    expect(score(story, 'a')).toMatchObject({ score: '16.00', rank: 2 })
  })

  test('U-6: an open sheet of a team that was told does not hold them up', () => {
    const story = tellRound(onStage('after-team'), 'chao-hoi', { a: '8', b: '7', c: '6' })
    expect(reopen(story, 'a').sees('mc', 'next')).toMatchObject({ next: { cue: 'chao-hoi/standings', block: null } })
  })

  test('U-16: a team that withdrew keeps its score and has no rank', () => {
    const story = tellRound(onStage('after-team'), 'chao-hoi', { a: '9', b: '8', c: '7' }).take('chao-hoi/standings')
    deduct(withdraw(story, 'a'), 'c', '1').take('chao-hoi/c/correction')
    expect(score(story, 'a')).toMatchObject({ score: '18.00', rank: null })
    expect(score(story, 'b')).toMatchObject({ score: '16.00', rank: 1 })
    expect(score(story, 'c')).toMatchObject({ score: '13.00', rank: 2 })
  })
})

describe('standings over all rounds', () => {
  test('U-16: a score of a later round leaves them as they were announced: the total with it is for their own cue', () => {
    const story = tellRound(threeRounds(), 'chao-hoi', { a: '8', b: '9', c: '7' }).take('chao-hoi/standings')
    tellRound(story, 'r2', { a: '8', b: '8', c: '8' }).take('r2/standings', 'r2/overall')
    const before = teams.map((team) => row(story, team))
    tellRound(story, 'r3', { a: '9' })
    expect(teams.map((team) => row(story, team))).toEqual(before)
    deduct(story, 'b', '1').take('chao-hoi/b/correction')
    expect(row(story, 'a')).toMatchObject({ rank: 2, total: '32.00', rounds: { 'chao-hoi': '16.00', r2: '16.00' } })
    expect(row(story, 'b')).toMatchObject({ rank: 1, total: '33.00' })
  })

  test('U-16: they add up what was announced, and an open sheet neither holds them up nor shows in them', () => {
    const story = tellRound(threeRounds(), 'chao-hoi', { a: ['9', '3', '9'], b: '8', c: '7' })
    story.take('chao-hoi/standings')
    tellRound(story, 'r2', { a: '8', b: '8', c: '8' }).take('r2/standings')
    const before = score(story, 'a')
    reopen(story, 'a').take('r2/overall')
    expect(score(story, 'a')).toEqual(before)
    expect(row(story, 'a')).toMatchObject({ rank: 2, total: '30.00', rounds: { 'chao-hoi': '14.00', r2: '16.00' } })
    expect(row(story, 'b')).toMatchObject({ rank: 1, total: '32.00', certified: false })
  })

  test('U-16: to the last digit: thirds that were announced add up exactly, whatever has happened to them since', () => {
    const story = threeRounds()
    for (const round of ['chao-hoi', 'r2']) tellRound(story, round, { a: ['8', '8', '8.25'], b: '1', c: '1' })
    deduct(deduct(story, 'a', '1'), 'a', '1', 'r2').take('r2/overall')
    expect([score(story, 'a'), score(story, 'a', 'r2')]).toMatchObject([{ score: '16.17' }, { score: '16.17' }])
    expect(row(story, 'a')).toMatchObject({ total: '32.33' })
    expect(exactScoresOf(story.state).get('r2/a')).toMatchObject({ score: '97/6' })
    expect(JSON.stringify([...viewFor(story.state, 'hall')])).not.toContain('97/6')
  })
})

describe('live rows', () => {
  test('U-16: the score of a team tells nothing of another’s hidden change', () => {
    const story = play(onStage('live'), 'a', '9').take('chao-hoi/a/score')
    play(deduct(story, 'a', '6'), 'b', '8').take('chao-hoi/b/score')
    expect(score(story, 'a')).toMatchObject({ score: '18.00' })
    expect(row(story, 'a')).toMatchObject({ rank: 1, total: '18.00' })
    expect(row(story, 'b')).toMatchObject({ rank: 2, total: '16.00' })
    story.take('chao-hoi/a/correction')
    expect(row(story, 'a')).toMatchObject({ rank: 2, total: '12.00' })
  })

  test('U-16: a team that withdrew stays in the table, without total and rank, as in the certified one', () => {
    const story = tellRound(onStage('live'), 'chao-hoi', { a: '9', b: '8' })
    play(withdraw(story, 'a'), 'c', '7').take('chao-hoi/c/score')
    expect(row(story, 'a')).toMatchObject({ rank: null, total: null, rounds: {}, certified: false })
    expect([row(story, 'b'), row(story, 'c')]).toMatchObject([{ rank: 1 }, { rank: 2 }])
  })

  test('U-7: taken back, a correction takes its exact value along', () => {
    const story = deduct(play(onStage('live'), 'a', '9').take('chao-hoi/a/score'), 'a', '6')
    story.take('chao-hoi/a/correction')
    story.when('mc', { type: 'back', onAir: 'chao-hoi/a/correction' }).thenAccepted()
    play(story, 'b', '8').take('chao-hoi/b/score')
    expect(row(story, 'a')).toMatchObject({ rank: 1, total: '18.00' })
  })
})
