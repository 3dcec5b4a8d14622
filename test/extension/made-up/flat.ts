/** A made-up overtime rule: the same points for any time over, once. */
import { offer } from '@bang-diem/shared/scoring/choice.ts'
import { parseDecimal, ZERO } from '@bang-diem/shared/scoring/exact.ts'
import {
  beyondGrace,
  type ExcessSeconds,
  graceSeconds,
  graceWords,
  type OvertimeVerdict,
} from '@bang-diem/shared/scoring/overtime/rule.ts'
import { overtimeExample } from '@bang-diem/shared/scoring/overtime/sample.ts'
import { positiveText } from '@bang-diem/shared/scoring/texts.ts'
import { withComma } from '@bang-diem/shared/scoring/wording.ts'
import * as v from 'valibot'

const schema = v.strictObject({ rule: v.literal('flat'), points: positiveText, graceSeconds })

export const flat = {
  deducts: true,
  ...offer({
    id: 'flat',
    title: { vi: 'Trừ một lần', en: 'Once' },
    schema,
    ruleText: ({ points, graceSeconds: grace }) => ({
      vi: `Quá giờ thì trừ ${withComma(points)} điểm một lần, dù quá bao lâu${graceWords(grace).vi}.`,
      en: `${points} off once for overtime, however long${graceWords(grace).en}.`,
    }),
    example: (params) => overtimeExample(params, judged),
    apply: judged,
  }),
}

function judged(excess: ExcessSeconds, params: v.InferOutput<typeof schema>): OvertimeVerdict {
  const isOver = beyondGrace(excess, params.graceSeconds) > 0
  return { points: isOver ? parseDecimal(params.points) : ZERO, cut: false }
}
