/** The small worked example of an overtime rule, worked by the rule itself so that it can never tell something else. */
import { brief } from '../rounding.ts'
import { type Wording, withComma } from '../wording.ts'
import type { ExcessSeconds, OvertimeVerdict } from './rule.ts'

const EXCESSES: readonly ExcessSeconds[] = [59, 60, 90, 120]

export function overtimeExample<Params>(
  params: Params,
  apply: (excess: ExcessSeconds, params: Params) => OvertimeVerdict,
): Wording {
  const taken = EXCESSES.map((excess) => brief(apply(excess, params).points, { decimals: 2, mode: 'half-up' }))
  const list = EXCESSES.map((excess, index) => `${excess} s: ${taken[index]}`).join('; ')
  return { vi: `Điểm trừ khi quá ${withComma(list)}.`, en: `Points off for ${list}.` }
}
