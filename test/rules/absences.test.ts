/** A judge who leaves in the middle of a contest, and comes back: many excuses in one act, each as if made by itself. */
import type { DefinitionInput } from '@bang-diem/shared/contest/definition.ts'
import type { FactBody } from '@bang-diem/shared/ledger/facts.ts'
import type { CommandBody } from '@bang-diem/shared/rules/commands.ts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { certify, play, reopen, reopenStage } from './acts.ts'
import { anyPlay, playAll } from './random-story.ts'
import { given, type Story } from './rulebook.ts'
import { created, definitionOfThree, greeting, marked, oneRound, performed, timed } from './small-contest.ts'
import { twoStages } from './two-stages.ts'

const reason = 'về vì việc nhà'
const judge = 'gk3'
const release: CommandBody = { type: 'releaseJudge', judge, reason }
const recall: CommandBody = { type: 'recallJudge', judge, reason }
const all = ['a', 'b', 'c']
const left = (...rounds: { round: string; teams: string[] }[]) =>
  ({ type: 'judge-left', judge, reason, rounds }) as const
const back = (...rounds: { round: string; teams: string[] }[]) =>
  ({ type: 'judge-returned', judge, reason, rounds }) as const
const begun = [created(), performed('chao-hoi', 'a'), greeting('a', judge)] as const

describe('a judge who leaves', () => {
  test('R-39: everything that is not marked yet, in one act; the sheet that is in stays', () => {
    const story = given(...begun)
      .when('judge:gk1', release)
      .thenFacts(left({ round: 'chao-hoi', teams: ['b', 'c'] }, { round: 'tieu-pham', teams: all }))
    expect(story.sees('desk', 'sheet/chao-hoi/a/gk3')).toMatchObject({ status: 'submitted' })
    expect(story.sees('desk', 'excused/tieu-pham/b/gk3')).toBe(reason)
    expect(story.sees('desk', 'away/gk3')).toEqual({ reason, at: 4000, teams: 5 })
    expect(story.sees('head:gk1', 'away/gk3')).toEqual({ reason, at: 4000, teams: 5 })
  })

  test('R-39: from a round on, or from a team of it on in the running order', () => {
    const order: FactBody = { type: 'order-set', round: 'chao-hoi', teams: ['a', 'c', 'b'] }
    const from = (place: { round: string; team?: string }): CommandBody => ({ ...release, from: place }) as never
    given(...begun, order)
      .when('organiser', from({ round: 'tieu-pham' }))
      .thenFacts(left({ round: 'tieu-pham', teams: all }))
    given(...begun, order)
      .when('organiser', from({ round: 'chao-hoi', team: 'b' }))
      .thenFacts(left({ round: 'chao-hoi', teams: ['b'] }, { round: 'tieu-pham', teams: all }))
      .when('judge:gk3', { type: 'recuse', round: 'chao-hoi', team: 'c', reason })
      .thenAccepted()
    given(...begun)
      .when('organiser', from({ round: 'khac' }))
      .thenRefused({ code: 'reference-unknown', field: 'round', id: 'khac' })
      .when('organiser', from({ round: 'chao-hoi', team: 'x' }))
      .thenRefused({ code: 'reference-unknown', field: 'team', id: 'x' })
  })

  test('R-39: once; a judge of the contest; by the head judge or the organiser', () => {
    given(...begun)
      .when('secretary', release)
      .thenRefused({ code: 'role-not-allowed', role: 'secretary', command: 'releaseJudge' })
      .when('organiser', { type: 'releaseJudge', judge: 'gk9', reason })
      .thenRefused({ code: 'reference-unknown', field: 'judge', id: 'gk9' })
      .when('organiser', release)
      .thenAccepted()
      .when('judge:gk1', release)
      .thenRefused({ code: 'judge-away', judge })
      .when('judge:gk3', { type: 'submitSheet', round: 'chao-hoi', team: 'b', run: 0, revision: 0, marks: {} })
      .thenRefused({ code: 'judge-excused', round: 'chao-hoi', team: 'b', judge })
  })

  test('R-39: a sheet that is open again stays, and is still waited for', () => {
    const story = given(...begun, greeting('a', 'gk2'))
    reopen(story, 'a').when('organiser', { type: 'releaseJudge', judge: 'gk2', reason }).thenAccepted()
    expect(story.sees('desk', 'missing/chao-hoi/a')).toMatchObject({ judges: ['gk1', 'gk2'] })
  })

  test('R-39: nothing of a certified stage; everybody who may still come on to the next one', () => {
    const definition = twoStages()
    given(created(definition), {
      type: 'stage-certified',
      stage: 'vong-loai',
      definitionHash: 'ab'.repeat(32),
      rows: [],
    })
      .when('organiser', release)
      .thenFacts(left({ round: 'chung-ket-1', teams: ['a1', 'a2', 'a3', 'b1', 'b2', 'b3'] }))
    const entered: FactBody = { type: 'stage-entered', stage: 'chung-ket', from: 'vong-loai', teams: ['a1', 'b1'] }
    given(created(definition), entered)
      .when('organiser', { ...release, from: { round: 'chung-ket-1' } } as CommandBody)
      .thenFacts(left({ round: 'chung-ket-1', teams: ['a1', 'b1'] }))
  })

  test('R-39: what a new definition brings is left as well', () => {
    const { stages, ...rest } = definitionOfThree()
    const [round] = stages[0]?.rounds ?? []
    const more: DefinitionInput = {
      ...rest,
      stages: stages.map((stage) => ({ ...stage, rounds: [...stage.rounds, { ...round, id: 'them' } as never] })),
    }
    const fact = created(more)
    if (fact.type !== 'contest-created') throw new Error('created gives contest-created')
    const { definition, definitionHash } = fact
    given(...begun)
      .when('organiser', release)
      .thenAccepted()
      .when('organiser', { type: 'redefine', definition })
      .thenFacts({ type: 'contest-redefined', definition, definitionHash }, left({ round: 'them', teams: all }))
  })
})

