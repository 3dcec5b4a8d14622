/** What the scoring is given of one stage, out of a record: who is in it, and everything that was put down for each. It works nothing out. */
import { categoryOf, type Definition, panelOf, type Round, rulesOf, type Stage } from './definition.ts'
import { type LedgerRecord, type Line, under } from './record.ts'
import type { Contest, LineInput, RoundInput, SheetInput } from './scoring/contest.ts'

/** The teams of a stage in the definition's order, those who left among them (SPEC D-20, R-36). */
export function entrantsOf({ qualified }: LedgerRecord, { teams }: Definition, stage: Stage): string[] {
  const { entrants } = stage
  // Who came on stands in the history as it was settled; nothing is worked out again from the earlier table.
  if (entrants !== 'all' && !Array.isArray(entrants)) return [...(qualified.get(stage.id) ?? [])]
  return teams.map(({ id }) => id).filter((id) => entrants === 'all' || entrants.includes(id))
}

export function hasLeft({ departures }: LedgerRecord, stage: string, team: string): boolean {
  const departure = departures.get(team)
  return departure !== undefined && (departure.stages === null || departure.stages.has(stage))
}

export function inputOf(record: LedgerRecord, definition: Definition, round: Round, team: string): RoundInput {
  const place = `${round.id}/${team}`
  const sheets = under(record.sheets, place)
  const excuses = under(record.excuses, place)
  const inOrder = panelOf(definition, round).flatMap((judge): SheetInput[] => {
    const sheet = sheets.get(judge)
    return sheet?.isIn && !excuses.has(judge) ? [{ judge, marks: sheet.marks }] : []
  })
  const standing = (lines: ReadonlyMap<string, Line>): LineInput[] =>
    [...lines.values()].filter((line) => line.round === round.id && line.team === team && !line.isWithdrawn)
  return {
    team,
    sheets: inOrder,
    tallied: Object.fromEntries(under(record.tallies, place)),
    factor: record.factors.get(place) ?? null,
    seconds: record.times.get(place) ?? null,
    deductions: standing(record.deductions),
    bonuses: standing(record.bonuses),
  }
}

/** Certified totals that a team brings along, by stage (SPEC S-42). */
function carriedBy({ certified }: LedgerRecord, { carryOver }: Stage, team: string): Record<string, string> {
  const totals = carryOver.flatMap(({ stage }): [string, string][] => {
    const total = certified.get(stage)?.rows.find((row) => row.team === team)?.total ?? null
    return total === null ? [] : [[stage, total]]
  })
  return Object.fromEntries(totals)
}

/** The teams that still compete, with all that was recorded. */
export function contestOf(record: LedgerRecord, definition: Definition, stage: Stage): Contest {
  const teams = entrantsOf(record, definition, stage).filter((team) => !hasLeft(record, stage.id, team))
  const inputs = stage.rounds.map((round) => {
    const byTeam = teams.map((team) => [team, inputOf(record, definition, round, team)] as const)
    return [round.id, Object.fromEntries(byTeam)] as const
  })
  const questions = stage.tieBreaks.flatMap((rule) => {
    if (rule.by !== 'question') return []
    return [[rule.question, Object.fromEntries(under(record.questions, `${stage.id}/${rule.question}`))] as const]
  })
  return {
    rules: rulesOf(definition, stage),
    entrants: teams.map((team) => ({
      team,
      category: categoryOf(definition, stage, team),
      carried: carriedBy(record, stage, team),
    })),
    inputs: Object.fromEntries(inputs),
    decisions: record.ties.get(stage.id) ?? [],
    questions: Object.fromEntries(questions),
    counted: null,
    partial: false,
  }
}
