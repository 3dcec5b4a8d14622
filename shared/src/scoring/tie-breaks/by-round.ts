/** SPEC S-27: the higher score in one round goes first. */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { idText } from '../texts.ts'
import { tiedExample } from './example.ts'
import { byFigure, type Figure, type TieBreakInput, type TieBreakVerdict, unseparated } from './rule.ts'

export const byRound = offer({
  id: 'round',
  title: { vi: 'Theo điểm một phần thi', en: 'By the score of a round' },
  schema: v.strictObject({ by: v.literal('round'), round: idText }),
  ruleText: ({ round }, names) => ({
    vi: `Bằng tổng điểm thì đội có điểm phần thi “${names.round(round)}” cao hơn xếp trên.`,
    en: `Equal totals: the higher score in the round “${names.round(round)}” goes first.`,
  }),
  example: () => tiedExample('45.50', '45.25'),
  apply(input: TieBreakInput, { round }): TieBreakVerdict {
    const figureOf = ({ scores }: TieBreakInput['group'][number]): Figure | null => {
      const score = scores.get(round)
      return score === undefined ? null : { value: score.score, shown: score.shown }
    }
    const parts = input.rounds.includes(round) ? byFigure(input, figureOf, input.better) : unseparated(input.group)
    return { round, parts }
  },
})
