/** The table of a stage as it must be certified (SPEC R-25), worked out from a record alone: rows, and the awards that they lead to. */
import { type Winners, winnersOf } from './awards.ts'
import { categoryOf, type Definition, type Stage } from './definition.ts'
import { type LedgerRecord, under } from './record.ts'
import type { AwardRow, TableRow } from './reveals.ts'
import { type Answer, answerOf, type Row } from './scoring/answer.ts'
import type { Contest, Note } from './scoring/contest.ts'
import { contestOf, entrantsOf, hasLeft } from './stage-contest.ts'

export type WorkedOut = {
  readonly contest: Contest
  readonly answer: Answer
  readonly rows: readonly TableRow[]
  readonly awards: readonly AwardRow[]
}

export function workedOut(record: LedgerRecord, definition: Definition, stage: Stage, note: Note): WorkedOut {
  const contest = contestOf(record, definition, stage)
  const answer = answerOf(contest, note)
  const winners = winnersOf(stage.awards, answer, (award) => [...under(record.picked, `${stage.id}/${award}`).keys()])
  for (const { award, teams } of winners) if (teams.length > 0) note(`award ${award.by}`)
  const left = entrantsOf(record, definition, stage).filter((team) => hasLeft(record, stage.id, team))
  if (left.length > 0) note('a team that left')
  return {
    contest,
    answer,
    rows: [
      ...answer.rows.map((row) => tableRow(stage, answer, row, winners)),
      ...left.map((team) => leftRow(record, definition, stage, team)),
    ],
    awards: winners.map(({ award, isMain, teams }) => {
      return { kind: 'award', stage: stage.id, award: award.id, title: award.title, teams: [...teams], main: isMain }
    }),
  }
}

function tableRow(stage: Stage, answer: Answer, row: Row, winners: readonly Winners[]): TableRow {
  const { team, category, rank, total } = row
  const won = winners.find(({ isMain, teams }) => isMain && teams.includes(team))
  return {
    kind: 'row',
    stage: stage.id,
    team,
    ...(category === null ? {} : { category }),
    rank,
    total: total && answer.places.writtenAt('total', total.exact),
    rounds: roundsOf(stage, answer, row),
    decidedBy: decidedBy(row),
    ...(won ? { award: won.award.title } : {}),
    certified: true,
  }
}

/** Of the rounds that the team has a score in: what each gives it. */
function roundsOf(stage: Stage, { scores, places }: Answer, { team, figures }: Row): Record<string, string | null> {
  const given = stage.rounds.flatMap(({ id }): [string, string | null][] => {
    const score = scores.get(id)?.get(team) ?? null
    if (score === null) return []
    if (figures === null) return [[id, score.shown]]
    const figure = figures.get(id)
    return [[id, figure ? places.brief(figure) : null]]
  })
  return Object.fromEntries(given)
}

/** The last rule that parted the team from others (SPEC S-30). */
function decidedBy({ partings }: Row): TableRow['decidedBy'] {
  const last = partings.at(-1)
  if (last === undefined) return null
  const { rule, round, criterion, question, reason } = last
  return {
    rule,
    ...(round === null ? {} : { round }),
    ...(criterion === null ? {} : { criterion }),
    ...(question === null ? {} : { question }),
    ...(reason === null ? {} : { reason }),
  }
}

function leftRow(record: LedgerRecord, definition: Definition, stage: Stage, team: string): TableRow {
  const category = categoryOf(definition, stage, team)
  return {
    kind: 'row',
    stage: stage.id,
    team,
    ...(category === null ? {} : { category }),
    rank: null,
    total: null,
    rounds: {},
    decidedBy: null,
    left: record.departures.get(team)?.isDisqualified ? 'disqualified' : 'withdrawn',
    certified: true,
  }
}
