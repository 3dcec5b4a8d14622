/** What a definition may still become, field by field: whatever a recorded or certified number could rest on stays. */
import { type DefinitionInput, definitionSchema } from '@bang-diem/shared/contest/definition.ts'
import type { FactBody } from '@bang-diem/shared/ledger/facts.ts'
import type { CommandBody } from '@bang-diem/shared/rules/commands.ts'
import { describe, expect, test } from 'vitest'
import { given } from './rulebook.ts'
import { created, definitionOfThree, performed } from './small-contest.ts'
import { twoStages } from './two-stages.ts'

type StageInput = DefinitionInput['stages'][number]
type RoundInput = StageInput['rounds'][number]

const hash = 'ab'.repeat(32)
const certified: FactBody = { type: 'stage-certified', stage: 'chung-ket', definitionHash: hash, rows: [] }
const place = { round: 'tieu-pham', team: 'a' }
const reason = 'lý do'

/** Teams in groups and categories, so that every rule about them can be chosen. */
function grouped(): DefinitionInput {
  const definition = definitionOfThree()
  return { ...definition, teams: definition.teams.map((team) => ({ ...team, group: 'A', category: 'trẻ' })) }
}

function redefine(definition: DefinitionInput): CommandBody {
  const fact = created(definition)
  if (fact.type !== 'contest-created') throw new Error('created gives contest-created')
  return { type: 'redefine', definition: fact.definition }
}

const inStage = (changes: Partial<StageInput>) => {
  const { stages, ...rest } = grouped()
  return { ...rest, stages: stages.map((stage) => ({ ...stage, ...changes })) }
}
const inRound = (changes: Partial<RoundInput>) => {
  const [first, ...rounds] = grouped().stages[0]?.rounds ?? []
  if (!first) throw new Error('the small contest has rounds')
  return inStage({ rounds: [{ ...first, ...changes }, ...rounds] })
}

/** Another value of every field of a stage, and where its change is found. */
const ofStages: Readonly<Record<string, readonly [changes: Partial<StageInput>, path: string] | 'free'>> = {
  id: [{ id: 'khac' }, 'stages'],
  title: 'free',
  entrants: [{ entrants: ['a', 'b', 'c'] }, 'stages[0].entrants'],
  carryOver: 'free',
  ownWeight: [{ ownWeight: '2' }, 'stages[0].ownWeight'],
  separately: [{ separately: 'group' }, 'stages[0].separately'],
  rounds: [{ rounds: grouped().stages[0]?.rounds.slice(0, 1) ?? [] }, 'stages[0].rounds[1]'],
  attempts: [{ attempts: [{ rounds: ['chao-hoi', 'tieu-pham'], keep: 1 }] }, 'stages[0].attempts'],
  placing: [{ placing: { method: 'placings', of: 'rounds' } }, 'stages[0].placing.method'],
  rounding: [{ rounding: [{ at: 'total', decimals: 1, mode: 'half-up' }] }, 'stages[0].rounding'],
  compare: [{ compare: 'exact' }, 'stages[0].compare'],
  ranking: [{ ranking: 'dense' }, 'stages[0].ranking'],
  tieBreaks: [{ tieBreaks: [{ by: 'decision' }] }, 'stages[0].tieBreaks'],
  reveal: [{ reveal: 'live' }, 'stages[0].reveal'],
  awards: [{ awards: [{ id: 'nhat', title: 'Nhất', places: 1 }] }, 'stages[0].awards'],
}
const [criterion] = grouped().stages[0]?.rounds[0]?.criteria ?? []
const at = 'stages[0].rounds[0]'
const ofRounds: Readonly<Record<string, readonly [changes: Partial<RoundInput>, path: string] | 'free'>> = {
  id: [{ id: 'khac' }, `${at}.id`],
  title: 'free',
  maximum: [{ maximum: '10', criteria: criterion ? [criterion] : [] }, `${at}.maximum`],
  weight: [{ weight: '2' }, `${at}.weight`],
  panel: [{ panel: ['gk1', 'gk2'] }, `${at}.panel`],
  order: [{ order: 'drawn' }, `${at}.order`],
  criteria: [
    {
      criteria: ['noi-dung', 'hinh-thuc'].map((id) => ({ id, title: id, scale: { max: '10', step: '0.5' } })),
    },
    `${at}.criteria[0].scale.step`,
  ],
  judgeGroups: [{ judgeGroups: [{ id: 'nhom', judges: ['gk1', 'gk2', 'gk3'] }] }, `${at}.judgeGroups`],
  combine: [{ combine: { method: 'median', over: 'sheet' } }, `${at}.combine.method`],
  outliers: [{ outliers: { rule: 'drop', limit: '10%' } }, `${at}.outliers.rule`],
  factor: [{ factor: { min: '1', max: '3' } }, `${at}.factor`],
  time: [{ time: { limitSeconds: 200 } }, `${at}.time.limitSeconds`],
  overtime: [{ overtime: { rule: 'none' } }, `${at}.overtime.rule`],
  undertime: [
    { time: { limitSeconds: 300, minimumSeconds: 60 }, undertime: { points: '1' } },
    `${at}.time.minimumSeconds`,
  ],
}

