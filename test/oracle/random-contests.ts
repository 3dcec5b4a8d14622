/**
 * Random contests with what was recorded in them, valid ones only, each from its seed. Ties are what is hard: marks are
 * coarse, and teams often have another team's marks, from other judges. It never looks at what comes out of them.
 */
import type { AdjustmentInput, Decision, RoundInput, SheetInput } from '@bang-diem/shared/scoring/types.ts'
import type { Contest, Entrant } from '@bang-diem/verifier/scoring/contest.ts'
import type { RandomContest } from './contest.ts'
import { type Dice, diceOf } from './dice.ts'
import type { RoundPlan } from './random-round.ts'
import { QUESTION_MAXIMUM, QUESTIONS, type StagePlan, stagePlan } from './random-rules.ts'

/** How much is missing in a contest: most are complete, since whoever misses something is not ranked. */
type Gaps = { readonly scores: number; readonly sheets: number }

function adjustments(dice: Dice, kind: string): AdjustmentInput[] {
  const points = ['0.25', '0.5', '0.5', '1', '2.125', '40']
  return Array.from({ length: dice.chance(0.3) ? dice.between(1, 2) : 0 }, (_, index) => ({
    id: `${kind}-${index + 1}`,
    points: dice.pick(kind === 'bonus' ? points.slice(0, 5) : points),
    reason: 'reason',
  }))
}

function marksOf(dice: Dice, { rules, scales }: RoundPlan, by: 'judges' | 'secretary'): Record<string, string> {
  const criteria = rules.criteria.filter(({ scoredBy }) => scoredBy === by)
  return Object.fromEntries(criteria.map(({ id }) => [id, dice.pick(scales.get(id)?.steps ?? ['0'])]))
}

function freshInput(dice: Dice, plan: RoundPlan, team: string): RoundInput {
  const isJudged = plan.rules.criteria.some(({ scoredBy }) => scoredBy === 'judges')
  return {
    team,
    sheets: isJudged ? plan.panel.map((judge) => ({ judge, marks: marksOf(dice, plan, 'judges') })) : [],
    tallied: marksOf(dice, plan, 'secretary'),
    factor: plan.rules.hasFactor ? dice.pick(['1', '1', '1.2', '0.95', '2.35']) : null,
    seconds: dice.chance(0.1) ? null : dice.pick([40, 59, 60, 90, 120, 121, 130, 150, 179, 180, 181, 240, 250, 400]),
    deductions: dice.chance(0.4) ? adjustments(dice, 'deduction') : [],
    bonuses: dice.chance(0.4) ? adjustments(dice, 'bonus') : [],
  }
}

/** The same marks, but not from the same judges. */
function fromOtherJudges(dice: Dice, sheets: readonly SheetInput[]): SheetInput[] {
  const marks = dice.shuffled(sheets.map((sheet) => sheet.marks))
  return sheets.map(({ judge }, index) => ({ judge, marks: marks[index] ?? {} }))
}

/** The same marks, but not under the same criteria. */
function underOthers(dice: Dice, marks: Readonly<Record<string, string>>): Record<string, string> {
  const from = dice.shuffled(Object.values(marks))
  return Object.fromEntries(
    Object.keys(marks).map((criterion, index): [string, string] => [criterion, from[index] ?? '0']),
  )
}

/** What another team got, with or without a small difference. */
function likeAnother(dice: Dice, plan: RoundPlan, team: string, other: RoundInput): RoundInput {
  const fresh = freshInput(dice, plan, team)
  const isMoved = plan.isAlike && dice.chance(0.5)
  const moved = (marks: Readonly<Record<string, string>>) => (isMoved ? underOthers(dice, marks) : marks)
  const sheets = (dice.chance(0.6) ? fromOtherJudges(dice, other.sheets) : other.sheets).map((sheet) => ({
    ...sheet,
    marks: moved(sheet.marks),
  }))
  return {
    ...other,
    team,
    sheets: dice.chance(0.85) ? sheets : fresh.sheets,
    tallied: moved(other.tallied),
    seconds: dice.chance(0.6) ? other.seconds : fresh.seconds,
    deductions: dice.chance(0.9) ? other.deductions : fresh.deductions,
  }
}

