/** What must hold for any contest at all. */
import { compare, toFraction } from '@bang-diem/shared/scoring/exact.ts'
import { lowerWins } from '@bang-diem/shared/scoring/placing/registry.ts'
import type { StandingRow } from '@bang-diem/shared/scoring/results.ts'
import { scoreRound } from '@bang-diem/shared/scoring/round-score.ts'
import { rankStage } from '@bang-diem/shared/scoring/standings.ts'
import type { RoundInput, StageRules } from '@bang-diem/shared/scoring/types.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entry } from './builders.ts'
import { anyInput, anyInputs, anyStage, better, TEAMS } from './contests.ts'

type Inputs = readonly (readonly (RoundInput | null)[])[]

function ranked(rules: StageRules, inputs: Inputs, teams: readonly string[] = TEAMS): readonly StandingRow[] {
  const byTeam = new Map(TEAMS.map((team, index) => [team as string, inputs[index] ?? []]))
  return rankStage(
    rules,
    teams.map((team) => entry(rules, team, byTeam.get(team) ?? [])),
  ).rows
}

function rankOf(rows: readonly StandingRow[], team: string): number | null {
  return rows.find((row) => row.team === team)?.rank ?? null
}

/** The same team with one judge's sheet in its first round one step better. */
function withBetterSheet(own: readonly (RoundInput | null)[], pick: number): readonly (RoundInput | null)[] {
  const [first, ...rest] = own
  if (!first) return own
  const at = pick % first.sheets.length
  const sheets = first.sheets.map((sheet, index) => {
    const raised = Object.entries(sheet.marks).map(([id, mark]) => [id, better(mark)] as const)
    return index === at ? { ...sheet, marks: Object.fromEntries(raised) } : sheet
  })
  return [{ ...first, sheets }, ...rest]
}

const underMean = (over: 'sheet' | 'criterion') =>
  anyStage.map(
    (rules): StageRules => ({
      ...rules,
      placing: { method: 'total' },
      tieBreaks: [],
      rounds: rules.rounds.map((round) => ({
        ...round,
        combine: { method: 'mean', over },
        outliers: { rule: 'none' },
      })),
    }),
  )

describe('S-36: what order and better marks may change', () => {
  it('S-36: the order of the sheets changes no score', () =>
    fc.assert(
      fc.property(anyStage, anyInput, fc.infiniteStream(fc.nat()), (rules, given, keys) => {
        const shuffled = given.sheets
          .map((sheet) => ({ sheet, key: keys.next().value }))
          .sort((x, y) => (x.key ?? 0) - (y.key ?? 0))
          .map(({ sheet }) => sheet)
        for (const round of rules.rounds) {
          const score = scoreRound(round, rules.rounding, given)
          const again = scoreRound(round, rules.rounding, { ...given, sheets: shuffled })
          expect(again && toFraction(again.score)).toBe(score && toFraction(score.score))
        }
      }),
    ))

  it('S-36: the order of the teams changes no rank', () =>
    fc.assert(
      fc.property(
        anyStage,
        anyInputs,
        fc.shuffledSubarray([...TEAMS], { minLength: TEAMS.length }),
        (rules, inputs, teams) => {
          const rows = ranked(rules, inputs)
          const again = ranked(rules, inputs, teams)
          for (const team of TEAMS) expect(rankOf(again, team)).toBe(rankOf(rows, team))
        },
      ),
    ))

  it.each(['sheet', 'criterion'] as const)('S-36: under the mean over %s a better sheet never ranks lower', (over) =>
    fc.assert(
      fc.property(underMean(over), anyInputs, fc.nat(), (rules, inputs, pick) => {
        const [own = [], ...others] = inputs
        const before = rankOf(ranked(rules, inputs), 'a')
        const after = rankOf(ranked(rules, [withBetterSheet(own, pick), ...others]), 'a')
        expect(before === null ? after : after !== null && after <= before).toBe(before === null ? null : true)
      }),
    ),
  )

  it('S-36: without outliers a better sheet never scores lower, whatever combines', () =>
    fc.assert(
      fc.property(anyStage, anyInput, fc.nat(), (rules, given, pick) => {
        const [raised] = withBetterSheet([given], pick)
        if (!raised) throw new Error('a sheet was raised')
        for (const round of rules.rounds) {
          const plain = { ...round, outliers: { rule: 'none' } as const }
          const before = scoreRound(plain, rules.rounding, given)
          const after = scoreRound(plain, rules.rounding, raised)
          expect(before && after && compare(after.score, before.score)).toBeGreaterThanOrEqual(0)
        }
      }),
    ))
})

describe('S-21: the excused', () => {
  it('S-21: excusing a judge equals that judge never having been on the panel', () =>
    fc.assert(
      fc.property(anyStage, anyInput, fc.nat(), (rules, given, pick) => {
        const excused = given.sheets[pick % given.sheets.length]?.judge
        const present = given.sheets.filter(({ judge }) => judge !== excused)
        // The same panel with nobody missing: judges renumbered, so that nothing can tell that one was left out.
        const smaller = present.map((sheet) => ({ ...sheet, judge: `other-${sheet.judge}` }))
        for (const round of rules.rounds) {
          const score = scoreRound(round, rules.rounding, { ...given, sheets: present })
          const judgeGroups = round.judgeGroups.map((group) => ({
            ...group,
            judges: group.judges.filter((id) => id !== excused).map((id) => `other-${id}`),
          }))
          const without = scoreRound({ ...round, judgeGroups }, rules.rounding, { ...given, sheets: smaller })
          expect(without && toFraction(without.score)).toBe(score && toFraction(score.score))
        }
      }),
    ))
})

describe('S-25: ranks are a weak order', () => {
  it('S-25: ranks agree with totals, and each place is counted right', () =>
    fc.assert(
      fc.property(anyStage, anyInputs, (rules, inputs) => {
        const rows = ranked({ ...rules, tieBreaks: [] }, inputs)
        const placed = rows.filter(({ rank }) => rank !== null)
        const key = ({ total }: StandingRow) => {
          if (total === null) throw new Error('a ranked team has a total')
          return rules.compare === 'exact' ? total.exact : total.rounded
        }
        // Majority parts equal totals by rules of its own.
        fc.pre(rules.placing.method !== 'majority')
        const direction = lowerWins(rules.placing) ? -1 : 1
        for (const row of placed) {
          const better = placed.filter((other) => direction * compare(key(other), key(row)) > 0)
          const places =
            rules.ranking === 'standard' ? better.length : new Set(better.map((each) => toFraction(key(each)))).size
          expect(row.rank).toBe(places + 1)
        }
        expect(rows.slice(0, placed.length)).toEqual(placed)
      }),
    ))

  it('S-26: tie-breaks reorder only teams with equal totals', () =>
    fc.assert(
      fc.property(anyStage, anyInputs, (rules, inputs) => {
        const rows = ranked({ ...rules, ranking: 'standard' }, inputs)
        const plain = ranked({ ...rules, ranking: 'standard', tieBreaks: [] }, inputs)
        for (const row of rows) {
          const before = plain.find(({ team }) => team === row.team)
          const width = (before?.sharedWith.length ?? 0) + 1
          const offset = (row.rank ?? 0) - (before?.rank ?? 0)
          expect(offset >= 0 && offset < width).toBe(true)
          expect(row.decidedBy !== null).toBe(row.tieBreaks.length > 0)
        }
      }),
    ))
})
