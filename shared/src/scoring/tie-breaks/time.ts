/** SPEC S-53: the shorter, or the longer, time that was recorded in a round goes first. */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { whole } from '../exact.ts'
import { idText } from '../texts.ts'
import { tiedExample } from './example.ts'
import { byFigure, type TieBreakInput, type TieBreakVerdict, unseparated } from './rule.ts'

const FIRST_WORDS = {
  shorter: { vi: 'ngắn hơn', en: 'shorter' },
  longer: { vi: 'dài hơn', en: 'longer' },
} as const

export const time = offer({
  id: 'time',
  looksAtTime: true,
  title: { vi: 'Theo thời gian thi', en: 'By time' },
  schema: v.strictObject({
    by: v.literal('time'),
    round: idText,
    first: v.optional(v.picklist(['shorter', 'longer']), 'shorter'),
  }),
  ruleText: ({ round, first }, names) => ({
    vi: `Bằng tổng điểm thì đội có thời gian thi ${FIRST_WORDS[first].vi} ở phần thi “${names.round(round)}” xếp trên.`,
    en: `Equal totals: the ${FIRST_WORDS[first].en} time in the round “${names.round(round)}” goes first.`,
  }),
  example: ({ first }) => (first === 'shorter' ? tiedExample('285 s', '300 s') : tiedExample('300 s', '285 s')),
  apply(input: TieBreakInput, { round, first }): TieBreakVerdict {
    const parts = input.rounds.includes(round)
      ? byFigure(
          input,
          ({ scores }) => {
            const seconds = scores.get(round)?.seconds ?? null
            return seconds === null ? null : { value: whole(seconds), shown: String(seconds) }
          },
          first === 'shorter' ? 'lower' : 'higher',
        )
      : unseparated(input.group)
    return { round, parts }
  },
})
