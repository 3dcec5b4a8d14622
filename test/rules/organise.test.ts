/** The organiser's part of the rulebook: what may still change, and when; and the acts of the hub itself. */
import type { DefinitionInput } from '@bang-diem/shared/contest/definition.ts'
import type { FactBody } from '@bang-diem/shared/ledger/facts.ts'
import type { CommandBody } from '@bang-diem/shared/rules/commands.ts'
import { decideHubAct } from '@bang-diem/shared/rules/hub-acts.ts'
import { describe, expect, test } from 'vitest'
import { given } from './rulebook.ts'
import { created, definitionOfThree, marked, performed } from './small-contest.ts'

/** The small contest after a change; `edit` works on a copy. */
function changed(edit: (definition: DefinitionInput) => void): CommandBody {
  const definition = structuredClone(definitionOfThree())
  edit(definition)
  const fact = created(definition)
  if (fact.type !== 'contest-created') throw new Error('created gives contest-created')
  return { type: 'redefine', definition: fact.definition }
}

const roundOf = (definition: DefinitionInput, index: number) => {
  const round = definition.stages[0]?.rounds[index]
  if (!round) throw new Error('the small contest has two rounds')
  return round
}
const harder = changed((definition) => {
  roundOf(definition, 0).combine = { method: 'median', over: 'sheet' }
})
const texts = changed((definition) => {
  definition.title = 'Tên mới'
  roundOf(definition, 0).title = 'Màn chào'
  Object.assign(roundOf(definition, 0).criteria[0] ?? {}, { title: 'Ý tưởng' })
  definition.teams[0] = { id: 'a', name: 'Đội A mới' }
})

describe('redefining', () => {
  test('R-26: before the show anything valid, except the contest’s id', () => {
    given(created())
      .when(
        'organiser',
        changed((definition) => {
          definition.teams = [{ id: 'x', name: 'Đội X' }]
          definition.judges.pop()
        }),
      )
      .thenAccepted()
      .when(
        'organiser',
        changed((definition) => void Object.assign(definition, { id: 'khac' })),
      )
      .thenRefused({ code: 'definition-in-use', path: 'id' })
  })

  test('R-26: what the schema alone cannot see is named with its path', () => {
    const wrong = structuredClone(definitionOfThree())
    roundOf(wrong, 0).maximum = '21'
    const story = given(created())
    const decision = story.decideWith('organiser', { type: 'redefine', definition: wrong as never }, 'ab'.repeat(32))
    expect(decision).toMatchObject({
      ok: false,
      refusal: {
        code: 'definition-invalid',
        problems: [{ path: 'stages[0].rounds[0].maximum', code: 'sum-differs', params: { expected: '20' } }],
      },
    })
  })

  test('R-27: once a cue was taken texts may change', () => {
    given(created(), performed('chao-hoi', 'a')).when('organiser', texts).thenAccepted()
  })

  const frozen: readonly [what: string, CommandBody, path: string][] = [
    ['the teams', changed((definition) => void definition.teams.pop()), 'teams'],
    ['the judges', changed((definition) => void definition.judges.pop()), 'judges'],
    [
      'the head judge',
      changed((definition) => {
        definition.judges = definition.judges.map(({ id, name }) => ({ id, name, head: id === 'gk2' }))
      }),
      'judges[0].head',
    ],
    ['a stage’s id', changed((definition) => void Object.assign(definition.stages[0] ?? {}, { id: 'khac' })), 'stages'],
    [
      'the reveal policy',
      changed((definition) => void Object.assign(definition.stages[0] ?? {}, { reveal: 'live' })),
      'stages[0].reveal',
    ],
    [
      'the tie-breaks',
      changed((definition) => void Object.assign(definition.stages[0] ?? {}, { tieBreaks: [{ by: 'decision' }] })),
      'stages[0].tieBreaks',
    ],
    ['a round that has begun', harder, 'stages[0].rounds[0].combine.method'],
  ]
  test.each(frozen)('R-27: once a cue was taken %s may not', (_what, body, path) => {
    given(created(), performed('chao-hoi', 'a'))
      .when('organiser', body)
      .thenRefused({ code: 'definition-in-use', path })
  })

  test('R-27: a round that has not begun may change', () => {
    given(created(), performed('chao-hoi', 'a'))
      .when(
        'organiser',
        changed((definition) => {
          roundOf(definition, 1).combine = { method: 'median', over: 'sheet' }
        }),
      )
      .thenAccepted()
  })

  const begun: readonly [string, FactBody][] = [
    ['its order was drawn', { type: 'order-drawn', round: 'tieu-pham', teams: ['a', 'b', 'c'] }],
    [
      'points were tallied',
      { type: 'points-tallied', round: 'tieu-pham', team: 'a', criterion: 'dap-an', points: '9' },
    ],
    ['a judge was excused', { type: 'judge-excused', round: 'tieu-pham', team: 'a', judge: 'gk2', reason: 'x' }],
  ]
  test.each(begun)('R-27: a round has begun when %s', (_what, fact) => {
    given(created(), performed('chao-hoi', 'a'), fact)
      .when(
        'organiser',
        changed((definition) => {
          roundOf(definition, 1).weight = '2'
        }),
      )
      .thenRefused({ code: 'definition-in-use', path: 'stages[0].rounds[1].weight' })
  })

  const recorded: readonly [string, FactBody][] = [
    [
      'points were tallied',
      { type: 'points-tallied', round: 'tieu-pham', team: 'a', criterion: 'dap-an', points: '9' },
    ],
    [
      'points were taken',
      { type: 'points-deducted', id: 'd1', round: 'tieu-pham', team: 'a', points: '30', reason: 'x' },
    ],
    ['points were given', { type: 'bonus-added', id: 'b1', round: 'tieu-pham', team: 'a', points: '30', reason: 'x' }],
  ]
  const smaller = changed((definition) => {
    roundOf(definition, 1).maximum = '25'
    Object.assign(roundOf(definition, 1).criteria[1] ?? {}, { scale: { max: '5' } })
  })
  test.each(recorded)('R-26: before the show a round in which %s stays as it is, with its team', (_what, fact) => {
    given(created(), fact)
      .when('organiser', smaller)
      .thenRefused({ code: 'definition-in-use', path: 'stages[0].rounds[1].maximum' })
      .when(
        'organiser',
        changed((definition) => void definition.stages[0]?.rounds.pop()),
      )
      .thenRefused({ code: 'definition-in-use', path: 'stages[0].rounds[1]' })
      .when(
        'organiser',
        changed((definition) => void definition.teams.shift()),
      )
      .thenRefused({ code: 'definition-in-use', path: 'stages[0].rounds[1]' })
      .when('organiser', harder)
      .thenAccepted()
  })

  test.each(recorded)('R-27: in the show a round in which %s has begun', (_what, fact) => {
    given(created(), performed('chao-hoi', 'a'), fact)
      .when('organiser', smaller)
      .thenRefused({ code: 'definition-in-use', path: 'stages[0].rounds[1].maximum' })
  })

  const onceMore = changed((definition) => {
    definition.stages[0]?.rounds.push({ ...roundOf(definition, 1), id: 'them' })
  })
  const closed: readonly [string, FactBody][] = [
    ['is certified', { type: 'stage-certified', stage: 'chung-ket', definitionHash: 'ab'.repeat(32), rows: [] }],
    [
      'has begun its ceremony',
      {
        type: 'cue-taken',
        cue: 'chung-ket/place/3',
        scene: { kind: 'ceremony', stage: 'chung-ket', team: 'a', place: 3, of: 3 },
        reveals: [],
      },
    ],
  ]
  test.each(closed)('R-27: a stage that %s has these rounds as they are, and no others', (_what, fact) => {
    given(created(), performed('chao-hoi', 'a'), fact)
      .when('organiser', onceMore)
      .thenRefused({ code: 'definition-in-use', path: 'stages[0].rounds[2]' })
      .when('organiser', smaller)
      .thenRefused({ code: 'definition-in-use', path: 'stages[0].rounds[1].maximum' })
      .when('organiser', texts)
      .thenAccepted()
    given(created(), performed('chao-hoi', 'a')).when('organiser', onceMore).thenAccepted()
  })

  test('R-27: taking the first performance back does not undo its sheets: the round stays as it is', () => {
    given(created(), ...marked('a', '8'))
      .when('mc', { type: 'back', onAir: 'chao-hoi/a/perform' })
      .thenAccepted()
      .when('organiser', harder)
      .thenRefused({ code: 'definition-in-use', path: 'stages[0].rounds[0].combine.method' })
  })
})

