/** SPEC S-16: time is kept, and nothing follows from it. */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { ZERO } from '../exact.ts'
import type { ExcessSeconds, OvertimeVerdict } from './rule.ts'

export const none = {
  deducts: false,
  ...offer({
    id: 'none',
    title: { vi: 'Không trừ điểm quá giờ', en: 'Nothing is deducted' },
    schema: v.strictObject({ rule: v.literal('none') }),
    ruleText: () => ({ vi: 'Quá giờ không bị trừ điểm.', en: 'Overtime costs no points.' }),
    example: () => ({ vi: 'Quá 90 giây: không trừ.', en: '90 s over: nothing off.' }),
    apply: (_excess: ExcessSeconds): OvertimeVerdict => ({ points: ZERO, cut: false }),
  }),
}
