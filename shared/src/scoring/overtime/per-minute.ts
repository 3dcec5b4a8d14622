/** SPEC S-17: so many points for each full, or each started, minute. */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { compare, mul, parseDecimal, whole } from '../exact.ts'
import { positiveText } from '../texts.ts'
import { withComma } from '../wording.ts'
import { beyondGrace, type ExcessSeconds, graceSeconds, graceWords, type OvertimeVerdict } from './rule.ts'
import { overtimeExample } from './sample.ts'

const COUNT_WORDS = {
  full: { vi: 'mỗi phút quá giờ trọn vẹn', en: 'every full minute over time' },
  started: { vi: 'mỗi phút quá giờ, tính cả phút chưa trọn', en: 'every minute over time, started ones included' },
} as const

const schema = v.strictObject({
  rule: v.literal('per-minute'),
  points: positiveText,
  count: v.picklist(['full', 'started']),
  graceSeconds,
  /** The most that overtime can cost in one round. */
  cap: v.optional(positiveText),
})

export const perMinute = {
  deducts: true,
  ...offer({
    id: 'per-minute',
    title: { vi: 'Trừ theo phút', en: 'So much a minute' },
    schema,
    ruleText: ({ points, count, graceSeconds: grace, cap }) => ({
      vi:
        `Trừ ${withComma(points)} điểm cho ${COUNT_WORDS[count].vi}` +
        graceWords(grace).vi +
        `${cap === undefined ? '' : `; nhiều nhất ${withComma(cap)} điểm`}.`,
      en:
        `${points} off for ${COUNT_WORDS[count].en}` +
        graceWords(grace).en +
        `${cap === undefined ? '' : `; at most ${cap}`}.`,
    }),
    example: (params) => overtimeExample(params, judged),
    apply: judged,
  }),
}

function judged(excess: ExcessSeconds, params: v.InferOutput<typeof schema>): OvertimeVerdict {
  const minutes = beyondGrace(excess, params.graceSeconds) / 60
  const counted = params.count === 'full' ? Math.floor(minutes) : Math.ceil(minutes)
  const points = mul(parseDecimal(params.points), whole(counted))
  const cap = params.cap === undefined ? points : parseDecimal(params.cap)
  return { points: compare(points, cap) > 0 ? cap : points, cut: false }
}
