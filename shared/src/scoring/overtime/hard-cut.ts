/** SPEC S-19: a bell ends the performance; what comes after it is not marked, and nothing is deducted. */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { ZERO } from '../exact.ts'
import type { ExcessSeconds, OvertimeVerdict } from './rule.ts'

export const hardCut = {
  deducts: false,
  ...offer({
    id: 'hard-cut',
    title: { vi: 'Hết giờ thì dừng', en: 'A bell ends it' },
    schema: v.strictObject({ rule: v.literal('hard-cut') }),
    ruleText: () => ({ vi: 'Phần quá giờ không được tính điểm.', en: 'What comes after the bell is not marked.' }),
    example: () => ({
      vi: 'Quá 90 giây: không trừ, phần sau chuông không chấm.',
      en: '90 s over: nothing off, what came after the bell is not marked.',
    }),
    apply: (_excess: ExcessSeconds): OvertimeVerdict => ({ points: ZERO, cut: true }),
  }),
}
