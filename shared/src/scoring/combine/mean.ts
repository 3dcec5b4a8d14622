/** SPEC S-8: the mean of all values. */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { meanOf } from '../exact.ts'
import { type Combined, OVER_WORDS, over, type Values } from './method.ts'

export const mean = offer({
  id: 'mean',
  title: { vi: 'Điểm trung bình', en: 'Mean' },
  schema: v.strictObject({ method: v.literal('mean'), over }),
  ruleText: (params) => ({
    vi: `Lấy trung bình cộng điểm của các giám khảo, ${OVER_WORDS[params.over].vi}.`,
    en: `The mean of the judges' points, ${OVER_WORDS[params.over].en}.`,
  }),
  apply: (values: Values): Combined => ({ value: meanOf(values), leftOut: null }),
})
