/** A made-up placing method: for each team that it leaves behind a team gets a point, from every judge or in every round. */
import { offer } from '@bang-diem/shared/scoring/choice.ts'
import { add, type Exact, parseDecimal, sub, sum, whole } from '@bang-diem/shared/scoring/exact.ts'
import { type FiguresByRound, totalsOfFigures } from '@bang-diem/shared/scoring/placing/figures.ts'
import { type RankOfTeam, type RanksInRound, ranksIn } from '@bang-diem/shared/scoring/placing/given-ranks.ts'
import type { Placed, PlacingInput, PlacingTraits } from '@bang-diem/shared/scoring/placing/method.ts'
import { ofSchema, rankWords } from '@bang-diem/shared/scoring/placing/rank-words.ts'
import { betterSchema, sharedSchema } from '@bang-diem/shared/scoring/ranks.ts'
import type { RoundFigure } from '@bang-diem/shared/scoring/results.ts'
import { brief, totalRounding } from '@bang-diem/shared/scoring/rounding.ts'
import { pointsText } from '@bang-diem/shared/scoring/texts.ts'
import { withComma } from '@bang-diem/shared/scoring/wording.ts'
import * as v from 'valibot'

const schema = v.strictObject({
  method: v.literal('borda'),
  of: ofSchema,
  /** What the last rank gives. */
  forLast: v.optional(pointsText, '0'),
  shared: sharedSchema,
  better: betterSchema,
})
type Params = v.InferOutput<typeof schema>

const traits: PlacingTraits = {
  lowerWins: false,
  ranksJudges: (params) => v.parse(schema, params).of === 'judges',
  ties: {},
}

export const borda = {
  ...traits,
  ...offer({
    id: 'borda',
    title: { vi: 'Điểm Borda', en: 'Borda points' },
    schema,
    ruleText: (params) => ({
      vi: `${rankWords(params).vi} Hạng cuối được ${withComma(params.forLast)} điểm, mỗi hạng trên đó thêm 1; cộng lại, tổng cao hơn xếp trên.`,
      en: `${rankWords(params).en} The last rank gives ${params.forLast}, each rank above it 1 more; they are added up, the higher total goes first.`,
    }),
    example: (params) => {
      const points = [1, 2, 3].map((rank) => brief(worth(whole(rank), 3, params), { decimals: 2, mode: 'half-up' }))
      const list = points.join(' · ')
      return { vi: `Ba đội: ${withComma(list)} điểm.`, en: `Three teams: ${list} points.` }
    },
    apply: placed,
  }),
}

function placed(input: PlacingInput, params: Params): Placed {
  const display = totalRounding(input.rules.rounding)
  const figures: FiguresByRound = new Map(
    input.rounds.map((round) => {
      const ranks = ranksIn(input, round, params)
      const figure = (given: readonly RankOfTeam[]): RoundFigure => {
        const told = given.map(({ judge, rank }) => ({
          judge,
          rank,
          points: worth(rank, rankedBy(ranks, judge), params),
        }))
        const exact = sum(told.map(({ points }) => points))
        return { exact, shown: brief(exact, display), ranks: told }
      }
      return [round, new Map([...ranks].map(([team, given]) => [team, figure(given)]))]
    }),
  )
  return { totals: totalsOfFigures(input, figures), flags: [], separate: null }
}

/** How many teams a judge has ranked, or the round. */
function rankedBy(ranks: RanksInRound, judge: string | null): number {
  return [...ranks.values()].flat().filter((rank) => rank.judge === judge).length
}

function worth(rank: Exact, teams: number, { forLast }: Params): Exact {
  return add(parseDecimal(forLast), sub(whole(teams), rank))
}