function withGaps(dice: Dice, gaps: Gaps, input: RoundInput): RoundInput | null {
  if (dice.chance(gaps.scores / 2)) return null
  const sheets = input.sheets.filter(() => !dice.chance(gaps.sheets))
  const tallied = Object.fromEntries(Object.entries(input.tallied).filter(() => !dice.chance(gaps.scores / 2)))
  return { ...input, sheets, tallied, factor: dice.chance(gaps.scores / 3) ? null : input.factor }
}

type Recorded = ReadonlyMap<string, RoundInput>

/** Of one team in every round: fresh, or as a model's. Where rounds are alike, what that one got in another round. */
function ofTeam(dice: Dice, { rounds, isAlike }: StagePlan, team: string, model: Recorded | undefined): Recorded {
  const ids = rounds.map(({ rules }) => rules.id)
  const from = isAlike && dice.chance(0.6) ? dice.shuffled(ids) : ids
  return new Map(
    rounds.map((plan, index): [string, RoundInput] => {
      const other = model?.get(from[index] ?? '')
      return [plan.rules.id, other ? likeAnother(dice, plan, team, other) : freshInput(dice, plan, team)]
    }),
  )
}

function inputsOf(dice: Dice, plan: StagePlan, teams: readonly string[]): Contest['inputs'] {
  const likeness = dice.pick([0, 0.6, 0.95])
  const gaps = dice.pick([
    { scores: 0, sheets: 0 },
    { scores: 0, sheets: 0 },
    { scores: 0, sheets: 0.1 },
    { scores: 0.12, sheets: 0.1 },
  ])
  const recorded: Recorded[] = []
  for (const team of teams) {
    const model = recorded.length > 0 && dice.chance(likeness) ? dice.pick(recorded) : undefined
    recorded.push(ofTeam(dice, plan, team, model))
  }
  const inRound = (round: string) => recorded.flatMap((inputs) => inputs.get(round) ?? [])
  return Object.fromEntries(
    plan.rules.rounds.map(({ id }): [string, Record<string, RoundInput | null>] => [
      id,
      Object.fromEntries(inRound(id).map((input) => [input.team, withGaps(dice, gaps, input)])),
    ]),
  )
}

/** About so many sets of teams that some of them meet the equal teams. */
function decisionsOf(dice: Dice, teams: readonly string[]): Decision[] {
  const count = dice.pick([0, 5, 40, 80])
  return Array.from({ length: count }, () => ({
    by: dice.pick(['decision', 'lot'] as const),
    teams: dice.shuffled(teams).slice(0, dice.chance(0.6) ? 2 : dice.between(2, teams.length)),
    reason: 'reason',
  }))
}

function questionsOf(dice: Dice, teams: readonly string[]): Contest['questions'] {
  const answered = QUESTIONS.filter(() => dice.chance(0.8))
  const share = dice.pick([0.7, 1])
  const points = () => String(dice.between(0, QUESTION_MAXIMUM * 2) / 2)
  const byTeam = () =>
    Object.fromEntries(teams.filter(() => dice.chance(share)).map((team): [string, string] => [team, points()]))
  return Object.fromEntries(answered.map((question): [string, Record<string, string>] => [question, byTeam()]))
}

function entrantsOf(dice: Dice, { rules }: StagePlan, teams: readonly string[]): Entrant[] {
  const hasCategories = dice.chance(0.25)
  const hasGaps = dice.chance(0.2)
  return teams.map((team) => ({
    team,
    category: hasCategories ? dice.pick(['juniors', 'seniors']) : null,
    carried: Object.fromEntries(
      rules.carryOver
        .filter(() => !hasGaps || dice.chance(0.8))
        .map(({ stage }): [string, string] => [stage, dice.pick(['7.5', '7.5', '8.25', '10.125'])]),
    ),
  }))
}

export function randomContest(seed: number): RandomContest {
  const dice = diceOf(seed)
  const plan = stagePlan(dice)
  const teams = dice.shuffled(Array.from({ length: dice.between(2, 8) }, (_, index) => `team-${index + 1}`))
  const ids = plan.rules.rounds.map(({ id }) => id)
  const counted = dice.chance(0.2) ? dice.some(ids) : null
  return {
    seed,
    rules: plan.rules,
    entrants: entrantsOf(dice, plan, teams),
    inputs: inputsOf(dice, plan, teams),
    decisions: decisionsOf(dice, teams),
    questions: questionsOf(dice, teams),
    counted,
    partial: dice.chance(counted ? 0.5 : 0.05),
  }
}
