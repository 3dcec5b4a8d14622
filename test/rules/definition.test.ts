/** The definition of a contest: what is read, what is filled in, and what is refused by name. */
import { definitionLimits, parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import { presets } from '@bang-diem/shared/contest/presets/registry.ts'
import { describe, expect, test } from 'vitest'
import { type Json, problemsOf, tallyOnly, withChange } from './definition-problems.ts'
import { definitionOfThree } from './small-contest.ts'

const round = 'stages[0].rounds[0]'
const criterion = `${round}.criteria[0]`

describe('reading', () => {
  test('D-1: every default is filled in', () => {
    const parsed = parseDefinition(definitionOfThree())
    if (!parsed.ok) throw new Error('the small contest is in order')
    const [stage] = parsed.definition.stages
    expect(stage).toMatchObject({
      entrants: 'all',
      carryOver: [],
      ownWeight: '1',
      attempts: [],
      placing: { method: 'total' },
      rounding: [],
      compare: 'rounded',
      ranking: 'standard',
      tieBreaks: [],
      reveal: 'after-team',
      awards: [],
    })
    expect(stage?.rounds[1]).toMatchObject({
      weight: '1',
      panel: 'all',
      order: 'listed',
      judgeGroups: [],
      combine: { method: 'mean', over: 'sheet' },
      outliers: { rule: 'none' },
      overtime: { rule: 'none' },
      time: { minimumSeconds: 0, warnSeconds: [] },
    })
    expect(parsed.definition).toMatchObject({
      language: 'vi',
      judges: [{ head: true }, { head: false }, { head: false }],
    })
    expect(parseDefinition(parsed.definition)).toEqual(parsed)
  })

  test('D-2: every problem is named, not only the first', () => {
    const twice = withChange(`${criterion}.id`, 'Nội dung')
    Reflect.set(Object(twice), 'teams', [])
    expect(problemsOf(twice)).toEqual(['teams: too-short', `${criterion}.id: not-an-id`])
  })

  test.each([null, 'x', 7, [], true])('D-2: %j is no definition', (input) => {
    expect(problemsOf(input).length).toBeGreaterThan(0)
  })

  const unsupported: readonly [path: string, Json][] = [['format', 2]]
  test.each(unsupported)('D-3: what this version cannot do is refused at %s, never ignored', (path, value) => {
    expect(problemsOf(withChange(path, value))).toEqual([`${path}: unsupported`])
  })

  test.each(['coinToss', 'stages[0].coinToss', `${round}.coinToss`, `${criterion}.scale.coinToss`])(
    'D-3: a key that is not known is refused at %s',
    (path) => {
      expect(problemsOf(withChange(path, 'x'))).toEqual([`${path}: unknown-key`])
    },
  )

  test.each(['Đội A', 'a b', 'A', '', 'a'.repeat(41), 'a/b', 'a_b', '__proto__', 'constructor', 'prototype', '🙂'])(
    'D-4: %j is no id',
    (id) => {
      expect(problemsOf(withChange('teams[0].id', id))).toEqual(['teams[0].id: not-an-id'])
    },
  )

  test.each(['-1', '+1', '1.', '.5', '1e3', '8,5', '01', '1.1234567', '1234567890', 'NaN', ' 1', ''])(
    'D-5: %j is no decimal',
    (text) => {
      expect(problemsOf(withChange(`${round}.maximum`, text))).toContain(`${round}.maximum: not-a-decimal`)
    },
  )

  test.each([20, null, true, {}])('D-5: a number that is scored is a text, not %j', (value) => {
    expect(problemsOf(withChange(`${round}.maximum`, value))).toEqual([`${round}.maximum: wrong-type`])
  })

  test.each(['maximum', 'weight'])('D-5: %s is above 0', (key) => {
    expect(problemsOf(withChange(`${round}.${key}`, '0.000'))).toContain(`${round}.${key}: too-small`)
  })

  test('D-6: texts are trimmed, composed, not empty and bounded', () => {
    const parsed = parseDefinition(withChange('title', `  ${'Hội thi'.normalize('NFD')} `))
    expect(parsed).toMatchObject({ ok: true, definition: { title: 'Hội thi' } })
    expect(problemsOf(withChange('title', ' \n\t '))).toEqual(['title: too-short'])
    expect(problemsOf(withChange('title', 'x'.repeat(201)))).toEqual(['title: too-long'])
  })

  test('D-7: there is a bound to everything that repeats', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `x${index}`, name: 'x' }))
    expect(problemsOf(withChange('teams', many(definitionLimits.teams + 1)))).toEqual(['teams: too-long'])
    expect(problemsOf(withChange('judges', many(definitionLimits.judges + 1)))).toEqual(['judges: too-long'])
    for (const path of ['teams', 'judges', 'stages', 'stages[0].rounds', `${round}.criteria`]) {
      expect(problemsOf(withChange(path, []))).toContain(`${path}: too-short`)
    }
  })
})

