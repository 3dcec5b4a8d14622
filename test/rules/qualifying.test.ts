/** Who comes on to the next stage: from a table that was told, once, and never cut in silence. */
import { describe, expect, test } from 'vitest'
import { given, type Story } from './rulebook.ts'
import { created } from './small-contest.ts'
import { finish, playStage, twoGroups, twoStages } from './two-stages.ts'

const stage = 'chung-ket'
const clear = { a1: '18', a2: '16', a3: '12', b1: '17', b2: '15', b3: '10' }
/** Both second places have the same total. */
const tied = { ...clear, b2: '16' }

function prelim(marks: Readonly<Record<string, string>>, definition = twoStages()): Story {
  return finish(playStage(given(created(definition)), 'vong-loai-1', marks), 'vong-loai', twoGroups)
}

describe('R-36: who comes on', () => {
  test('R-36 S-58: the best of each group, and the best of the others, in the definition’s order', () => {
    const story = prelim(clear)
    expect(story.sees('head:gk1', `coming/${stage}`)).toMatchObject({
      from: 'vong-loai',
      settled: false,
      teams: ['a1', 'b1', 'a2'],
      tied: [],
      block: null,
    })
    story
      .when('judge:gk1', { type: 'qualify', stage })
      .thenFacts({ type: 'stage-entered', stage, from: 'vong-loai', teams: ['a1', 'a2', 'b1'] })
    expect(story.sees('desk', `coming/${stage}`)).toMatchObject({ settled: true, teams: ['a1', 'a2', 'b1'] })
    expect(story.sees('desk', 'order/chung-ket-1')).toEqual(['a1', 'a2', 'b1'])
    story
      .when('secretary', { type: 'tally', round: 'chung-ket-1', team: 'a3', criterion: 'chung', points: '1' })
      .thenRefused({ code: 'team-not-entered', team: 'a3', stage })
    story.take('chung-ket/qualifiers')
    expect(story.sees('hall', 'scene')).toEqual({ kind: 'qualifiers', stage, teams: ['a1', 'a2', 'b1'] })
  })

  test('R-36: not before the table is certified and told to its end, for who is called tells it', () => {
    const story = playStage(given(created(twoStages())), 'vong-loai-1', clear)
    story.when('judge:gk1', { type: 'qualify', stage }).thenRefused({ code: 'not-certified', stage: 'vong-loai' })
    story.when('judge:gk1', { type: 'certify', stage: 'vong-loai' }).thenAccepted()
    story.when('judge:gk1', { type: 'qualify', stage }).thenRefused({ code: 'not-announced', stage: 'vong-loai' })
    expect(story.sees('desk', `coming/${stage}`)).toMatchObject({ teams: [], block: { code: 'not-announced' } })
    expect(JSON.stringify(story.sees('mc', 'rundown'))).not.toContain('chung-ket-1/a1')
  })

  test('R-36 U-21: until it is settled nobody of that stage is called, and its table, which would be empty, is not certified', () => {
    const story = prelim(clear)
    story.when('judge:gk1', { type: 'certify', stage }).thenRefused({ code: 'entrants-unsettled', stage })
    story
      .when('mc', { type: 'take', cue: 'chung-ket/qualifiers', onAir: 'vong-loai/final' })
      .thenRefused({ code: 'entrants-unsettled', stage })
    story
      .when('mc', { type: 'take', cue: 'chung-ket-1/line-up', onAir: 'vong-loai/final' })
      .thenRefused({ code: 'entrants-unsettled', stage })
  })

  test('R-36: settled again as long as the stage has not begun, and refused for a stage that takes nobody', () => {
    const story = prelim(clear)
    story.when('judge:gk1', { type: 'qualify', stage }).thenAccepted()
    story.when('secretary', { type: 'withdrawTeam', team: 'a2', reason: 'xe hỏng' }).thenAccepted()
    story
      .when('judge:gk1', { type: 'qualify', stage })
      .thenFacts({ type: 'stage-entered', stage, from: 'vong-loai', teams: ['a1', 'b1', 'b2'] })
    story.take('chung-ket/title')
    story.when('judge:gk1', { type: 'qualify', stage }).thenAccepted()
    story.take('chung-ket/qualifiers')
    story.when('judge:gk1', { type: 'qualify', stage }).thenRefused({ code: 'stage-begun', stage })
    story
      .when('judge:gk1', { type: 'qualify', stage: 'vong-loai' })
      .thenRefused({ code: 'stage-not-cut', stage: 'vong-loai' })
  })
})

describe('R-37: equal across the cut', () => {
  const decision = { type: 'decideCut' as const, stage, teams: ['b2', 'a2'], reason: 'Bốc thăm' }

  test('R-37 S-59: nobody is cut in silence: the head judge decides about exactly these teams', () => {
    const story = prelim(tied)
    expect(story.sees('head:gk1', `coming/${stage}`)).toMatchObject({
      teams: ['a1', 'b1'],
      tied: [{ teams: ['a2', 'b2'], places: 1 }],
    })
    story
      .when('judge:gk1', { type: 'qualify', stage })
      .thenRefused({ code: 'cut-tied', stage, teams: ['a2', 'b2'], places: 1 })
      .when('judge:gk1', { ...decision, teams: ['a1', 'a2'] })
      .thenRefused({ code: 'tie-absent', stage, teams: ['a1', 'a2'] })
      .when('judge:gk1', decision)
      .thenFacts({ type: 'cut-decided', stage, teams: ['b2', 'a2'], reason: 'Bốc thăm' })
      .when('judge:gk1', { type: 'qualify', stage })
      .thenFacts({ type: 'stage-entered', stage, from: 'vong-loai', teams: ['a1', 'b1', 'b2'] })
  })

  test('R-37 S-59: or all of them come on, where the rules say so', () => {
    const all = twoStages(
      {},
      { entrants: { from: 'vong-loai', best: 1, perGroup: true, andBestOthers: 1, onTie: 'all' } },
    )
    prelim(tied, all)
      .when('judge:gk1', { type: 'qualify', stage })
      .thenFacts({ type: 'stage-entered', stage, from: 'vong-loai', teams: ['a1', 'a2', 'b1', 'b2'] })
  })
})

