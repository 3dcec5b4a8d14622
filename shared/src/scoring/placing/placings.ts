/** SPEC S-45: the sum of ranks. The lower total wins. */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { type Exact, mean, sum } from '../exact.ts'
import { betterSchema, sharedSchema } from '../ranks.ts'
import type { Flag, RoundFigure } from '../results.ts'
import { brief, totalRounding } from '../rounding.ts'
import { type FiguresByRound, totalsOfFigures } from './figures.ts'
import { type RanksInRound, ranksIn } from './given-ranks.ts'
import type { Placed, PlacingInput, PlacingTraits } from './method.ts'
import { ofSchema, rankWords, sampleRanks } from './rank-words.ts'

const schema = v.strictObject({
  method: v.literal('placings'),
  of: ofSchema,
  /** Over judges: the sum of their ranks, or the mean where panels differ. */
  combine: v.optional(v.picklist(['sum', 'mean']), 'sum'),
  shared: sharedSchema,
  better: betterSchema,
})
type Params = v.InferOutput<typeof schema>

const traits: PlacingTraits = {
  lowerWins: true,
  ranksJudges: (params) => v.parse(schema, params).of === 'judges',
  ties: {},
}

export const placings = {
  ...traits,
  ...offer({
    id: 'placings',
    title: { vi: 'Theo tổng thứ hạng', en: 'By the sum of ranks' },
    schema,
    ruleText: (params) => ({
      vi: `${rankWords(params).vi} ${params.combine === 'mean' ? 'Lấy trung bình thứ hạng' : 'Cộng thứ hạng'}; tổng thấp hơn xếp trên.`,
      en: `${rankWords(params).en} ${params.combine === 'mean' ? 'The mean rank is taken' : 'The ranks are added up'}; the lower total goes first.`,
    }),
    example: (params) => {
      const { vi, en, ranks } = sampleRanks(params)
      const result = brief(params.combine === 'mean' ? mean(ranks) : sum(ranks), { decimals: 2, mode: 'half-up' })
      return { vi: `${vi} → ${result.replace('.', ',')}`, en: `${en} → ${result}` }
    },
    apply: placed,
  }),
}

function placed(input: PlacingInput, params: Params): Placed {
  const { rounds, rules } = input
  const flags: Flag[] = []
  const display = totalRounding(rules.rounding)
  const figures: FiguresByRound = new Map(
    rounds.map((round) => {
      const ranks = ranksIn(input, round, params)
      if (params.combine === 'sum') flags.push(...unevenPanels(ranks, round))
      const figure = (given: readonly { rank: Exact; judge: string | null }[]): RoundFigure => {
        const all = given.map(({ rank }) => rank)
        const exact = params.combine === 'mean' ? mean(all) : sum(all)
        const told = given.map(({ judge, rank }) => ({ judge, rank, points: null }))
        return { exact, shown: brief(exact, display), ranks: told }
      }
      const ofTeams = [...ranks].filter(([, given]) => given.length > 0)
      return [round, new Map(ofTeams.map(([team, given]) => [team, figure(given)]))]
    }),
  )
  return { totals: totalsOfFigures(input, figures), flags, separate: null }
}

/** A sum over fewer judges is lower, and lower wins: nobody may find that out by accident. */
function unevenPanels(ranks: RanksInRound, round: string): Flag[] {
  const most = Math.max(0, ...[...ranks.values()].map((given) => given.length))
  return [...ranks].flatMap(([team, given]): Flag[] =>
    given.length < most ? [{ kind: 'uneven-panel', team, round }] : [],
  )
}