describe('field by field', () => {
  const stages = definitionSchema.entries.stages.pipe[0].item.entries
  const rounds = stages.rounds.pipe[0].item.entries

  test('R-27: every field of a stage and of a round has been thought about', () => {
    expect(Object.keys(ofStages)).toEqual(Object.keys(stages))
    expect(Object.keys(ofRounds)).toEqual(Object.keys(rounds))
  })

  test.each(Object.entries(ofStages).flatMap(([field, each]) => (each === 'free' ? [] : [[field, ...each] as const])))(
    'R-27: of a certified stage the field %s stays',
    (_field, changes, path) => {
      given(created(grouped()), certified)
        .when('organiser', redefine(inStage(changes)))
        .thenRefused({ code: 'definition-in-use', path })
    },
  )

  test.each(Object.entries(ofRounds).flatMap(([field, each]) => (each === 'free' ? [] : [[field, ...each] as const])))(
    'R-27: of a round that has begun the field %s stays',
    (_field, changes, path) => {
      given(created(grouped()), performed('chao-hoi', 'a'))
        .when('organiser', redefine(inRound(changes)))
        .thenRefused({ code: 'definition-in-use', path })
    },
  )

  test('R-27: totals carried over stay in a stage that has begun', () => {
    const before = twoStages({}, { entrants: 'all' })
    given(created(before), performed('chung-ket-1', 'a1'))
      .when('organiser', redefine(twoStages({}, { entrants: 'all', carryOver: [{ stage: 'vong-loai' }] })))
      .thenRefused({ code: 'definition-in-use', path: 'stages[1].carryOver' })
  })
})

describe('what has begun', () => {
  const records: readonly [string, FactBody][] = [
    ['a factor', { type: 'factor-recorded', ...place, factor: '2' }],
    ['a time', { type: 'time-recorded', ...place, seconds: 60 }],
    ['points', { type: 'points-tallied', ...place, criterion: 'dap-an', points: '5' }],
  ]
  const heavier = () => {
    const definition = grouped()
    Object.assign(definition.stages[0]?.rounds[1] ?? {}, { weight: '2' })
    return redefine(definition)
  }
  test.each(records)('R-26: before the show a round keeps the rules under which %s was recorded', (_what, fact) => {
    given(created(grouped()), fact)
      .when('organiser', heavier())
      .thenRefused({ code: 'definition-in-use', path: 'stages[0].rounds[1].weight' })
  })

  const parted: readonly [string, FactBody][] = [
    ['a tie was parted', { type: 'tie-broken', stage: 'chung-ket', teams: ['a', 'b'], reason }],
    ['lots were drawn', { type: 'tie-broken', stage: 'chung-ket', teams: ['a', 'b'], reason, by: 'lot' }],
    [
      'a tie-break question was answered',
      { type: 'question-tallied', stage: 'chung-ket', question: 'phu', team: 'a', points: '1' },
    ],
    ['its table was certified', certified],
  ]
  test.each(parted)('R-27: a stage has begun when %s, also before the first cue', (_what, fact) => {
    given(created(grouped()), fact)
      .when('organiser', redefine(inStage({ compare: 'exact' })))
      .thenRefused({ code: 'definition-in-use', path: 'stages[0].compare' })
  })

  test('R-27: awards may change until the table is certified, the ceremony begins, or one was given by hand', () => {
    const awards = [{ id: 'yeu-thich', title: 'Yêu thích', by: 'picked' as const }]
    const more = redefine(inStage({ awards: [...awards, { id: 'nhat', title: 'Nhất', places: 1 }] }))
    const begun = [created(inStage({ awards })), performed('chao-hoi', 'a')] as const
    const refused = { code: 'definition-in-use', path: 'stages[0].awards' } as const
    const gift: FactBody = { type: 'award-given', stage: 'chung-ket', award: 'yeu-thich', team: 'a', reason }
    const scene = { kind: 'award', stage: 'chung-ket', award: 'yeu-thich' } as const
    const announced: FactBody = { type: 'cue-taken', cue: 'chung-ket/yeu-thich/award', scene, reveals: [] }
    given(...begun)
      .when('organiser', more)
      .thenAccepted()
    for (const fact of [gift, certified, announced]) {
      given(...begun, fact)
        .when('organiser', more)
        .thenRefused(refused)
    }
  })

  test('R-27: a group may be put right as long as no stage that has begun ranks by it', () => {
    const regrouped = (definition: DefinitionInput) => {
      const [first, ...teams] = definition.teams
      return redefine({ ...definition, teams: first ? [{ ...first, group: 'B' }, ...teams] : teams })
    }
    given(created(grouped()), performed('chao-hoi', 'a')).when('organiser', regrouped(grouped())).thenAccepted()
    given(created(inStage({ separately: 'group' })), performed('chao-hoi', 'a'))
      .when('organiser', regrouped(inStage({ separately: 'group' })))
      .thenRefused({ code: 'definition-in-use', path: 'teams[0].group' })
  })

  test('R-27: who comes on may change until it is settled', () => {
    const settled: FactBody = { type: 'stage-entered', stage: 'chung-ket', from: 'vong-loai', teams: ['a1', 'b1'] }
    const fewer = redefine(twoStages({}, { entrants: { from: 'vong-loai', best: 2 } }))
    given(created(twoStages()), performed('vong-loai-1', 'a1')).when('organiser', fewer).thenAccepted()
    given(created(twoStages()), performed('vong-loai-1', 'a1'), settled)
      .when('organiser', fewer)
      .thenRefused({ code: 'definition-in-use', path: 'stages[1].entrants.best' })
  })

  test('R-27: a judge who has left has begun nothing by that', () => {
    given(created(grouped()), performed('chao-hoi', 'a'))
      .when('judge:gk1', { type: 'releaseJudge', judge: 'gk2', reason })
      .thenAccepted()
      .when('organiser', heavier())
      .thenAccepted()
  })
})
