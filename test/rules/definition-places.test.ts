/** What must go together in how a stage comes to its places. */
import { expect, test } from 'vitest'
import { problemsOf, tallyOnly, withChange } from './definition-problems.ts'
import { definitionOfThree } from './small-contest.ts'

const round = 'stages[0].rounds[0]'

test('D-15: only methods that strike nothing out take weights', () => {
  const groups = [
    { id: 'a', weight: '0.7', judges: ['gk1', 'gk2'] },
    { id: 'b', weight: '0.3', judges: ['gk3'] },
  ]
  expect(problemsOf(withChange(`${round}.judgeGroups`, groups))).toEqual([])
  const trimmed = { ...definitionOfThree().stages[0]?.rounds[0], combine: { method: 'trimmed-mean' } }
  const weighed = JSON.parse(JSON.stringify({ ...trimmed, judgeGroups: groups }))
  expect(problemsOf(withChange(round, weighed))).toEqual([`${round}.judgeGroups[0].weight: takes-no-weights`])
})

test('D-16 D-17: only points can be the best of several, or be carried over', () => {
  const attempts = [{ rounds: ['chao-hoi', 'tieu-pham'] }]
  expect(problemsOf(definitionOfThree({ stage: { attempts, placing: { method: 'placings' } } }))).toEqual([
    'stages[0].attempts: needs-total',
  ])
  const [final] = definitionOfThree().stages
  const carryOver = [{ stage: 'vong-loai', weight: '0.3' }]
  const two = (before: object, after: object) =>
    problemsOf({
      ...definitionOfThree(),
      stages: [
        { ...tallyOnly, ...before },
        { ...final, carryOver, ...after },
      ],
    })
  expect(two({}, {})).toEqual([])
  const placings = { placing: { method: 'placings', of: 'rounds' } }
  expect(two(placings, {})).toEqual(['stages[1].carryOver[0].stage: needs-total'])
  expect(two({}, placings)).toEqual(['stages[1].carryOver: needs-total'])
})

test('D-19: who is ranked among a group has one', () => {
  const teams = definitionOfThree().teams.map((team, index) => (index === 1 ? team : { ...team, group: 'A' }))
  expect(problemsOf(definitionOfThree({ teams, stage: { separately: 'group' } }))).toEqual(['teams[1].group: required'])
})

test('D-18: the head judge parts teams only where there is one', () => {
  const judges = definitionOfThree().judges.map((judge) => ({ ...judge, head: false }))
  const asked = definitionOfThree({ judges, stage: { tieBreaks: [{ by: 'head-judge' }] } })
  expect(problemsOf(asked)).toEqual(['stages[0].tieBreaks[0]: needs-head'])
})

test('D-20: qualifiers come from a stage before, of groups only where it ranks them separately', () => {
  const [final] = definitionOfThree().stages
  const second = (entrants: object, first: object = {}) =>
    problemsOf({
      ...definitionOfThree(),
      stages: [
        { ...tallyOnly, ...first },
        { ...final, entrants },
      ],
    })
  expect(second({ from: 'vong-loai', best: 2 })).toEqual([])
  expect(second({ from: 'chung-ket', best: 2 })).toEqual(['stages[1].entrants.from: not-earlier'])
  expect(second({ from: 'vong-loai', best: 1, perGroup: true })).toEqual(['stages[1].entrants.perGroup: needs-groups'])
  expect(second({ from: 'vong-loai', best: 0 })).toEqual(['stages[1].entrants.best: too-small'])
  expect(second({ from: 'vong-loai', best: 2, worst: 1 })).toHaveLength(1)
})

test('D-21: awards have names of their own and look at what is there', () => {
  const awards = (list: object[]) => problemsOf(withChange('stages[0].awards', JSON.parse(JSON.stringify(list))))
  expect(
    awards([
      { title: 'Nhất', places: 1 },
      { title: 'Nhì', places: 2 },
    ]),
  ).toEqual([])
  expect(
    awards([
      { id: 'a', title: 'Nhất', places: 1 },
      { id: 'a', title: 'Nhì', places: 2 },
    ]),
  ).toEqual(['stages[0].awards[1].id: duplicate-id'])
  expect(awards([{ title: 'Ấn tượng', by: 'best', round: 'x' }])).toEqual([
    'stages[0].awards[0].round: unknown-reference',
  ])
  expect(awards([{ title: 'Ấn tượng', by: 'best', round: 'chao-hoi', criterion: 'x' }])).toEqual([
    'stages[0].awards[0].criterion: unknown-reference',
  ])
  expect(awards([{ title: 'Nhất', places: 0 }])).toEqual(['stages[0].awards[0].places: too-small'])
  expect(awards([{ title: 'Nhất', by: 'luck' }])).toEqual(['stages[0].awards[0].by: not-one-of'])
})

test('D-22: a session begins with a place of a round that is there, no two with the same, and shares the namespace of cues', () => {
  const sessions = (...list: object[]) =>
    problemsOf({
      ...definitionOfThree(),
      sessions: list.map((each, index) => ({ id: `b${index}`, title: 'x', ...each })),
    })
  expect(sessions({ round: 'chao-hoi' }, { round: 'chao-hoi', place: 2, time: '13:30', date: '2026-10-14' })).toEqual(
    [],
  )
  expect(sessions({ round: 'x' })).toEqual(['sessions[0].round: unknown-reference'])
  expect(sessions({ round: 'chao-hoi' }, { round: 'chao-hoi' })).toEqual(['sessions[1].place: duplicate-id'])
  expect(sessions({ id: 'chao-hoi', round: 'chao-hoi' })).toEqual(['sessions[0].id: duplicate-id'])
  expect(sessions({ round: 'chao-hoi', time: '25:00' })).toEqual(['sessions[0].time: bad-format'])
})
