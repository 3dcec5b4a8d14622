/** What a cue announces is frozen: a later change reaches the hall only through a new cue. */
import type { FactBody } from '@bang-diem/shared/ledger/facts.ts'
import { viewFor } from '@bang-diem/shared/views/audiences.ts'
import type { Audience } from '@bang-diem/shared/views/view.ts'
import { describe, expect, test } from 'vitest'
import { given, type Story } from './rulebook.ts'
import { created, definitionOfThree, marked, oneRound } from './small-contest.ts'

const a = { round: 'chao-hoi', team: 'a' }
const reason = 'lý do'
const entries = (story: Story, audience: Audience) => JSON.stringify([...viewFor(story.state, audience)])

/** Reopens gk2's sheet of team a and submits it with other marks. */
function change(story: Story, mark: string): Story {
  const request = String(story.state.requests.size + 1)
  story.when('judge:gk2', { type: 'requestReopen', ...a, reason }).thenAccepted()
  story.when('judge:gk1', { type: 'approve', request }).thenAccepted()
  return story.submit('chao-hoi', 'a', { gk2: [mark, mark] })
}

function play(story: Story, team: string, mark: string): Story {
  story.take(`chao-hoi/${team}/perform`, `chao-hoi/${team}/marking`)
  for (const fact of marked(team, mark).slice(1)) story.record('secretary', [fact])
  return story
}

describe('a score', () => {
  const announced = () => play(given(created()), 'a', '8').take('chao-hoi/a/score')

  test('U-13: a sheet that changes after the reveal changes nothing in the hall', () => {
    const story = announced()
    const before = entries(story, 'hall')
    change(story, '5')
    expect(story.sees('desk', 'live-score/chao-hoi/a')).toMatchObject({ score: '14.00' })
    expect(entries(story, 'hall')).toBe(before)
  })

  test('U-14: the change is offered as a correction, and told by it', () => {
    const story = change(announced(), '5')
    expect(story.sees('mc', 'next')).toMatchObject({ pending: [{ cue: 'chao-hoi/a/correction', block: null }] })
    story.when('mc', { type: 'take', cue: 'chao-hoi/a/correction', onAir: 'chao-hoi/a/score' }).thenFacts({
      type: 'cue-taken',
      cue: 'chao-hoi/a/correction',
      scene: { kind: 'score', ...a, correction: true },
      reveals: [{ kind: 'score', ...a, score: '14.00', deductions: [], bonuses: [] }],
    })
    expect(story.sees('hall', 'score/chao-hoi/a')).toMatchObject({ score: '14.00' })
    expect(story.sees('mc', 'next')).toMatchObject({ pending: [] })
  })

  test('U-14: while the reopened sheet is missing the correction waits for it, by name', () => {
    const story = announced()
    story.when('judge:gk2', { type: 'requestReopen', ...a, reason }).thenAccepted()
    story.when('judge:gk1', { type: 'approve', request: '1' }).thenAccepted()
    story.when('secretary', { type: 'deduct', ...a, points: '1', reason }).thenAccepted()
    const missing = [{ ...a, judges: ['gk2'], criteria: [], time: false }]
    story
      .when('mc', { type: 'take', cue: 'chao-hoi/a/correction', onAir: 'chao-hoi/a/score' })
      .thenRefused({ code: 'sheets-missing', missing })
  })

  test('U-14: a change that leads to the same score needs no correction, a deduction that hides in it does', () => {
    const same = change(announced(), '8')
    expect(same.sees('mc', 'next')).toMatchObject({ pending: [] })
    same.when('secretary', { type: 'deduct', ...a, points: '1', reason }).thenAccepted()
    same.when('secretary', { type: 'addBonus', ...a, points: '1', reason }).thenAccepted()
    expect(same.sees('desk', 'live-score/chao-hoi/a')).toMatchObject({ score: '16.00' })
    expect(same.sees('mc', 'next')).toMatchObject({ pending: [{ cue: 'chao-hoi/a/correction' }] })
  })

  test('U-14: nothing is corrected for a team that withdrew', () => {
    const story = change(announced(), '5')
    story.when('secretary', { type: 'withdrawTeam', team: 'a', reason }).thenAccepted()
    expect(story.sees('mc', 'next')).toMatchObject({ pending: [] })
  })
})

