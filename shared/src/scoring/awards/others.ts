/** SPEC S-63: everybody who was ranked and has no award of the main list. */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { type AwardInput, type AwardVerdict, awardEntries, toTeams } from './award.ts'

export const others = {
  main: true,
  ...offer({
    id: 'others',
    title: { vi: 'Các đội còn lại', en: 'Everyone else' },
    schema: v.strictObject({ by: v.literal('others'), ...awardEntries }),
    ruleText: ({ title }) => ({
      vi: `${title}: các đội còn lại được xếp hạng.`,
      en: `${title}: every other team that was ranked.`,
    }),
    example: () => ({ vi: '21 đội, 5 đội đã có giải: 16 đội.', en: '21 teams, 5 with an award: 16.' }),
    apply: ({ rows, taken }: AwardInput): AwardVerdict =>
      toTeams(rows.filter(({ team, rank }) => rank !== null && !taken.has(team))),
  }),
}
