/** SPEC S-52: the higher value on the head judge's sheet goes first, in one round or over all that judges mark. */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { type Exact, sum } from '../exact.ts'
import type { Entry } from '../results.ts'
import { brief, totalRounding } from '../rounding.ts'
import { idText } from '../texts.ts'
import { tiedExample } from './example.ts'
import { byFigure, type TieBreakInput, type TieBreakVerdict, unseparated } from './rule.ts'

export const headJudge = offer({
  id: 'head-judge',
  looksAtSheets: true,
  needsHeadJudge: true,
  title: { vi: 'Theo điểm của Trưởng Ban Giám khảo', en: "By the head judge's marks" },
  schema: v.strictObject({ by: v.literal('head-judge'), round: v.optional(idText) }),
  ruleText: ({ round }, names) => ({
    vi: `Bằng tổng điểm thì đội được Trưởng Ban Giám khảo chấm cao hơn${round === undefined ? '' : ` ở phần thi “${names.round(round)}”`} xếp trên.`,
    en: `Equal totals: who has the higher marks of the head judge${round === undefined ? '' : ` in the round “${names.round(round)}”`} goes first.`,
  }),
  example: () => tiedExample('18.25', '18'),
  apply(input: TieBreakInput, { round }): TieBreakVerdict {
    const { headJudge: judge, rounds } = input
    const asked = round === undefined ? roundsThatJudgesMark(input) : [round]
    const counts = judge !== null && asked.length > 0 && asked.every((id) => rounds.includes(id))
    if (!counts) return { round: round ?? null, parts: unseparated(input.group) }
    const display = totalRounding(input.rounding)
    const parts = byFigure(
      input,
      (entry) => {
        const values = valuesOf(entry, judge, asked)
        const value = sum(values)
        return values.length < asked.length ? null : { value, shown: brief(value, display) }
      },
      input.better,
    )
    return { round: round ?? null, parts }
  },
})

function roundsThatJudgesMark({ stageRounds, rounds }: TieBreakInput): string[] {
  return stageRounds
    .filter(({ id, criteria }) => rounds.includes(id) && criteria.some(({ scoredBy }) => scoredBy === 'judges'))
    .map(({ id }) => id)
}

function valuesOf({ scores }: Entry, judge: string, rounds: readonly string[]): Exact[] {
  return rounds.flatMap((id): Exact[] => {
    const sheet = scores.get(id)?.sheets.find((each) => each.judge === judge)
    return sheet === undefined ? [] : [sheet.value]
  })
}
