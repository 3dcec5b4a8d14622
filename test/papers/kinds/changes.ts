/** What a paper tells of the version before it: every rank, total and score that is another one now. */
import type { Stage } from '@bang-diem/shared/contest/definition.ts'
import type { RowReveal } from '@bang-diem/shared/ledger/reveals.ts'
import { type Content, type ExpectedLine, figure, maybeFigure, sentence } from '../expected.ts'
import type { Facts } from '../facts.ts'
import { clockAt, dayAt } from '../times.ts'

/** Nothing where the stage was never opened again. */
export function changesOf(facts: Facts, stage: Stage): ExpectedLine[][] {
  const opened = facts.reopenings(stage).at(-1)
  const versions = facts.certifications(stage)
  const standing = facts.certified(stage)
  const before = standing ? versions.at(-2) : versions.at(-1)
  if (!opened || !before) return []
  const version = figure(String(versions.indexOf(before) + 1))
  const now = standing ? rowsByTeam(standing.fact.rows) : currentRows(facts, stage)
  const old = rowsByTeam(before.fact.rows)
  const teams = new Set([...now.keys(), ...old.keys()])
  return [
    [sentence(version, version, clockAt(opened.at), dayAt(opened.at))],
    [...teams].flatMap((team) => changesIn(facts, team, old.get(team), now.get(team))),
  ]
}

type Row = Pick<RowReveal, 'rank' | 'total' | 'rounds'>

function rowsByTeam(rows: readonly RowReveal[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.team, row]))
}

/** As they would be certified now. */
function currentRows(facts: Facts, stage: Stage): Map<string, Row> {
  return new Map(
    facts.rows(stage).map(({ team, rank, total, rounds }) => {
      const scores = Object.fromEntries(Object.entries(rounds).map(([round, { score }]) => [round, score]))
      return [team, { rank, total, rounds: scores }]
    }),
  )
}

function changesIn(facts: Facts, team: string, old: Row | undefined, now: Row | undefined): ExpectedLine[] {
  // In the order in which the tables themselves have them.
  const roundsOf = Object.keys(now?.rounds ?? old?.rounds ?? {})
  const pairs: [Content, Content][] = [
    [maybeFigure(old?.rank?.toString()), maybeFigure(now?.rank?.toString())],
    [maybeFigure(old?.total), maybeFigure(now?.total)],
    ...roundsOf.map((id): [Content, Content] => [maybeFigure(old?.rounds[id]), maybeFigure(now?.rounds[id])]),
  ]
  const changed = pairs.filter(([before, after]) => JSON.stringify(before) !== JSON.stringify(after))
  return changed.length === 0 ? [] : [sentence(facts.team(team).name, ...changed.flat())]
}
