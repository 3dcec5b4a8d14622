/** SPEC S-65: a side award that people give, with a reason: the audience's favourite, the best costume. */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { type AwardInput, type AwardVerdict, awardEntries } from './award.ts'

export const picked = {
  main: false,
  ...offer({
    id: 'picked',
    title: { vi: 'Do Ban Tổ chức chọn', en: 'Picked by the organisers' },
    schema: v.strictObject({ by: v.literal('picked'), ...awardEntries }),
    ruleText: ({ title }) => ({
      vi: `${title}: do Ban Tổ chức chọn, có ghi lý do.`,
      en: `${title}: picked by the organisers, with a reason.`,
    }),
    example: () => ({ vi: 'Khán giả bình chọn: đội B.', en: "The audience's vote: team B." }),
    apply: ({ picked: teams }: AwardInput): AwardVerdict => ({ teams: [...teams], tiedAtEdge: [] }),
  }),
}
