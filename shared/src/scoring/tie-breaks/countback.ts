/**
 * SPEC S-50: countback. Who has more of the highest marks goes first, of as many more of the next, and so on; or the same with places.
 * Counting them is the same as holding the sorted lists against each other: the first difference decides.
 */
import * as v from 'valibot'
import { offer } from '../choice.ts'
import { compare, type Exact, toFraction } from '../exact.ts'
import { ranksOfJudges, ranksOfScores } from '../placing/given-ranks.ts'
import type { Entry } from '../results.ts'
import { brief, totalRounding } from '../rounding.ts'
import { tiedExample } from './example.ts'
import type { TieBreakInput, TieBreakPart, TieBreakVerdict } from './rule.ts'

const OF_WORDS = {
  sheets: {
    vi: 'nhiều phiếu điểm cao nhất hơn, rồi đến mức điểm kế tiếp,',
    en: 'more of the highest sheets, then of the next,',
  },
  'judge-places': {
    vi: 'được nhiều giám khảo xếp thứ nhất hơn, rồi đến thứ nhì,',
    en: 'more first places with the judges, then more second ones,',
  },
  'round-places': {
    vi: 'đứng đầu nhiều phần thi hơn, rồi đến hạng nhì,',
    en: 'more first places in the rounds, then more second ones,',
  },
} as const

export const countback = offer({
  id: 'countback',
  looksAtSheets: true,
  title: { vi: 'Đếm ngược từ điểm cao nhất', en: 'Countback' },
  schema: v.strictObject({
    by: v.literal('countback'),
    of: v.optional(v.picklist(['sheets', 'judge-places', 'round-places']), 'sheets'),
  }),
  ruleText: ({ of }) => ({
    vi: `Bằng tổng điểm thì đội có ${OF_WORDS[of].vi} xếp trên.`,
    en: `Equal totals: who has ${OF_WORDS[of].en} goes first.`,
  }),
  example: ({ of }) =>
    of === 'sheets' ? tiedExample('9.5 · 9 · 8', '9.5 · 8.5 · 8.5') : tiedExample('1 · 1 · 4', '1 · 2 · 3'),
  apply(input: TieBreakInput, { of }): TieBreakVerdict {
    const lists = of === 'sheets' ? sheetLists(input) : placeLists(input, of)
    return { parts: byLists(input, lists, of === 'sheets' && input.better === 'higher' ? -1 : 1) }
  },
})

type Lists = ReadonlyMap<string, readonly Exact[]>

function sheetLists({ group, rounds }: TieBreakInput): Lists {
  return new Map(
    group.map(({ team, scores }) => [
      team,
      rounds.flatMap((id) => scores.get(id)?.sheets ?? []).map(({ value }) => value),
    ]),
  )
}

function placeLists({ all, rounds, compare: by, better }: TieBreakInput, of: 'judge-places' | 'round-places'): Lists {
  const best = { better, shared: 'best' } as const
  const inRounds = rounds.map((round) =>
    of === 'judge-places' ? ranksOfJudges(all, round, best) : ranksOfScores(all, round, best, by),
  )
  return new Map(
    all.map(({ team }) => [team, inRounds.flatMap((ranks) => ranks.get(team) ?? []).map(({ rank }) => rank)]),
  )
}

/** `direction`: −1 where the higher value is the better one. Each part shows the value at which it first differs from a neighbour. */
function byLists({ group, rounding }: TieBreakInput, lists: Lists, direction: 1 | -1): TieBreakPart[] {
  const sorted = group
    .map((entry) => ({ entry, list: [...(lists.get(entry.team) ?? [])].sort((a, b) => direction * compare(a, b)) }))
    .sort((a, b) => before(a.list, b.list, direction))
  const parts: { readonly list: readonly Exact[]; readonly entries: Entry[] }[] = []
  for (const { entry, list } of sorted) {
    const last = parts.at(-1)
    if (last !== undefined && before(last.list, list, direction) === 0) last.entries.push(entry)
    else parts.push({ list, entries: [entry] })
  }
  const display = totalRounding(rounding)
  return parts.map(({ list, entries }, index) => {
    const neighbours = [parts[index - 1], parts[index + 1]].flatMap((part) => (part === undefined ? [] : [part.list]))
    const at = Math.max(0, ...neighbours.map((other) => firstDifference(list, other)))
    const value = list[at]
    return {
      entries,
      exact: value === undefined ? null : toFraction(value),
      shown: value === undefined ? null : brief(value, display),
      reason: null,
    }
  })
}

function before(a: readonly Exact[], b: readonly Exact[], direction: 1 | -1): number {
  const at = firstDifference(a, b)
  const [first, second] = [a[at], b[at]]
  if (first === undefined || second === undefined) return b.length - a.length
  return direction * compare(first, second)
}

/** Where two sorted lists differ first; their length where one is the beginning of the other. */
function firstDifference(a: readonly Exact[], b: readonly Exact[]): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at += 1) {
    const [first, second] = [a[at], b[at]]
    if (first === undefined || second === undefined || compare(first, second) !== 0) return at
  }
  return length
}
