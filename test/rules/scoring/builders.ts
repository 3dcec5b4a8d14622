/** Short forms of rules and inputs, so that a scoring test shows only what it is about. */

import { parseDecimal } from '@bang-diem/shared/scoring/exact.ts'
import type { Entry, RoundScore, StandingRow } from '@bang-diem/shared/scoring/results.ts'
import { scoreRound } from '@bang-diem/shared/scoring/round-score.ts'
import type { CriterionRules, RoundInput, RoundRules, SheetInput, StageRules } from '@bang-diem/shared/scoring/types.ts'

export function criterion(id: string, maximum: string, rest: Partial<CriterionRules> = {}): CriterionRules {
  return { id, maximum, weight: '1', scoredBy: 'judges', ...rest }
}

/** A round with one criterion `chung` of 0 to 20. */
export function round(rest: Partial<RoundRules> = {}): RoundRules {
  return {
    id: 'chao-hoi',
    weight: '1',
    criteria: [criterion('chung', '20')],
    judgeGroups: [],
    hasFactor: false,
    combine: { method: 'mean', over: 'sheet' },
    outliers: { rule: 'none' },
    overtime: { rule: 'none' },
    time: {},
    ...rest,
  }
}

export function stage(rest: Partial<StageRules> = {}): StageRules {
  return {
    rounds: [round()],
    attempts: [],
    carryOver: [],
    ownWeight: '1',
    placing: { method: 'total' },
    headJudge: null,
    rounding: [],
    compare: 'rounded',
    ranking: 'standard',
    tieBreaks: [],
    ...rest,
  }
}

/** One sheet a row, judges `gk1`, `gk2`, …; marks in the order of `criteria`. */
export function sheets(rows: readonly (readonly string[])[], criteria: readonly string[] = ['chung']): SheetInput[] {
  return rows.map((marks, index) => ({
    judge: `gk${index + 1}`,
    marks: Object.fromEntries(marks.map((mark, column) => [criteria[column] ?? '', mark])),
  }))
}

export function input(rest: Partial<RoundInput> = {}): RoundInput {
  return { team: 'a', sheets: [], tallied: {}, factor: null, seconds: null, deductions: [], bonuses: [], ...rest }
}

/** The input of a team whose judges gave these marks for `chung`. */
export function marked(team: string, ...marks: readonly string[]): RoundInput {
  return input({ team, sheets: sheets(marks.map((mark) => [mark])) })
}

/** The score, which the test knows to exist. */
export function scored(rules: RoundRules, given: RoundInput, rounding: StageRules['rounding'] = []): RoundScore {
  const score = scoreRound(rules, rounding, given)
  if (score === null) throw new Error('expected a score')
  return score
}

/** A team's entry in a stage from its inputs, round by round; `null` where nothing was recorded. */
export function entry(rules: StageRules, team: string, inputs: readonly (RoundInput | null)[]): Entry<RoundScore> {
  const scores = rules.rounds.flatMap((each, index) => {
    const given = inputs[index]
    const score = given ? scoreRound(each, rules.rounding, { ...given, team }) : null
    return score === null ? [] : [[each.id, score] as const]
  })
  return { team, scores: new Map(scores), category: null, carried: new Map([['vong-loai', parseDecimal('7.5')]]) }
}

/** `a 1, b 2, c –`: who stands where. */
export function places(rows: readonly StandingRow[]): string {
  return rows.map(({ team, rank }) => `${team} ${rank ?? '–'}`).join(', ')
}
