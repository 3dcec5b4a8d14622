/** Totals that a stage takes over from certified stages before it (S-42): as signed, once for everybody and for all rules that follow. */
import type { Stage } from '../contest/definition.ts'
import type { Certified } from '../ledger/certified.ts'
import type { Head } from '../ledger/commit.ts'
import type { RowReveal } from '../ledger/reveals.ts'
import type { State } from '../ledger/state.ts'
import { type Exact, parseDecimal } from '../scoring/exact.ts'

const none: ReadonlyMap<string, Exact> = new Map()

/** By stage. What is not certified yet is absent. */
export function carriedTotals(state: State, stage: Stage, team: string): ReadonlyMap<string, Exact> {
  return carriedFrom(stage, team, (earlier) => tableCarried(state, stage.id, earlier)?.rows ?? [])
}

/**
 * The table of an earlier stage whose totals count in this one: the one that stands, and once this stage is certified itself the one that stood
 * then, whatever has become of it.
 */
export function tableCarried(state: State, stage: string, earlier: string): Certified | undefined {
  const standing = state.certified.get(earlier)
  const own = state.certified.get(stage)?.commit.number
  if (own === undefined) return standing
  const former = state.formerTables.get(earlier)?.find(({ table, commit }) => isBetween(own, table, commit))
  return former?.table ?? standing
}

/** Stages of which a certified stage counts other totals than those that stand now: opened again since, and perhaps certified anew. */
export function outdatedIn(state: State, { id, carryOver }: Stage): string[] {
  return carryOver
    .map(({ stage }) => stage)
    .filter((earlier) => tableCarried(state, id, earlier) !== state.certified.get(earlier))
}

const isBetween = (number: number, { commit }: Certified, reopened: Head) =>
  commit.number < number && number < reopened.number

/** The same from any tables, such as those that the hall was told. */
export function carriedFrom(
  { carryOver }: Stage,
  team: string,
  rowsOf: (stage: string) => readonly RowReveal[],
): ReadonlyMap<string, Exact> {
  if (carryOver.length === 0) return none
  return new Map(
    carryOver.flatMap(({ stage }): [string, Exact][] => {
      const total = rowsOf(stage).find((row) => row.team === team)?.total ?? null
      return total === null ? [] : [[stage, parseDecimal(total)]]
    }),
  )
}
