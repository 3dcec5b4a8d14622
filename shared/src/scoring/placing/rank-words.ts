/** What the printed rules of the ranking methods have in common, and their small worked example. */
import * as v from 'valibot'
import { type Exact, parseDecimal, ZERO } from '../exact.ts'
import { type RankBy, ranked } from '../ranks.ts'
import { brief } from '../rounding.ts'
import { type Wording, withComma } from '../wording.ts'

/** Whose order is taken: each judge's own, or that of the round's scores. */
export const ofSchema = v.optional(v.picklist(['judges', 'rounds']), 'judges')

type Params = RankBy & { readonly of: 'judges' | 'rounds' }

export function rankWords({ of, better, shared }: Params): Wording {
  const order =
    better === 'lower'
      ? { vi: 'từ điểm thấp đến điểm cao', en: 'from the lowest up' }
      : { vi: 'từ điểm cao xuống điểm thấp', en: 'from the highest down' }
  const who =
    of === 'judges'
      ? { vi: 'Trong mỗi phần thi, mỗi giám khảo xếp hạng các đội', en: 'In each round each judge ranks the teams' }
      : { vi: 'Trong mỗi phần thi, các đội được xếp hạng', en: 'In each round the teams are ranked' }
  const equals =
    shared === 'average'
      ? { vi: 'bằng nhau thì chia đều thứ hạng', en: 'equals share the mean of their places' }
      : { vi: 'bằng nhau thì cùng nhận hạng tốt nhất', en: 'equals all get the best of their places' }
  return { vi: `${who.vi} ${order.vi}; ${equals.vi}.`, en: `${who.en} ${order.en}; ${equals.en}.` }
}

const MARKS = ['9', '8.5', '8.5', '7']

/** Four marks of one judge and the ranks that two other judges gave the second team. */
export function sampleRanks(by: RankBy): Wording & { readonly ranks: readonly Exact[] } {
  const text = (rank: Exact) => brief(rank, { decimals: 2, mode: 'half-up' })
  const places = ranked(MARKS, parseDecimal, by)
  const own = MARKS.map((mark) => places.find(({ item }) => item === mark)?.rank ?? ZERO).map(text)
  const ranks = [parseDecimal(own[1] ?? '0'), parseDecimal('1'), parseDecimal('3')]
  const list = ranks.map(text).join(' · ')
  return {
    vi: withComma(`${MARKS.join(' · ')} → hạng ${own.join(' · ')}; một đội có các hạng ${list}`),
    en: `${MARKS.join(' · ')} → ranks ${own.join(' · ')}; a team with the ranks ${list}`,
    ranks,
  }
}