describe('equal to excuses made one by one', () => {
  const views = (story: Story) =>
    ['live-score/chao-hoi/a', 'live-score/chao-hoi/b', 'live-row/chung-ket/b'].map((key) => story.sees('desk', key))

  test('S-21: leaving equals never having been on the panel, for what was not marked', () => {
    const second = [performed('chao-hoi', 'b'), greeting('b', 'gk1', '9', '9'), greeting('b', 'gk2', '6', '6')]
    const facts = [...second, timed('chao-hoi', 'b')]
    const story = given(created(oneRound()), ...marked('a', '8'))
      .when('judge:gk1', release)
      .thenAccepted()
    for (const fact of facts) story.record('hub', [fact])
    expect(story.sees('hall', 'progress')).toMatchObject({ submitted: 2, expected: 2 })
    const never = oneRound()
    const alone = given(created({ ...never, judges: never.judges.slice(0, 2) }), ...facts)
    expect(views(story)[1]).toEqual(views(alone)[1])
    expect(views(story)[0]).toMatchObject({ score: '16.00', complete: true })
  })

  test('R-39: in any state the same excuses one by one give the same', () =>
    fc.assert(
      fc.property(anyPlay, (drawn) => {
        const [atOnce, single] = [playAll(drawn), playAll(drawn)]
        const id = drawn[0].judges.at(-1)?.id ?? ''
        if (atOnce.state.absences.has(id)) return
        atOnce.when('organiser', { type: 'releaseJudge', judge: id, reason }).thenAccepted()
        for (const [round, team] of [...(atOnce.state.absences.get(id)?.places ?? [])].map((key) => key.split('/'))) {
          if (round === undefined || team === undefined) continue
          single.record('secretary', [{ type: 'judge-excused', round, team, judge: id, reason }])
        }
        expect(atOnce.state.excused).toEqual(single.state.excused)
        expect(atOnce.state.public).toEqual(single.state.public)
        expect([...atOnce.state.scoreVersions.keys()]).toEqual([...single.state.scoreVersions.keys()])
      }),
      { numRuns: 50 },
    ))
})

