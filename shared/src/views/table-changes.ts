/**
 * What changed between two certified tables of a stage, team by team: for papers that take the place of others, and for whoever must explain them. It
 * compares what was announced, as it was written, and computes no value anew.
 */

import type { Certified } from '../ledger/certified.ts'
import type { AwardReveal, RowReveal } from '../ledger/reveals.ts'

export type Table = Pick<Certified, 'rows' | 'awards'>

export type Change<Value> = readonly [before: Value, now: Value]

/** `null` where nothing changed. What a team that came or went would have in the other table is `null` too. */
export interface TableChange {
  readonly team: string
  /** The team stands in one of the two tables only. */
  readonly present: Change<boolean> | null
  readonly rank: Change<number | null> | null
  readonly total: Change<string | null> | null
  /** Only rounds whose score is another one. */
  readonly rounds: readonly { readonly round: string; readonly before: string | null; readonly now: string | null }[]
  /** Titles of the main list. */
  readonly award: Change<string | null> | null
  /** Only those that it has won, or lost, since. */
  readonly sideAwards: readonly { readonly title: string; readonly won: boolean }[]
  /** Why the team has no rank, where it left. */
  readonly left: Change<NonNullable<RowReveal['left']> | null> | null
}

/** Teams of which something differs, in the order of the new table; those that went stand at the end in their old order. W-2. */
export function tableChanges(before: Table, now: Table): TableChange[] {
  const [old, present] = [rowsByTeam(before), rowsByTeam(now)]
  const teams = new Set([...present.keys(), ...old.keys()])
  return [...teams]
    .map((team) => changeOf(team, old.get(team), present.get(team), sideAwards(team, before, now)))
    .filter(isChange)
}

function rowsByTeam({ rows }: Table): ReadonlyMap<string, RowReveal> {
  return new Map(rows.map((row) => [row.team, row]))
}

function changeOf(
  team: string,
  before: RowReveal | undefined,
  now: RowReveal | undefined,
  side: TableChange['sideAwards'],
): TableChange {
  return {
    team,
    present: change(before !== undefined, now !== undefined),
    rank: change(before?.rank ?? null, now?.rank ?? null),
    total: change(before?.total ?? null, now?.total ?? null),
    rounds: changedRounds(before?.rounds ?? {}, now?.rounds ?? {}),
    award: change(before?.award ?? null, now?.award ?? null),
    sideAwards: side,
    left: change(before?.left ?? null, now?.left ?? null),
  }
}

function isChange({ team: _, rounds, sideAwards: side, ...others }: TableChange): boolean {
  return rounds.length > 0 || side.length > 0 || Object.values(others).some((each) => each !== null)
}

function change<Value>(before: Value, now: Value): Change<Value> | null {
  return before === now ? null : [before, now]
}

function changedRounds(before: RowReveal['rounds'], now: RowReveal['rounds']): TableChange['rounds'] {
  const rounds = new Set([...Object.keys(now), ...Object.keys(before)])
  return [...rounds]
    .map((round) => ({ round, before: before[round] ?? null, now: now[round] ?? null }))
    .filter((each) => each.before !== each.now)
}

/** Titles may be corrected meanwhile, so awards are told apart by their ids. */
function sideAwards(team: string, before: Table, now: Table): TableChange['sideAwards'] {
  const [had, has] = [wonBy(team, before), wonBy(team, now)]
  const lost = had.filter(({ award }) => !has.some((each) => each.award === award))
  const won = has.filter(({ award }) => !had.some((each) => each.award === award))
  return [...won.map(({ title }) => ({ title, won: true })), ...lost.map(({ title }) => ({ title, won: false }))]
}

function wonBy(team: string, { awards }: Table): AwardReveal[] {
  return awards.filter(({ main, teams }) => !main && teams.includes(team))
}