describe('what several fields say together', () => {
  const wrong: readonly [rule: string, path: string, Json | undefined, problem: string][] = [
    ['D-8: team ids', 'teams[1].id', 'a', 'teams[1].id: duplicate-id'],
    ['D-8: judge ids', 'judges[1].id', 'gk1', 'judges[1].id: duplicate-id'],
    ['D-8: criterion ids', `${round}.criteria[1].id`, 'noi-dung', `${round}.criteria[1].id: duplicate-id`],
    ['D-8: stages and rounds together', `${round}.id`, 'chung-ket', `${round}.id: duplicate-id`],
    ['D-8: `show` is no round', `${round}.id`, 'show', `${round}.id: duplicate-id`],
    ['D-8: `show` is no stage', 'stages[0].id', 'show', 'stages[0].id: duplicate-id'],
    ['D-9: a panel of known judges', `${round}.panel`, ['gk1', 'gk9'], `${round}.panel[1]: unknown-reference`],
    ['D-9: each judge once', `${round}.panel`, ['gk1', 'gk1'], `${round}.panel[1]: duplicate-id`],
    ['D-9: known teams', 'stages[0].entrants', ['a', 'x'], 'stages[0].entrants[1]: unknown-reference'],
    [
      'D-9: a known round',
      'stages[0].tieBreaks',
      [{ by: 'round', round: 'x' }],
      'stages[0].tieBreaks[0].round: unknown-reference',
    ],
    [
      'D-9: a known criterion',
      'stages[0].tieBreaks',
      [{ by: 'criterion', round: 'chao-hoi', criterion: 'kich-ban' }],
      'stages[0].tieBreaks[0].criterion: unknown-reference',
    ],
    ['D-10: one head judge', 'judges[2].head', true, 'judges[2].head: two-heads'],
    ['D-11: the maxima add up', `${round}.maximum`, '40', `${round}.maximum: sum-differs`],
    ['D-11: with their weights', `${criterion}.weight`, '1.5', `${round}.maximum: sum-differs`],
    ['D-12: an empty scale', `${criterion}.scale.min`, '10', `${criterion}.scale.max: scale-empty`],
    ['D-12: a step that fits', `${criterion}.scale.step`, '0.3', `${criterion}.scale.step: off-step`],
    ['D-13: overtime needs a limit', `${round}.time`, {}, `${round}.time.limitSeconds: required`],
    [
      'D-13: undertime needs a minimum',
      `${round}.undertime`,
      { points: '1' },
      `${round}.time.minimumSeconds: required`,
    ],
    [
      'D-13: the minimum is below the limit',
      `${round}.time`,
      { limitSeconds: 300, minimumSeconds: 301 },
      `${round}.time.minimumSeconds: too-large`,
    ],
    [
      'D-13: someone must remain when highest and lowest are struck',
      `${round}.combine`,
      { method: 'trimmed-mean', highest: 1, lowest: 1, whenAtLeast: 2 },
      `${round}.combine.whenAtLeast: trims-everyone`,
    ],
    [
      'D-15: every judge is in a group',
      `${round}.judgeGroups`,
      [{ id: 'a', judges: ['gk1', 'gk2'] }],
      `${round}.judgeGroups: judge-without-group`,
    ],
    [
      'D-15: and in one alone',
      `${round}.judgeGroups`,
      [
        { id: 'a', judges: ['gk1', 'gk2'] },
        { id: 'b', judges: ['gk2', 'gk3'] },
      ],
      `${round}.judgeGroups[1].judges[0]: duplicate-id`,
    ],
    ['D-15: a factor has room', `${round}.factor`, { min: '2', max: '1' }, `${round}.factor.max: too-small`],
    [
      'D-16: attempts are rounds of the stage',
      'stages[0].attempts',
      [{ rounds: ['chao-hoi', 'x'] }],
      'stages[0].attempts[0].rounds[1]: unknown-reference',
    ],
    [
      'D-16: fewer of them count than there are',
      'stages[0].attempts',
      [{ rounds: ['chao-hoi', 'tieu-pham'], keep: 2 }],
      'stages[0].attempts[0].keep: too-large',
    ],
    [
      'D-17: points are carried over from a stage before',
      'stages[0].carryOver',
      [{ stage: 'chung-ket' }],
      'stages[0].carryOver[0].stage: not-earlier',
    ],
    [
      'D-18: ranks of judges need something that judges mark',
      'stages[0]',
      { ...tallyOnly, placing: { method: 'majority' } },
      'stages[0].rounds[0].criteria: needs-judged-criteria',
    ],
    [
      'D-9: known rounds',
      'stages[0].tieBreaks',
      [{ by: 'rounds', rounds: ['chao-hoi', 'x'] }],
      'stages[0].tieBreaks[0].rounds[1]: unknown-reference',
    ],
    [
      'D-8: questions',
      'stages[0].tieBreaks',
      [
        { by: 'question', question: 'phu', maximum: '10' },
        { by: 'question', question: 'phu', maximum: '10' },
      ],
      'stages[0].tieBreaks[1].question: duplicate-id',
    ],
  ]
  test.each(wrong)('%s (%s)', (_rule, path, value, problem) => {
    expect(problemsOf(withChange(path, value))).toEqual([problem])
  })

  test.each([1.5, -1, 86_401, '300', null])('D-13: %j is no time in seconds', (seconds) => {
    expect(problemsOf(withChange(`${round}.time.limitSeconds`, seconds))).not.toEqual([])
  })
})

test.each(presets.map((preset) => [preset.id, preset.definition] as const))(
  'D-14: the preset %s is in order',
  (_id, definition) => {
    expect(problemsOf(definition)).toEqual([])
  },
)
