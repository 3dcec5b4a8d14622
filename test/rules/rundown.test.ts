/** The rundown: which cues there are, which one comes next, and which may be taken. */
import type { DefinitionInput } from '@bang-diem/shared/contest/definition.ts'
import { nextOf } from '@bang-diem/shared/rules/next.ts'
import { rundownOf } from '@bang-diem/shared/rules/rundown.ts'
import { describe, expect, test } from 'vitest'
import { given, type Story } from './rulebook.ts'
import { created, definitionOfThree, oneRound } from './small-contest.ts'

const place = { round: 'chao-hoi', team: 'a' }
const reason = 'lý do'
const ids = (story: Story) => rundownOf(story.state).map(({ id }) => id)
const offered = (story: Story) => {
  const { next, skipTo, pending } = nextOf(story.state)
  return {
    next: next?.cue.id,
    block: next?.block?.code,
    skipTo: skipTo?.cue.id,
    pending: pending.map(({ cue }) => cue.id),
  }
}

describe('which cues there are', () => {
  const teamCues = (round: string, ...steps: readonly string[]) =>
    ['a', 'b', 'c'].flatMap((team) => steps.map((step) => `${round}/${team}/${step}`))
  const ceremony = ['certify', 'place/3', 'place/2', 'place/1', 'final'].map((step) => `chung-ket/${step}`)
  const withReveal = (reveal: 'live' | 'after-team' | 'after-round' | 'ceremony') =>
    given(created(oneRound({ stage: { reveal } })))

  test.each(['after-team', 'live'] as const)(
    'U-1: %s: each team is introduced, performs, is marked and told its score',
    (reveal) => {
      expect(ids(withReveal(reveal))).toEqual([
        'chung-ket/title',
        'chao-hoi/line-up',
        ...teamCues('chao-hoi', 'intro', 'perform', 'marking', 'score'),
        'chao-hoi/standings',
        ...ceremony,
      ])
    },
  )

  test('U-1: after-round: scores are told together after the round', () => {
    expect(ids(withReveal('after-round'))).toEqual([
      'chung-ket/title',
      'chao-hoi/line-up',
      ...teamCues('chao-hoi', 'intro', 'perform', 'marking'),
      'chao-hoi/standings',
      ...ceremony,
    ])
  })

  test('U-1: ceremony: nothing is told before it', () => {
    expect(ids(withReveal('ceremony'))).toEqual([
      'chung-ket/title',
      'chao-hoi/line-up',
      ...teamCues('chao-hoi', 'intro', 'perform', 'marking'),
      ...ceremony,
    ])
  })

  test('U-1: standings over all rounds come after the middle ones: not after the first, which would say the same, nor the last', () => {
    const overall = ids(given(created(threeRounds()))).filter((id) => id.endsWith('/overall'))
    expect(overall).toEqual(['r2/overall'])
  })

  test('U-2: a new order moves cues and renames none', () => {
    const story = given(created())
    const before = ids(story)
    story.when('secretary', { type: 'setOrder', round: 'chao-hoi', teams: ['c', 'b', 'a'] }).thenAccepted()
    const after = ids(story)
    expect(after.indexOf('chao-hoi/c/intro')).toBe(before.indexOf('chao-hoi/a/intro'))
    expect([...after].sort()).toEqual([...before].sort())
  })

  test('U-11: a team that withdrew has only the cues that were taken', () => {
    const story = given(created(oneRound())).take('chao-hoi/a/intro')
    story.when('secretary', { type: 'withdrawTeam', team: 'a', reason }).thenAccepted()
    story.when('secretary', { type: 'withdrawTeam', team: 'b', reason }).thenAccepted()
    expect(ids(story).filter((id) => id.split('/').length === 3)).toEqual([
      'chao-hoi/a/intro',
      ...['intro', 'perform', 'marking', 'score'].map((step) => `chao-hoi/c/${step}`),
      'chung-ket/place/1',
    ])
    expect(offered(story).next).toBe('chao-hoi/c/intro')
  })
})

