/** A made-up tie-break: who has more sheets of so many points, or better ones, goes first. */
import { offer } from '@bang-diem/shared/scoring/choice.ts'
import { compare, parseDecimal, whole } from '@bang-diem/shared/scoring/exact.ts'
import { pointsText } from '@bang-diem/shared/scoring/texts.ts'
import { tiedExample } from '@bang-diem/shared/scoring/tie-breaks/example.ts'
import { byFigure, type TieBreakInput, type TieBreakVerdict } from '@bang-diem/shared/scoring/tie-breaks/rule.ts'
import { withComma } from '@bang-diem/shared/scoring/wording.ts'
import * as v from 'valibot'

export const sheetsFrom = offer({
  id: 'sheets-from',
  looksAtSheets: true,
  title: { vi: 'Nhiều phiếu điểm tốt hơn', en: 'By good sheets' },
  schema: v.strictObject({ by: v.literal('sheets-from'), from: pointsText }),
  ruleText: ({ from }) => ({
    vi: `Bằng tổng điểm thì đội có nhiều phiếu được ${withComma(from)} điểm hoặc tốt hơn xếp trên.`,
    en: `Equal totals: more sheets of ${from} points or better go first.`,
  }),
  example: () => tiedExample('3', '2'),
  apply(input: TieBreakInput, { from }): TieBreakVerdict {
    const direction = input.better === 'higher' ? 1 : -1
    const parts = byFigure(input, ({ scores }) => {
      const sheets = input.rounds.flatMap((id) => scores.get(id)?.sheets ?? [])
      const good = sheets.filter(({ value }) => direction * compare(value, parseDecimal(from)) >= 0).length
      return { value: whole(good), shown: String(good) }
    })
    return { parts }
  },
})
