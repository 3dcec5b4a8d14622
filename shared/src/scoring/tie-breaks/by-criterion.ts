/** SPEC S-28: the higher figure under one criterion of one round goes first. */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { idText } from '../texts.ts'
import { tiedExample } from './example.ts'
import { byFigure, type TieBreakInput, type TieBreakVerdict, unseparated } from './rule.ts'

export const byCriterion = offer({
  id: 'criterion',
  title: { vi: 'Theo điểm một tiêu chí', en: 'By a criterion' },
  schema: v.strictObject({ by: v.literal('criterion'), round: idText, criterion: idText }),
  ruleText: ({ round, criterion }, names) => ({
    vi: `Bằng tổng điểm thì đội có điểm tiêu chí “${names.criterion(round, criterion)}” (phần thi “${names.round(round)}”) cao hơn xếp trên.`,
    en: `Equal totals: the higher figure under “${names.criterion(round, criterion)}” (round “${names.round(round)}”) goes first.`,
  }),
  example: () => tiedExample('9.25', '9.00'),
  apply(input: TieBreakInput, { round, criterion }): TieBreakVerdict {
    const parts = input.rounds.includes(round)
      ? byFigure(
          input,
          ({ scores }) => scores.get(round)?.criteria.find((figure) => figure.criterion === criterion) ?? null,
          input.better,
        )
      : unseparated(input.group)
    return { round, criterion, parts }
  },
})
