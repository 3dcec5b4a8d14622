/** SPEC S-46: each rank is worth so many points. The higher total wins. */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { type Exact, mean, parseDecimal, sum, ZERO } from '../exact.ts'
import { betterSchema, sharedSchema } from '../ranks.ts'
import type { RoundFigure } from '../results.ts'
import { brief, totalRounding } from '../rounding.ts'
import { pointsText } from '../texts.ts'
import { withComma } from '../wording.ts'
import { type FiguresByRound, totalsOfFigures } from './figures.ts'
import { type RankOfTeam, ranksIn } from './given-ranks.ts'
import type { Placed, PlacingInput, PlacingTraits } from './method.ts'
import { ofSchema, rankWords } from './rank-words.ts'

const MOST_PLACES = 200

const schema = v.strictObject({
  method: v.literal('rank-points'),
  /** For the first place, the second, …; beyond the list 0. */
  points: v.pipe(v.array(pointsText), v.minLength(1), v.maxLength(MOST_PLACES)),
  of: ofSchema,
  shared: sharedSchema,
  better: betterSchema,
})
type Params = v.InferOutput<typeof schema>

const traits: PlacingTraits = {
  lowerWins: false,
  ranksJudges: (params) => v.parse(schema, params).of === 'judges',
  ties: {},
}

export const rankPoints = {
  ...traits,
  ...offer({
    id: 'rank-points',
    title: { vi: 'Đổi thứ hạng thành điểm', en: 'Points for ranks' },
    schema,
    ruleText: (params) => ({
      vi: `${rankWords(params).vi} Hạng 1, 2, 3… được ${withComma(params.points.join(' · '))} điểm, sau đó 0; cộng lại, tổng cao hơn xếp trên.`,
      en: `${rankWords(params).en} Ranks 1, 2, 3, … give ${params.points.join(' · ')} points, then 0; they are added up, the higher total goes first.`,
    }),
    example: ({ points, shared }) => {
      const tied = brief(worth({ from: 1, to: 2 }, points.map(parseDecimal), shared), { decimals: 2, mode: 'half-up' })
      return {
        vi: `Hai đội đồng hạng 1: mỗi đội ${withComma(tied)} điểm; đội tiếp theo hạng 3: ${withComma(points[2] ?? '0')} điểm.`,
        en: `Two teams share rank 1: ${tied} points each; the next has rank 3: ${points[2] ?? '0'} points.`,
      }
    },
    apply: placed,
  }),
}

function placed(input: PlacingInput, params: Params): Placed {
  const { rounds, rules } = input
  const points = params.points.map(parseDecimal)
  const display = totalRounding(rules.rounding)
  const figures: FiguresByRound = new Map(
    rounds.map((round) => {
      const ranks = ranksIn(input, round, params)
      const figure = (given: readonly RankOfTeam[]): RoundFigure => {
        const told = given.map((each) => ({
          judge: each.judge,
          rank: each.rank,
          points: worth(each, points, params.shared),
        }))
        const exact = sum(told.map((each) => each.points))
        return { exact, shown: brief(exact, display), ranks: told }
      }
      return [round, new Map([...ranks].map(([team, given]) => [team, figure(given)]))]
    }),
  )
  return { totals: totalsOfFigures(input, figures), flags: [], separate: null }
}

/** What a rank is worth: of equals that share an average, the mean over the places that they take up. */
function worth(
  { from, to }: Pick<RankOfTeam, 'from' | 'to'>,
  points: readonly Exact[],
  shared: Params['shared'],
): Exact {
  const at = (place: number) => points[place - 1] ?? ZERO
  if (shared === 'best') return at(from)
  return mean(Array.from({ length: to - from + 1 }, (_, index) => at(from + index)))
}
