/** SPEC S-29: an order decided outside the scores (by Ban Tổ chức, by the head judge) and recorded with its reason. */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { byRecordedOrder } from './recorded-order.ts'
import type { TieBreakInput } from './rule.ts'

export const decision = offer({
  id: 'decision',
  title: { vi: 'Theo quyết định', en: 'By decision' },
  schema: v.strictObject({ by: v.literal('decision') }),
  ruleText: () => ({
    vi: 'Vẫn bằng nhau thì xếp theo quyết định được ghi biên bản (câu hỏi phụ, bốc thăm…).',
    en: 'Still equal: as decided and put on record (an extra question, drawing lots, …).',
  }),
  example: () => ({
    vi: 'Hai đội A, B vẫn bằng nhau; biên bản ghi: B, A → B xếp trên.',
    en: 'A and B are still equal; on record: B, A → B goes first.',
  }),
  apply: (input: TieBreakInput) => byRecordedOrder(input, 'decision'),
})