describe('judges', () => {
  test('R-28: a judge is replaced by name at any time; seat and sheets stay', () => {
    const story = given(created(), ...marked('a', '8'))
      .when('organiser', { type: 'replaceJudge', judge: 'gk2', name: 'Nguyễn Thị B' })
      .thenFacts({ type: 'judge-replaced', judge: 'gk2', name: 'Nguyễn Thị B' })
    expect(story.sees('mc', 'judge/gk2')).toMatchObject({ name: 'Nguyễn Thị B' })
    expect(story.sees('judge:gk2', 'sheet/chao-hoi/a')).toMatchObject({ status: 'submitted' })
  })
})

describe('links and sessions', () => {
  const link = { type: 'link-issued', seat: 'judge:gk2', codeHash: 'aa'.repeat(32) } as const
  const session = (tokenHash: string) => ({ type: 'session-opened', seat: 'judge:gk2', tokenHash }) as const

  test('R-29: a link is for a seat of the contest', () => {
    const { state } = given(created())
    const act = (seat: string) => decideHubAct(state, { type: 'issueLink', seat, codeHash: link.codeHash })
    expect(act('judge:gk2')).toEqual({ ok: true, facts: [link] })
    for (const seat of ['judge:gk9', 'hub', 'audience', '', 'judge:']) {
      expect(act(seat)).toEqual({ ok: false, refusal: { code: 'reference-unknown', field: 'seat', id: seat } })
    }
  })

  test('R-29: a code opens sessions until a newer link puts it out', () => {
    const { state } = given(created(), link, session('11'.repeat(32)))
    const open = (codeHash: string) =>
      decideHubAct(state, { type: 'openSession', seat: 'judge:gk2', codeHash, tokenHash: '22'.repeat(32) })
    expect(open(link.codeHash)).toEqual({ ok: true, facts: [session('22'.repeat(32))] })
    expect(open('bb'.repeat(32))).toEqual({ ok: false, refusal: { code: 'link-unknown' } })
  })
})
