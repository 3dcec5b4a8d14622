/**
 * What must hold of the engine for any contest, whatever the right figures are (SPEC S-21, S-25, S-33, S-36). It knows no formula: it
 * changes a contest in a way that must change nothing, or nothing for the worse, and looks.
 */
import { compare, parseDecimal, toDecimal } from '@bang-diem/shared/scoring/exact.ts'
import { explain } from '@bang-diem/shared/scoring/explain.ts'
import type { StandingRow } from '@bang-diem/shared/scoring/results.ts'
import { scoreRound } from '@bang-diem/shared/scoring/round-score.ts'
import type { RoundInput, RoundRules } from '@bang-diem/shared/scoring/types.ts'
import type { Contest } from '@bang-diem/verifier/scoring/contest.ts'
import { addAgain } from '../rules/scoring/add-again.ts'
import type { RandomContest } from './contest.ts'
import { type Dice, diceOf } from './dice.ts'
import { entriesOf, standingsOf } from './engine.ts'

/** A sentence for each way in which the contest breaks the invariant. */
type Invariant = (contest: Contest, dice: Dice) => string[]

export const INVARIANTS: Readonly<Record<string, Invariant>> = {
  'the order of sheets is irrelevant': (contest, dice) =>
    forEachInput(contest, (round, input) => {
      const shuffled = { ...input, sheets: dice.shuffled(input.sheets) }
      return sameScore(contest, [round, input], [round, shuffled])
    }),
  'excusing equals never having been on the panel': (contest, dice) =>
    forEachInput(contest, (round, input) => {
      if (input.sheets.length === 0) return true
      const { judge } = dice.pick(input.sheets)
      const present = input.sheets.filter((sheet) => sheet.judge !== judge)
      return sameScore(contest, [round, { ...input, sheets: present }], withoutJudge(round, input, judge))
    }),
  'a better sheet never ranks lower under the mean': betterSheet,
  'ranks are a weak order': weakOrder,
  'explain adds up again to the total': addsUp,
}

export function brokenBy(contest: RandomContest): string[] {
  return Object.entries(INVARIANTS).flatMap(([name, invariant]) => {
    try {
      return invariant(contest, diceOf(contest.seed)).map((how) => `${name}: ${how}`)
    } catch (error) {
      return [`${name}: ${String(error)}`]
    }
  })
}

function forEachInput(contest: Contest, holds: (round: RoundRules, input: RoundInput) => boolean): string[] {
  return contest.rules.rounds.flatMap((round) =>
    Object.entries(contest.inputs[round.id] ?? {}).flatMap(([team, input]) =>
      input === null || holds(round, input) ? [] : [`${team} in ${round.id}`],
    ),
  )
}

type Scored = readonly [round: RoundRules, input: RoundInput]

function sameScore({ rules }: Contest, one: Scored, other: Scored): boolean {
  const [a, b] = [scoreRound(one[0], rules.rounding, one[1]), scoreRound(other[0], rules.rounding, other[1])]
  if (a === null || b === null) return a === b
  return compare(a.score, b.score) === 0
}

/** The same with everybody under another name and that judge nowhere: nothing can tell that one was left out. */
function withoutJudge(round: RoundRules, input: RoundInput, judge: string): Scored {
  const renamed = (id: string) => `other-${id}`
  const judgeGroups = round.judgeGroups.map((group) => ({
    ...group,
    judges: group.judges.filter((id) => id !== judge).map(renamed),
  }))
  const sheets = input.sheets.filter((sheet) => sheet.judge !== judge)
  return [
    { ...round, judgeGroups },
    { ...input, sheets: sheets.map((sheet) => ({ ...sheet, judge: renamed(sheet.judge) })) },
  ]
}

/** Under the mean, by points and without tie-breaks, one mark of one team is raised. */
function betterSheet(contest: Contest, dice: Dice): string[] {
  const rules = {
    ...contest.rules,
    placing: { method: 'total' } as const,
    tieBreaks: [],
    rounds: contest.rules.rounds.map((round): RoundRules => {
      const { over } = round.combine
      return { ...round, combine: { method: 'mean', over }, outliers: { rule: 'none' } }
    }),
  }
  const round = dice.pick(rules.rounds)
  const { team } = dice.pick(contest.entrants)
  const input = contest.inputs[round.id]?.[team] ?? null
  if (input === null || input.sheets.length === 0) return []
  const better = { ...input, sheets: raised(input, dice) }
  const inputs = { ...contest.inputs, [round.id]: { ...contest.inputs[round.id], [team]: better } }
  const before = rankIn({ ...contest, rules }, team)
  const after = rankIn({ ...contest, rules, inputs }, team)
  return before === after || (before !== null && after !== null && after < before)
    ? []
    : [`${team}: ${before} → ${after}`]
}

function raised({ sheets }: RoundInput, dice: Dice): RoundInput['sheets'] {
  const at = dice.below(sheets.length)
  return sheets.map((sheet, index) => {
    const [criterion, mark] = dice.pick(Object.entries(sheet.marks))
    const more = parseDecimal(mark)
    return index === at
      ? { ...sheet, marks: { ...sheet.marks, [criterion]: toDecimal({ n: more.n + more.d, d: more.d }, 6) } }
      : sheet
  })
}

function rankIn(contest: Contest, team: string): number | null {
  return standingsOf(contest, entriesOf(contest)).rows.find((row) => row.team === team)?.rank ?? null
}

/** In each category places begin with 1, never fall, are shared exactly by those who say so, and go on by teams or by places. */
function weakOrder(contest: Contest): string[] {
  const { rows } = standingsOf(contest, entriesOf(contest))
  const categories = new Set(rows.map(({ category }) => category))
  return [...categories].flatMap((category) => {
    const placed = rows.filter((row) => row.category === category && row.rank !== null)
    return placed.flatMap((row, index) => (isPlacedRight(placed, row, index, contest) ? [] : [`place of ${row.team}`]))
  })
}

function isPlacedRight(placed: readonly StandingRow[], row: StandingRow, index: number, { rules }: Contest): boolean {
  const before = placed.filter((other) => (other.rank ?? 0) < (row.rank ?? 0))
  const shared = placed.filter((other) => other.rank === row.rank && other.team !== row.team)
  const expected = rules.ranking === 'standard' ? before.length : new Set(before.map(({ rank }) => rank)).size
  const named = new Set(row.sharedWith)
  const isShared = shared.length === named.size && shared.every(({ team }) => named.has(team))
  return row.rank === expected + 1 && isShared && index >= before.length
}

function addsUp(contest: Contest): string[] {
  const entries = entriesOf(contest)
  const { rows } = standingsOf(contest, entries)
  return entries.flatMap((entry) => {
    const row = rows.find(({ team }) => team === entry.team)
    if (row?.total == null) return []
    const { total } = addAgain(explain(contest.rules, entry, row))
    return compare(total, row.total.rounded) === 0 ? [] : [entry.team]
  })
}
