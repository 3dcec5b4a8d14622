/** Awards: by the rules, frozen with the table, and by hand, until they are announced. */
import type { DefinitionInput } from '@bang-diem/shared/contest/definition.ts'
import { rundownOf } from '@bang-diem/shared/rules/rundown.ts'
import { describe, expect, test } from 'vitest'
import { play } from './acts.ts'
import { given, type Story } from './rulebook.ts'
import { created, oneRound } from './small-contest.ts'
import { twoStages } from './two-stages.ts'

const stage = 'chung-ket'
const awards: DefinitionInput['stages'][number]['awards'] = [
  { id: 'nhat', title: 'Giải Nhất', places: 1 },
  { id: 'khuyen-khich', title: 'Giải Khuyến khích', by: 'others' },
  { id: 'chao-hoi', title: 'Chào hỏi ấn tượng', by: 'best', round: 'chao-hoi', alone: true },
  { id: 'yeu-thich', title: 'Khán giả yêu thích', by: 'picked' },
]
const pick = { type: 'giveAward', stage, award: 'yeu-thich', team: 'c', reason: 'Khán giả bình chọn' } as const

function played(marks: Readonly<Record<string, string>> = { a: '8', b: '9', c: '7' }): Story {
  const story = given(created(oneRound({ stage: { awards } })))
  for (const [team, mark] of Object.entries(marks)) play(story, team, mark).take(`chao-hoi/${team}/score`)
  return story
}

describe('by the rules', () => {
  test('R-25 S-60 S-63: the awards are frozen with the table, and each row says its own', () => {
    const story = played()
    story.when('judge:gk1', { type: 'certify', stage }).thenAccepted()
    const certified = story.state.certified.get(stage)
    expect(certified?.awards.map(({ award, teams, main }) => `${award}: ${teams.join()} ${main}`)).toEqual([
      'nhat: b true',
      'khuyen-khich: a,c true',
      'chao-hoi: b false',
      'yeu-thich:  false',
    ])
    expect(certified?.rows.map(({ team, award }) => `${team}: ${award}`)).toEqual([
      'b: Giải Nhất',
      'a: Giải Khuyến khích',
      'c: Giải Khuyến khích',
    ])
  })

  test('S-66: the desk is warned of a winner who has another award where one should stand alone', () => {
    expect(played().sees('desk', `winners/${stage}/chao-hoi`)).toMatchObject({ teams: ['b'], doubled: ['b'] })
  })

  test('U-23: side awards are announced before the places, each by its own cue, and nothing of them before', () => {
    const story = played()
    story
      .when('mc', { type: 'take', cue: `${stage}/chao-hoi/award`, onAir: 'chao-hoi/c/score' })
      .thenRefused({ code: 'cue-out-of-turn', cue: `${stage}/chao-hoi/award`, next: 'chao-hoi/standings' })
    story.when('judge:gk1', { type: 'certify', stage }).thenAccepted()
    expect(story.sees('hall', `award/${stage}/chao-hoi`)).toBeUndefined()
    story.take(`${stage}/chao-hoi/award`)
    expect(story.sees('hall', 'scene')).toEqual({ kind: 'award', stage, award: 'chao-hoi' })
    expect(story.sees('hall', `award/${stage}/chao-hoi`)).toMatchObject({ title: 'Chào hỏi ấn tượng', teams: ['b'] })
    story.take(`${stage}/place/3`)
    expect(story.sees('hall', `row/${stage}/c`)).toMatchObject({ award: 'Giải Khuyến khích' })
  })
})

describe('by hand', () => {
  test('R-38 S-65: a team is picked with a reason, and may be taken back until the award is announced', () => {
    const story = played()
      .when('organiser', pick)
      .thenFacts({ type: 'award-given', stage, award: 'yeu-thich', team: 'c', reason: 'Khán giả bình chọn' })
      .when('organiser', { ...pick, type: 'takeBackAward', team: 'a' })
      .thenRefused({ code: 'award-absent', award: 'yeu-thich', team: 'a' })
      .when('organiser', { ...pick, type: 'takeBackAward' })
      .thenFacts({ type: 'award-taken-back', stage, award: 'yeu-thich', team: 'c', reason: 'Khán giả bình chọn' })
    story.when('judge:gk1', { type: 'certify', stage }).thenAccepted()
    story
      .when('mc', { type: 'take', cue: `${stage}/yeu-thich/award`, onAir: 'chao-hoi/c/score' })
      .thenRefused({ code: 'award-unpicked', award: 'yeu-thich' })
    story.when('organiser', pick).thenAccepted()
    story.take(`${stage}/yeu-thich/award`)
    expect(story.sees('hall', `award/${stage}/yeu-thich`)).toMatchObject({ teams: ['c'] })
    story.when('organiser', { ...pick, team: 'a' }).thenRefused({ code: 'award-announced', award: 'yeu-thich' })
  })

  test('R-38: only awards that are picked, to teams that are in the stage', () => {
    const story = played()
    story
      .when('organiser', { ...pick, award: 'nhat' })
      .thenRefused({ code: 'award-not-picked', award: 'nhat' })
      .when('organiser', { ...pick, award: 'khong-co' })
      .thenRefused({ code: 'reference-unknown', field: 'award', id: 'khong-co' })
      .when('organiser', { ...pick, team: 'x' })
      .thenRefused({ code: 'team-not-entered', team: 'x', stage })
  })
})

describe('sessions', () => {
  test('U-24: a session opens before the team that stands at its place, and may be passed over', () => {
    const sessions = [{ id: 'chieu', title: 'Buổi chiều', time: '13:30', round: 'chao-hoi', place: 2 }]
    const story = given(created({ ...oneRound(), sessions }))
    story.take('chao-hoi/a/perform', 'chao-hoi/a/marking', 'chieu/session')
    expect(story.sees('hall', 'scene')).toEqual({ kind: 'session', session: 'chieu' })
    expect(story.sees('hall', 'session/chieu')).toMatchObject({ title: 'Buổi chiều', time: '13:30' })
    story.take('chao-hoi/b/perform')
  })

  test('U-24: before the first team it comes before all that belongs to the round, and to the stage that the round opens', () => {
    const sessions = [
      { id: 'sang', title: 'Buổi sáng', round: 'vong-loai-1' },
      { id: 'chieu', title: 'Buổi chiều', round: 'chung-ket-1' },
    ]
    const cues = rundownOf(given(created({ ...twoStages(), sessions })).state).map(({ id }) => id)
    expect(cues.slice(0, 3)).toEqual(['sang/session', 'vong-loai/title', 'vong-loai-1/line-up'])
    const afternoon = cues.indexOf('chieu/session')
    expect(cues.slice(afternoon - 1, afternoon + 4)).toEqual([
      'vong-loai/final',
      'chieu/session',
      'chung-ket/title',
      'chung-ket/qualifiers',
      'chung-ket-1/line-up',
    ])
  })
})
