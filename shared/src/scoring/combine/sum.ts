/** SPEC S-9: the sum of all values. Teams with fewer sheets lose by it, so it suits only panels that never excuse. */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { type Combined, OVER_WORDS, over, type Values } from './method.ts'

export const sum = offer({
  id: 'sum',
  title: { vi: 'Tổng điểm các giám khảo', en: 'Sum' },
  schema: v.strictObject({ method: v.literal('sum'), over }),
  ruleText: (params) => ({
    vi: `Cộng điểm của các giám khảo, ${OVER_WORDS[params.over].vi}.`,
    en: `The sum of the judges' points, ${OVER_WORDS[params.over].en}.`,
  }),
  apply: ({ total }: Values): Combined => ({ value: total, leftOut: null }),
})