describe('a stage after another', () => {
  test('R-14: a team leaves the stages that are not certified, and keeps its place in those that are', () => {
    const story = prelim(clear)
    story.when('judge:gk1', { type: 'qualify', stage }).thenAccepted()
    story
      .when('secretary', { type: 'withdrawTeam', team: 'a1', reason: 'x', disqualified: true })
      .thenFacts({ type: 'team-withdrawn', team: 'a1', reason: 'x', disqualified: true, stages: [stage] })
    expect(story.state.certified.get('vong-loai')?.rows.find(({ team }) => team === 'a1')).toMatchObject({ rank: 1 })
    playStage(story, 'chung-ket-1', { a2: '15', b1: '14' })
    story.when('judge:gk1', { type: 'certify', stage }).thenAccepted()
    const rows = story.state.certified.get(stage)?.rows ?? []
    expect(rows.map(({ team, rank, left }) => `${team} ${rank} ${left ?? ''}`.trim())).toEqual([
      'a2 1',
      'b1 2',
      'a1 null disqualified',
    ])
  })

  test('U-22: groups are called one after the other, each from its last place up', () => {
    const story = playStage(given(created(twoStages())), 'vong-loai-1', clear)
    story.when('judge:gk1', { type: 'certify', stage: 'vong-loai' }).thenAccepted()
    const scenes = twoGroups.map((place) => {
      story.take(`vong-loai/place/${place}`)
      const scene = story.sees('hall', 'scene') as { team: string; place: number; of: number; category: string }
      return `${scene.category} ${scene.team} ${scene.place}/${scene.of}`
    })
    expect(scenes).toEqual(['A a3 3/3', 'A a2 2/3', 'A a1 1/3', 'B b3 3/3', 'B b2 2/3', 'B b1 1/3'])
    expect(story.sees('hall', 'row/vong-loai/a1')).toMatchObject({ rank: 1, category: 'A', certified: true })
  })

  const carrying = twoStages(
    {},
    { carryOver: [{ stage: 'vong-loai', weight: '0.5' }], ownWeight: '0.5', reveal: 'live' },
  )

  test('S-42: certified totals are carried over, and told in interim tables once the hall has heard them', () => {
    const story = prelim(clear, carrying)
    story.when('judge:gk1', { type: 'qualify', stage }).thenAccepted()
    playStage(story, 'chung-ket-1', { a1: '10' })
    expect(story.sees('hall', 'row/chung-ket/a1')).toMatchObject({ total: '14.00' })
    playStage(story, 'chung-ket-1', { a2: '16', b1: '12' })
    expect(story.sees('desk', 'live-row/chung-ket/a2')).toMatchObject({ rank: 1, total: '16.00' })
    expect(story.sees('desk', 'live-row/chung-ket/b1')).toMatchObject({ rank: 2, total: '14.50' })
  })

  test('S-42: a stage that is certified keeps the totals that it was certified with, until it is opened again itself', () => {
    const story = prelim(clear, carrying)
    story.when('judge:gk1', { type: 'qualify', stage }).thenAccepted()
    playStage(story, 'chung-ket-1', { a1: '10', a2: '16', b1: '12' })
    story.when('judge:gk1', { type: 'certify', stage }).thenAccepted()
    const live = () => ['a1', 'a2', 'b1'].map((team) => story.sees('desk', `live-row/chung-ket/${team}`))
    const certified = live()
    expect(certified).toMatchObject([{ total: '14.00' }, { total: '16.00' }, { total: '14.50' }])

    const openAgain = (of: string, request: string) => {
      story.when('organiser', { type: 'reopenStage', stage: of, reason: 'cộng nhầm' }).thenAccepted()
      story.when('judge:gk1', { type: 'approve', request }).thenAccepted()
    }
    const outdated = () => story.sees('desk', `certified/${stage}`)
    expect(outdated()).toMatchObject({ outdated: [] })
    openAgain('vong-loai', '1')
    expect(live()).toEqual(certified)
    expect(outdated()).toMatchObject({ outdated: ['vong-loai'] })
    const late = { type: 'deduct', round: 'vong-loai-1', team: 'a1', points: '2', reason: 'quá giờ' } as const
    story.when('secretary', late).thenAccepted()
    story.when('judge:gk1', { type: 'certify', stage: 'vong-loai' }).thenAccepted()
    expect(live()).toEqual(certified)
    expect(outdated()).toMatchObject({ outdated: ['vong-loai'] })

    openAgain(stage, '2')
    expect(live()).toMatchObject([{ total: '13.00' }, { total: '16.00' }, { total: '14.50' }])
    story.when('judge:gk1', { type: 'certify', stage }).thenAccepted()
    expect(outdated()).toMatchObject({ version: 2, outdated: [] })
  })
})
