/** SPEC S-51: the higher points in a part of a round, some of its criteria together, go first. */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { type Exact, mul, parseDecimal, sum } from '../exact.ts'
import { displayAt, shown } from '../rounding.ts'
import { idText } from '../texts.ts'
import { tiedExample } from './example.ts'
import { byFigure, type TieBreakInput, type TieBreakVerdict, unseparated } from './rule.ts'

export const byPart = offer({
  id: 'part',
  title: { vi: 'Theo điểm một nhóm tiêu chí', en: 'By a part of a round' },
  schema: v.strictObject({
    by: v.literal('part'),
    round: idText,
    criteria: v.pipe(v.array(idText), v.minLength(1), v.maxLength(40)),
  }),
  ruleText: ({ round, criteria }, names) => {
    const list = criteria.map((id) => `“${names.criterion(round, id)}”`).join(', ')
    return {
      vi: `Bằng tổng điểm thì đội có điểm các tiêu chí ${list} (phần thi “${names.round(round)}”) cao hơn xếp trên.`,
      en: `Equal totals: the higher points under ${list} (round “${names.round(round)}”) go first.`,
    }
  },
  example: () => tiedExample('18.50', '18.25'),
  apply(input: TieBreakInput, { round, criteria }): TieBreakVerdict {
    const rules = input.stageRounds.find(({ id }) => id === round)
    if (rules === undefined || !input.rounds.includes(round)) return { round, parts: unseparated(input.group) }
    const display = displayAt(input.rounding, 'round')
    const weights = new Map(rules.criteria.map(({ id, weight }) => [id, parseDecimal(weight)]))
    return {
      round,
      parts: byFigure(
        input,
        ({ scores }) => {
          const figures = scores.get(round)?.criteria ?? []
          const own = criteria.flatMap((id): Exact[] => {
            const [figure, weight] = [figures.find(({ criterion }) => criterion === id), weights.get(id)]
            return figure === undefined || weight === undefined ? [] : [mul(weight, figure.value)]
          })
          const value = sum(own)
          return own.length < criteria.length ? null : { value, shown: shown(value, display) }
        },
        input.better,
      ),
    }
  },
})