describe('standings of a round', () => {
  test('U-16: teams told one by one: ranks count announced scores only, and changed ones are told again with them', () => {
    const story = given(created())
    play(story, 'a', '8').take('chao-hoi/a/score')
    play(story, 'b', '9')
    play(story, 'c', '7').take('chao-hoi/c/score')
    change(story, '5')
    story.take('chao-hoi/standings')
    expect(story.sees('hall', 'score/chao-hoi/a')).toMatchObject({ score: '14.00', rank: 1 })
    expect(story.sees('hall', 'score/chao-hoi/c')).toMatchObject({ score: '14.00', rank: 1 })
    expect(story.sees('hall', 'score/chao-hoi/b')).toBeUndefined()
  })

  test('U-17: after-round: all scores of the round are told together with their ranks, once everything is in', () => {
    const story = given(created(oneRound({ stage: { reveal: 'after-round' } })))
    play(story, 'a', '8')
    play(story, 'b', '9')
    story.take('chao-hoi/c/perform', 'chao-hoi/c/marking')
    const missing = [{ round: 'chao-hoi', team: 'c', judges: ['gk1', 'gk2', 'gk3'], criteria: [], time: true }]
    story
      .when('mc', { type: 'take', cue: 'chao-hoi/standings', onAir: 'chao-hoi/c/marking' })
      .thenRefused({ code: 'sheets-missing', missing })
    for (const fact of marked('c', '8').slice(1)) story.record('secretary', [fact])
    story.take('chao-hoi/standings')
    const ranks = ['a', 'b', 'c'].map((team) => (story.sees('hall', `score/chao-hoi/${team}`) as { rank: number }).rank)
    expect(ranks).toEqual([2, 1, 2])
    expect(change(story, '9').sees('mc', 'next')).toMatchObject({ pending: [{ cue: 'chao-hoi/a/correction' }] })
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

describe('standings over all rounds', () => {
  const middle = () => {
    const definition = definitionOfThree()
    const [first] = definition.stages[0]?.rounds ?? []
    if (!first) throw new Error('the small contest has a first round')
    const rounds = ['chao-hoi', 'r2', 'r3'].map((id) => ({ ...first, id }))
    return given(created({ ...definition, stages: [{ id: 'chung-ket', title: 'x', rounds }] }))
  }

  test('U-16: they count announced scores only, and tell those again that have changed, so that rows and scores agree', () => {
    const story = middle()
    for (const team of ['a', 'b', 'c']) play(story, team, '8').take(`chao-hoi/${team}/score`)
    change(story, '5')
    story.take('r2/line-up', 'r2/a/perform', 'r2/a/marking', 'r2/b/intro')
    for (const team of ['b', 'c']) {
      story.take(`r2/${team}/perform`, `r2/${team}/marking`)
    }
    story.take('r2/overall')
    expect(story.sees('hall', 'score/chao-hoi/a')).toMatchObject({ score: '14.00' })
    expect(story.sees('hall', 'row/chung-ket/a')).toMatchObject({
      rank: 3,
      total: '14.00',
      rounds: { 'chao-hoi': '14.00' },
    })
    expect(story.sees('hall', 'row/chung-ket/b')).toMatchObject({ rank: 1, total: '16.00', certified: false })
  })
})

describe('the ceremony', () => {
  const certified = (...extra: readonly FactBody[]) => {
    const story = given(created(oneRound({ stage: { reveal: 'ceremony' } })), ...extra)
    for (const [team, mark] of [
      ['a', '8'],
      ['b', '9'],
      ['c', '8'],
    ] as const)
      play(story, team, mark)
    return story.when('judge:gk1', { type: 'certify', stage: 'chung-ket' }).thenAccepted()
  }

  test('U-18: from the last place up, one team a cue, out of the certified table', () => {
    const story = certified()
    const table = story.state.certified.get('chung-ket')?.rows ?? []
    expect(table.map(({ team, rank }) => `${rank} ${team}`)).toEqual(['1 b', '2 a', '2 c'])
    for (const place of [3, 2, 1]) {
      const row = table[place - 1]
      story
        .when('mc', {
          type: 'take',
          cue: `chung-ket/place/${place}`,
          onAir: (story.sees('mc', 'on-air') ?? null) as string,
        })
        .thenFacts({
          type: 'cue-taken',
          cue: `chung-ket/place/${place}`,
          scene: { kind: 'ceremony', stage: 'chung-ket', team: row?.team ?? '', place, of: 3 },
          reveals: row ? [row] : [],
        })
    }
    story.take('chung-ket/final')
    expect(story.sees('hall', 'scene')).toEqual({ kind: 'standings', stage: 'chung-ket', final: true })
  })

  test('U-18: a team without a score is in no ceremony', () => {
    const story = given(created(oneRound({ stage: { reveal: 'ceremony' } })))
    for (const judge of ['gk1', 'gk2', 'gk3'])
      story.when('secretary', { type: 'excuse', ...a, judge, reason }).thenAccepted()
    story.take('chao-hoi/a/perform', 'chao-hoi/a/marking')
    story.when('secretary', { type: 'recordTime', ...a, seconds: 1 }).thenAccepted()
    for (const team of ['b', 'c']) play(story, team, '8')
    story.when('judge:gk1', { type: 'certify', stage: 'chung-ket' }).thenAccepted().take('chung-ket/place/2')
    expect(story.sees('hall', 'scene')).toMatchObject({ kind: 'ceremony', place: 2, of: 2 })
  })

  test('U-15: a certified table that changed after it was told is offered as a correction of the table', () => {
    const story = certified().take('chung-ket/place/3', 'chung-ket/place/2', 'chung-ket/place/1', 'chung-ket/final')
    story.when('organiser', { type: 'reopenStage', stage: 'chung-ket', reason }).thenAccepted()
    story.when('judge:gk1', { type: 'approve', request: '1' }).thenAccepted()
    const before = entries(story, 'hall')
    change(story, '10')
    story.when('judge:gk1', { type: 'certify', stage: 'chung-ket' }).thenAccepted()
    expect(entries(story, 'hall')).toBe(before)
    expect(story.sees('mc', 'next')).toMatchObject({
      next: null,
      pending: [{ cue: 'chung-ket/correction', block: null }],
    })
    story.take('chung-ket/correction')
    expect(story.sees('hall', 'row/chung-ket/c')).toMatchObject({ rank: 3, certified: true })
    expect(story.sees('mc', 'next')).toMatchObject({ pending: [] })
  })
})