describe('taking a cue', () => {
  test('U-3: the MC names what was on air; whoever comes second is told, and nothing jumps twice', () => {
    given(created())
      .when('mc', { type: 'take', cue: 'chung-ket/title', onAir: null })
      .thenFacts({
        type: 'cue-taken',
        cue: 'chung-ket/title',
        scene: { kind: 'title', stage: 'chung-ket' },
        reveals: [],
      })
      .when('mc', { type: 'take', cue: 'chung-ket/title', onAir: null })
      .thenRefused({ code: 'cue-moved', onAir: 'chung-ket/title' })
      .when('mc', { type: 'take', cue: 'chao-hoi/line-up', onAir: null })
      .thenRefused({ code: 'cue-moved', onAir: 'chung-ket/title' })
  })

  test('U-4: titles, line-ups and introductions may be passed over, performances may not', () => {
    const story = given(created())
    expect(offered(story)).toMatchObject({ next: 'chung-ket/title', skipTo: 'chao-hoi/line-up' })
    story
      .when('mc', { type: 'take', cue: 'chao-hoi/a/marking', onAir: null })
      .thenRefused({ code: 'cue-out-of-turn', cue: 'chao-hoi/a/marking', next: 'chung-ket/title' })
      .when('mc', { type: 'take', cue: 'chao-hoi/b/perform', onAir: null })
      .thenRefused({ code: 'cue-out-of-turn', cue: 'chao-hoi/b/perform', next: 'chung-ket/title' })
      .take('chao-hoi/a/perform', 'chao-hoi/a/marking')
      .when('mc', { type: 'take', cue: 'chao-hoi/a/perform', onAir: 'chao-hoi/a/marking' })
      .thenRefused({ code: 'cue-out-of-turn', cue: 'chao-hoi/a/perform', next: 'chao-hoi/a/score' })
  })

  test('U-5: a score that was passed over stays pending and may be taken at any time', () => {
    const story = given(created(oneRound())).take('chao-hoi/a/perform', 'chao-hoi/a/marking', 'chao-hoi/b/intro')
    expect(offered(story)).toMatchObject({ next: 'chao-hoi/b/perform', pending: ['chao-hoi/a/score'] })
    story
      .take('chao-hoi/b/perform')
      .submit('chao-hoi', 'a', { gk1: ['8', '8'], gk2: ['8', '8'], gk3: ['8', '8'] })
      .when('secretary', { type: 'recordTime', ...place, seconds: 200 })
      .thenAccepted()
      .take('chao-hoi/a/score')
    expect(offered(story)).toMatchObject({ next: 'chao-hoi/b/marking', pending: [] })
  })

  test('U-6: a missing sheet, tally or time holds up its own reveal, by name, and never the next team', () => {
    const story = given(created()).take('chao-hoi/a/perform', 'chao-hoi/a/marking')
    story.submit('chao-hoi', 'a', { gk2: ['8', '8'] })
    const missing = [{ ...place, judges: ['gk1', 'gk3'], criteria: [], time: true, factor: false }]
    story
      .when('mc', { type: 'take', cue: 'chao-hoi/a/score', onAir: 'chao-hoi/a/marking' })
      .thenRefused({ code: 'sheets-missing', missing })
      .take('chao-hoi/b/intro', 'chao-hoi/b/perform')
  })

  test('U-12: where the order is drawn, nobody is called before the lot', () => {
    const definition = oneRound()
    const round = definition.stages[0]?.rounds[0]
    if (round) round.order = 'drawn'
    const story = given(created(definition)).take('chung-ket/title')
    for (const cue of ['chao-hoi/line-up', 'chao-hoi/a/intro', 'chao-hoi/a/perform']) {
      story
        .when('mc', { type: 'take', cue, onAir: 'chung-ket/title' })
        .thenRefused({ code: 'order-missing', round: 'chao-hoi' })
    }
    expect(offered(story)).toMatchObject({ next: 'chao-hoi/line-up', block: 'order-missing' })
    story.when('secretary', { type: 'drawOrder', round: 'chao-hoi' }).thenAccepted().take('chao-hoi/line-up')
  })
})

