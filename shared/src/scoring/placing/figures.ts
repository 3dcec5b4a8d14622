/** From what each round gives a team to the totals of a stage, for every method that ranks (SPEC S-43 to S-48). */
import { mul, parseDecimal, sum } from '../exact.ts'
import type { Entry, RoundFigure } from '../results.ts'
import { roundedTotal } from '../totals.ts'
import type { PlacingInput, Totalled } from './method.ts'

/** By round, then by team. */
export type FiguresByRound = ReadonlyMap<string, ReadonlyMap<string, RoundFigure>>

/** Σ figure × round weight; a team that lacks the figure of a counted round has no total. */
export function totalsOfFigures(
  { rules, entries, rounds, partial }: PlacingInput,
  figures: FiguresByRound,
): readonly Totalled[] {
  const weights = new Map(rules.rounds.map(({ id, weight }) => [id, parseDecimal(weight)]))
  return entries.map((entry): Totalled => {
    const own = figuresOf(entry, rounds, figures)
    const missing = rounds.filter((round) => !own.has(round))
    const none = { entry, missing, passedOver: [], figures: own }
    if (own.size === 0 || (missing.length > 0 && !partial)) return { ...none, total: null }
    const parts = [...own].map(([round, { exact }]) => mul(weights.get(round) ?? parseDecimal('1'), exact))
    return { ...none, missing: [], total: roundedTotal(sum(parts), rules.rounding) }
  })
}

function figuresOf({ team }: Entry, rounds: readonly string[], figures: FiguresByRound): Map<string, RoundFigure> {
  const own = new Map<string, RoundFigure>()
  for (const round of rounds) {
    const figure = figures.get(round)?.get(team)
    if (figure !== undefined) own.set(round, figure)
  }
  return own
}