describe('a judge who comes back', () => {
  test('R-40: marks again what that judge had left, and no excuse that was made by itself', () => {
    const own: FactBody = { type: 'judge-excused', round: 'chao-hoi', team: 'c', judge, reason: 'Người nhà' }
    const story = given(...begun, own)
      .when('judge:gk1', release)
      .thenAccepted()
      .when('organiser', recall)
      .thenFacts(back({ round: 'chao-hoi', teams: ['b'] }, { round: 'tieu-pham', teams: all }))
    expect(story.sees('desk', 'excused/chao-hoi/c/gk3')).toBe('Người nhà')
    expect(story.sees('desk', 'excused/chao-hoi/b/gk3')).toBeUndefined()
    expect(story.sees('desk', 'away/gk3')).toBeUndefined()
    story
      .when('judge:gk1', recall)
      .thenRefused({ code: 'judge-not-away', judge })
      .when('organiser', { type: 'recallJudge', judge: 'gk9', reason })
      .thenRefused({ code: 'reference-unknown', field: 'judge', id: 'gk9' })
  })

  test('R-40: not what was told without the sheet, and not what is certified', () => {
    const told = given(created(oneRound())).when('judge:gk1', release).thenAccepted()
    told.take('chao-hoi/a/perform', 'chao-hoi/a/marking')
    told.submit('chao-hoi', 'a', { gk1: ['8', '8'], gk2: ['8', '8'] })
    told.when('secretary', { type: 'recordTime', round: 'chao-hoi', team: 'a', seconds: 300 }).thenAccepted()
    told.take('chao-hoi/a/score')
    told.when('organiser', recall).thenFacts(back({ round: 'chao-hoi', teams: ['b', 'c'] }))
    expect(told.sees('desk', 'missing/chao-hoi/a')).toBeUndefined()
    const done: FactBody = { type: 'stage-certified', stage: 'vong-loai', definitionHash: 'ab'.repeat(32), rows: [] }
    const { state } = given(created(twoStages()), left({ round: 'vong-loai-1', teams: ['a1'] }), done)
      .when('organiser', recall)
      .thenFacts(back())
    expect(state.excused.get('vong-loai-1/a1')?.get(judge)).toBe(reason)
  })

  test('R-40: not by the own act', () => {
    given(...begun)
      .when('judge:gk1', { type: 'releaseJudge', judge: 'gk1', reason })
      .thenAccepted()
      .when('judge:gk1', { type: 'recallJudge', judge: 'gk1', reason })
      .thenRefused({ code: 'second-person-required' })
      .when('organiser', { type: 'recallJudge', judge: 'gk1', reason })
      .thenAccepted()
  })

  test('R-40: a team that was given back before is not given back twice', () => {
    given(...begun)
      .when('judge:gk1', release)
      .thenAccepted()
      .when('secretary', { type: 'withdrawExcuse', round: 'chao-hoi', team: 'b', judge, reason })
      .thenAccepted()
      .when('secretary', { type: 'excuse', round: 'chao-hoi', team: 'b', judge, reason: 'Người nhà' })
      .thenAccepted()
      .when('organiser', recall)
      .thenFacts(back({ round: 'chao-hoi', teams: ['c'] }, { round: 'tieu-pham', teams: all }))
  })
})

describe('certified again', () => {
  test('R-42: every certified table of a stage has its number, also after a reopening', () => {
    const story = given(created(oneRound({ stage: { tieBreaks: [] } })))
    play(story, 'a', '8')
    play(story, 'b', '7')
    play(story, 'c', '6')
    expect(certify(story).sees('desk', 'certified/chung-ket')).toMatchObject({ version: 1 })
    expect(reopenStage(story).sees('desk', 'certified/chung-ket')).toBeUndefined()
    expect(certify(story).sees('mc', 'certified/chung-ket')).toMatchObject({ version: 2 })
  })
})
