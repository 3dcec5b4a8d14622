/** SPEC S-18: one deduction, found by how long the excess is. */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { parseDecimal, ZERO } from '../exact.ts'
import { pointsText } from '../texts.ts'
import { withComma } from '../wording.ts'
import { beyondGrace, type ExcessSeconds, graceSeconds, graceWords, type OvertimeVerdict } from './rule.ts'
import { overtimeExample } from './sample.ts'

const tier = v.strictObject({
  fromSeconds: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(86_400)),
  points: pointsText,
})

const schema = v.strictObject({
  rule: v.literal('tiers'),
  tiers: v.pipe(
    v.array(tier),
    v.minLength(1),
    v.maxLength(20),
    v.check((list) => list.every(isAfterItsPredecessor), 'bad-format'),
  ),
  graceSeconds,
})

export const tiers = {
  deducts: true,
  ...offer({
    id: 'tiers',
    title: { vi: 'Trừ theo mức', en: 'By steps' },
    schema,
    ruleText: ({ tiers: steps, graceSeconds: grace }) => ({
      vi: `Quá giờ ${steps.map((step) => `từ ${step.fromSeconds} giây trừ ${withComma(step.points)}`).join('; ')}${graceWords(grace).vi}.`,
      en: `Over time: ${steps.map((step) => `from ${step.fromSeconds} s ${step.points} off`).join('; ')}${graceWords(grace).en}.`,
    }),
    example: (params) => overtimeExample(params, judged),
    apply: judged,
  }),
}

function judged(excess: ExcessSeconds, params: v.InferOutput<typeof schema>): OvertimeVerdict {
  const counted = beyondGrace(excess, params.graceSeconds)
  const reached = params.tiers.filter((step) => step.fromSeconds <= counted).at(-1)
  return { points: reached === undefined ? ZERO : parseDecimal(reached.points), cut: false }
}

function isAfterItsPredecessor(step: { fromSeconds: number }, index: number, list: readonly { fromSeconds: number }[]) {
  const before = list[index - 1]
  return before === undefined || before.fromSeconds < step.fromSeconds
}
