/** SPEC S-47, S-48: places by the majority of the judges, as in the skating system. The lower total of places wins. */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { fraction } from '../exact.ts'
import { betterSchema } from '../ranks.ts'
import type { RoundFigure } from '../results.ts'
import { brief, totalRounding } from '../rounding.ts'
import { byMajority, majorityOf } from './by-majority.ts'
import { type FiguresByRound, totalsOfFigures } from './figures.ts'
import { type RanksInRound, ranksOfJudges } from './given-ranks.ts'
import { overRounds } from './majority-ties.ts'
import type { Placed, PlacingInput, PlacingTraits } from './method.ts'

const schema = v.strictObject({ method: v.literal('majority'), better: betterSchema })
type Params = v.InferOutput<typeof schema>

const traits: PlacingTraits = {
  lowerWins: true,
  ranksJudges: () => true,
  ties: {
    'majority-rounds': { vi: 'Số lần đạt thứ hạng cao hơn', en: 'More of the better round places' },
    'majority-marks': { vi: 'Đa số giám khảo qua tất cả các phần thi', en: 'The majority over all rounds' },
  },
}

export const majority = {
  ...traits,
  ...offer({
    id: 'majority',
    title: { vi: 'Theo đa số giám khảo (skating)', en: 'By majority (skating system)' },
    schema,
    ruleText: () => ({
      vi: 'Trong mỗi phần thi, mỗi giám khảo xếp hạng các đội; đội được đa số giám khảo xếp ở một hạng hoặc cao hơn sẽ nhận hạng đó. Cộng thứ hạng các phần thi; tổng thấp hơn xếp trên.',
      en: 'In each round each judge ranks the teams; who is placed at a rank or better by the majority of the judges gets that rank. The ranks of the rounds are added up; the lower total goes first.',
    }),
    example: () => {
      const marks = new Map([
        ['A', ['1', '1', '1', '4', '4']],
        ['B', ['3', '2', '2', '1', '1']],
      ])
      const order = byMajority([...marks.keys()], {
        marks: new Map([...marks].map(([team, given]) => [team, given.map((mark) => fraction(BigInt(mark)))])),
        majority: majorityOf(5),
        last: 4,
      })
      const list = [...marks].map(([team, given]) => `${team}: ${given.join(' · ')}`).join('; ')
      const first = order[0]?.[0] ?? ''
      return { vi: `${list} → ${first} xếp trên.`, en: `${list} → ${first} goes first.` }
    },
    apply: placed,
  }),
}

function placed(input: PlacingInput, { better }: Params): Placed {
  const { entries, rounds, rules } = input
  const ranks = new Map(
    rounds.map((round) => [round, ranksOfJudges(entries, round, { better, shared: 'average' })] as const),
  )
  const display = totalRounding(rules.rounding)
  const figures: FiguresByRound = new Map(
    [...ranks].map(([round, inRound]) => [
      round,
      new Map([...placesIn(inRound)].map(([team, place]) => [team, figureOf(place, inRound, team)])),
    ]),
  )
  return { totals: totalsOfFigures(input, figures), flags: [], separate: overRounds(ranks, figures) }

  function figureOf(exact: RoundFigure['exact'], inRound: RanksInRound, team: string): RoundFigure {
    const told = (inRound.get(team) ?? []).map(({ judge, rank }) => ({ judge, rank, points: null }))
    return { exact, shown: brief(exact, display), ranks: told }
  }
}

/** The place of each team in one round; equals share the mean of the places that they take up. */
function placesIn(ranks: RanksInRound): Map<string, RoundFigure['exact']> {
  const teams = [...ranks.keys()].filter((team) => (ranks.get(team) ?? []).length > 0)
  const judges = new Set([...ranks.values()].flatMap((given) => given.map(({ judge }) => judge)))
  const marks = new Map([...ranks].map(([team, given]) => [team, given.map(({ rank }) => rank)]))
  const places = new Map<string, RoundFigure['exact']>()
  for (const group of byMajority(teams, { marks, majority: majorityOf(judges.size), last: teams.length })) {
    const [from, to] = [places.size + 1, places.size + group.length]
    for (const team of group) places.set(team, fraction(BigInt(from + to), 2n))
  }
  return places
}
