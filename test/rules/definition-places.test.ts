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