describe('the gate', () => {
  test('U-19: certification is the head judge’s; the ceremony is refused before it', () => {
    const story = given(created(oneRound({ stage: { reveal: 'ceremony' } })))
    for (const team of ['a', 'b', 'c']) story.take(`chao-hoi/${team}/perform`, `chao-hoi/${team}/marking`)
    expect(offered(story)).toEqual({
      next: 'chung-ket/certify',
      block: 'not-certified',
      skipTo: undefined,
      pending: [],
    })
    story
      .when('mc', { type: 'take', cue: 'chung-ket/certify', onAir: 'chao-hoi/c/marking' })
      .thenRefused({ code: 'gate-not-yours', cue: 'chung-ket/certify' })
      .when('mc', { type: 'take', cue: 'chung-ket/place/3', onAir: 'chao-hoi/c/marking' })
      .thenRefused({ code: 'cue-out-of-turn', cue: 'chung-ket/place/3', next: 'chung-ket/certify' })
  })

  test('U-19: a stage that is reopened during its ceremony stops it', () => {
    const story = given(created(oneRound({ stage: { reveal: 'ceremony' } })))
    for (const team of ['a', 'b', 'c']) playTeam(story, team)
    story.when('judge:gk1', { type: 'certify', stage: 'chung-ket' }).thenAccepted().take('chung-ket/place/3')
    story.when('organiser', { type: 'reopenStage', stage: 'chung-ket', reason }).thenAccepted()
    story.when('judge:gk1', { type: 'approve', request: '1' }).thenAccepted()
    story
      .when('mc', { type: 'take', cue: 'chung-ket/place/2', onAir: 'chung-ket/place/3' })
      .thenRefused({ code: 'not-certified', stage: 'chung-ket' })
  })

  test.each(['after-team', 'after-round'] as const)(
    'U-20: %s: a stage that is certified early moves nothing under the MC’s hand, and no reveal is lost',
    (reveal) => {
      const story = given(created(oneRound({ stage: { reveal } })))
      for (const team of ['a', 'b', 'c']) playTeam(story, team, reveal === 'after-team' && team !== 'c')
      const before = offered(story).next
      story.when('judge:gk1', { type: 'certify', stage: 'chung-ket' }).thenAccepted()
      expect(offered(story).next).toBe(before)
      expect(before).toBe(reveal === 'after-team' ? 'chao-hoi/c/score' : 'chao-hoi/standings')
      story.take(...(reveal === 'after-team' ? ['chao-hoi/c/score'] : []), 'chao-hoi/standings')
      expect(offered(story)).toMatchObject({ next: 'chung-ket/place/3', block: undefined })
      story.take('chung-ket/place/3', 'chung-ket/place/2', 'chung-ket/place/1', 'chung-ket/final')
      expect(offered(story).next).toBeUndefined()
    },
  )
})

function playTeam(story: Story, team: string, tellScore = false): void {
  story
    .take(`chao-hoi/${team}/perform`, `chao-hoi/${team}/marking`)
    .submit('chao-hoi', team, { gk1: ['8', '8'], gk2: ['8', '8'], gk3: ['8', '8'] })
    .when('secretary', { type: 'recordTime', round: 'chao-hoi', team, seconds: 200 })
    .thenAccepted()
  if (tellScore) story.take(`chao-hoi/${team}/score`)
}

function threeRounds(): DefinitionInput {
  const [round] = definitionOfThree().stages[0]?.rounds ?? []
  if (!round) throw new Error('the small contest has a first round')
  return definitionOfThree({ stage: { rounds: ['r1', 'r2', 'r3'].map((id) => ({ ...round, id })) } })
}
