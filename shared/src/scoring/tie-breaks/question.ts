/** SPEC S-54: a tie-break question (câu hỏi phụ), whose points the secretary tallies. */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { parseDecimal } from '../exact.ts'
import { idText, positiveText } from '../texts.ts'
import { withComma } from '../wording.ts'
import { tiedExample } from './example.ts'
import { byFigure, type TieBreakInput, type TieBreakVerdict, unseparated } from './rule.ts'

export const question = offer({
  id: 'question',
  title: { vi: 'Theo câu hỏi phụ', en: 'By a tie-break question' },
  schema: v.strictObject({ by: v.literal('question'), question: idText, maximum: positiveText }),
  ruleText: ({ maximum }) => ({
    vi: `Vẫn bằng nhau thì các đội trả lời câu hỏi phụ (tối đa ${withComma(maximum)} điểm), điểm cao hơn xếp trên.`,
    en: `Still equal: the teams answer a tie-break question (up to ${maximum} points), the higher points go first.`,
  }),
  example: () => tiedExample('10', '5'),
  apply({ group, complete, records }: TieBreakInput, { question: id }): TieBreakVerdict {
    if (!complete) return { question: id, parts: unseparated(group) }
    const points = records.questions.get(id)
    if (points === undefined || !group.every(({ team }) => points.has(team))) {
      return { question: id, parts: unseparated(group), awaits: { by: 'question', question: id } }
    }
    const parts = byFigure({ group, compare: 'exact' }, ({ team }) => {
      const own = points.get(team)
      return own === undefined ? null : { value: parseDecimal(own), shown: own }
    })
    return { question: id, parts }
  },
})
