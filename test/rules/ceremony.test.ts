/** The ceremony: certified rows from the last place up, one table from beginning to end. */
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import { viewFor } from '@bang-diem/shared/views/audiences.ts'
import { publicStandings } from '@bang-diem/shared/views/standings.ts'
import type { Audience } from '@bang-diem/shared/views/view.ts'
import { describe, expect, test } from 'vitest'
import { certify, change, deduct, play, reason, reopenStage, withdraw } from './acts.ts'
import { given, type Story } from './rulebook.ts'
import { created, oneRound } from './small-contest.ts'

const a = { round: 'chao-hoi', team: 'a' }
const entries = (story: Story, audience: Audience) => JSON.stringify([...viewFor(story.state, audience)])
const place = (number: number) => `chung-ket/place/${number}`
const next = (story: Story) => story.sees('mc', 'next')

/** What anyone reads in the public standings: rank, team, total. */
function standings(story: Story): string[] {
  const [stage] = definitionOf(story.state).stages
  const rows = stage ? publicStandings(story.state.public, stage) : []
  return rows.map(({ rank, team, total }) => `${rank} ${team} ${total}`)
}

/** Certified as a 18.00, b 16.00, c 14.00; told before as the policy says. */
function certifiedUnder(reveal: 'live' | 'after-team' | 'ceremony'): Story {
  const story = given(created(oneRound({ stage: { reveal } })))
  for (const [team, mark] of [
    ['a', '9'],
    ['b', '8'],
    ['c', '7'],
  ] as const) {
    play(story, team, mark)
    if (reveal !== 'ceremony') story.take(`chao-hoi/${team}/score`)
  }
  return certify(story)
}

describe('the ceremony', () => {
  const certified = () => {
    const story = given(created(oneRound({ stage: { reveal: 'ceremony' } })))
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
    change(story, 'a', '10')
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

describe('a ceremony that was stopped', () => {
  /** c was called on the third place; then the stage is certified anew with other points. */
  const again = (team: string, points: string, reveal: 'live' | 'ceremony' = 'ceremony') =>
    certify(deduct(reopenStage(certifiedUnder(reveal).take(place(3))), team, points))

  test('U-15: it is not corrected in the middle: nothing that was not called is told', () => {
    const story = again('c', '1')
    expect(next(story)).toMatchObject({ next: { cue: place(3), block: null }, pending: [] })
    expect(standings(story)).toEqual(['3 c 14.00'])
    story
      .when('mc', { type: 'take', cue: 'chung-ket/correction', onAir: place(3) })
      .thenRefused({ code: 'reference-unknown', field: 'cue', id: 'chung-ket/correction' })
  })

  test('U-19: certified again, it begins again from the last place, and every team is called', () => {
    const story = again('b', '3')
    const called: unknown[] = []
    for (const number of [3, 2, 1]) called.push(story.take(place(number)).sees('hall', 'scene'))
    expect(called).toMatchObject([{ team: 'b' }, { team: 'c' }, { team: 'a' }])
    expect(standings(story)).toEqual(['1 a 18.00', '2 c 14.00', '3 b 13.00'])
    expect(next(story)).toMatchObject({ next: { cue: 'chung-ket/final' }, pending: [] })
  })

  test('U-19: its first row takes away the rows of the ceremony before', () => {
    const story = again('b', '3').take(place(3))
    expect(standings(story)).toEqual(['3 b 13.00'])
  })

  test('U-19: a team that withdrew meanwhile has no place in it', () => {
    const story = certify(withdraw(reopenStage(certifiedUnder('ceremony').take(place(3))), 'b'))
    expect(next(story)).toMatchObject({ next: { cue: place(2), block: null } })
    story.take(place(2), place(1), 'chung-ket/final')
    expect(standings(story)).toEqual(['1 a 18.00', '2 c 14.00', 'null b null'])
  })

  test('U-19: what is pressed twice is done once', () => {
    const story = again('b', '3').take(place(3))
    story
      .when('mc', { type: 'take', cue: place(3), onAir: place(3) })
      .thenRefused({ code: 'cue-out-of-turn', cue: place(3), next: place(2) })
  })

  test('U-14: an announced score changes with the certified row that it stands in, never alone', () => {
    const story = again('c', '1', 'live')
    expect(next(story)).toMatchObject({ pending: [] })
    expect(story.sees('hall', 'score/chao-hoi/c')).toMatchObject({ score: '14.00' })
    story.take(place(3))
    expect(story.sees('hall', 'score/chao-hoi/c')).toMatchObject({ score: '13.00' })
    expect(standings(story)).toEqual(['3 c 13.00'])
  })
})

describe('interim and certified rows', () => {
  test.each(['live', 'after-team'] as const)(
    'U-18: %s: with the first certified row the interim ones are gone, from every table',
    (reveal) => {
      const story = certifiedUnder(reveal)
      if (reveal === 'live') expect(standings(story)).toEqual(['1 a 18.00', '2 b 16.00', '3 c 14.00'])
      story.take(place(3))
      expect(standings(story)).toEqual(['3 c 14.00'])
      story.take(place(2), place(1), 'chung-ket/final')
      expect(standings(story)).toEqual(['1 a 18.00', '2 b 16.00', '3 c 14.00'])
    },
  )

  test('U-18: a certified row never disagrees with a score on the same wall', () => {
    const story = certify(deduct(reopenStage(certifiedUnder('live')), 'b', '1')).take(place(3))
    expect(story.sees('hall', 'score/chao-hoi/b')).toMatchObject({ score: '16.00' })
    story.take(place(2))
    expect(story.sees('hall', 'score/chao-hoi/b')).toMatchObject({ score: '15.00' })
  })

  test('U-15: the correction of a table tells the scores in it, and a deduction that hides in one', () => {
    const story = certifiedUnder('live').take(place(3), place(2), place(1), 'chung-ket/final')
    deduct(reopenStage(story), 'b', '1')
      .when('secretary', { type: 'addBonus', ...a, team: 'b', points: '1', reason })
      .thenAccepted()
    expect(next(story)).toMatchObject({ pending: [] })
    expect(next(certify(story))).toMatchObject({ pending: [{ cue: 'chung-ket/correction', block: null }] })
    story.take('chung-ket/correction')
    expect(story.sees('hall', 'score/chao-hoi/b')).toMatchObject({ score: '16.00', deductions: [{ points: '1.00' }] })
    expect(next(story)).toMatchObject({ pending: [] })
  })
})
