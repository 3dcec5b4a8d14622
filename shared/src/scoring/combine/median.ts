/** SPEC S-10: the middle value, or the mean of the two middle ones. */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { compare, mean } from '../exact.ts'
import { ascending, type Combined, OVER_WORDS, over, type Values } from './method.ts'
import { combineExample } from './sample.ts'

export const median = {
  weighs: false,
  ...offer({
    id: 'median',
    title: { vi: 'Trung vị', en: 'Median' },
    schema: v.strictObject({ method: v.literal('median'), over }),
    ruleText: (params) => ({
      vi: `Lấy điểm đứng giữa khi xếp từ thấp đến cao (hai điểm giữa thì lấy trung bình), ${OVER_WORDS[params.over].vi}.`,
      en: `The middle one of the judges' points (the mean of the two middle ones), ${OVER_WORDS[params.over].en}.`,
    }),
    example: (params) => combineExample(params, middle),
    apply: middle,
  }),
}

function middle({ values }: Values): Combined {
  const order = ascending(values, compare)
  const kept = new Set(order.slice(Math.floor((order.length - 1) / 2), Math.floor(order.length / 2) + 1))
  return {
    value: mean(values.filter((_, index) => kept.has(index))),
    leftOut: values.map((_, index) => (kept.has(index) ? null : 'not-middle')),
  }
}
