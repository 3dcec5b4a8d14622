/**
 * Every printed figure of the published examples beside what the engine shows for it, digit for digit. What the engine shows is taken as it
 * is: no rounding is done here, and a figure that it does not show reads `none`.
 */
import { cut } from '@bang-diem/shared/scoring/cut.ts'
import { parseDecimal } from '@bang-diem/shared/scoring/exact.ts'
import { explainRound } from '@bang-diem/shared/scoring/explain-round.ts'
import type { Entry, RoundScore, StandingRow } from '@bang-diem/shared/scoring/results.ts'
import { scoreRound } from '@bang-diem/shared/scoring/round-score.ts'
import { rankRound, rankStage } from '@bang-diem/shared/scoring/standings.ts'
import type { RoundInput, RoundRules } from '@bang-diem/shared/scoring/types.ts'
import type { Figure } from './figures.ts'
import { type PrintedRow, type PublishedExample, type PublishedTeam, readPublished } from './published.ts'

export type PublishedFigures = {
  readonly file: string
  readonly topic: string
  readonly rules: string
  readonly printed: readonly Figure[]
  /** Of figures that were not printed. */
  readonly derived: readonly Figure[]
}

export function publishedFigures(): PublishedFigures[] {
  return readPublished().map((example) => {
    const { file, topic, rules, printed, derived } = example
    const played = play(example)
    const figures = (rows: readonly PrintedRow[]) => rows.flatMap((row) => figuresOf(played, row))
    return { file, topic, rules, printed: [...figures(printed), ...cutFigures(played)], derived: figures(derived) }
  })
}

/** An example as the engine has it. */
type Played = {
  readonly example: PublishedExample
  readonly entries: readonly Entry<RoundScore>[]
  readonly rows: readonly StandingRow[]
}

function play(example: PublishedExample): Played {
  const entries = example.teams.map((team) => entryOf(example, team))
  return { example, entries, rows: rankStage(example.stage, entries).rows }
}

function entryOf({ stage, judges }: PublishedExample, { id, carried, rounds }: PublishedTeam): Entry<RoundScore> {
  const unknown = Object.keys(rounds).find((round) => stage.rounds.every((rules) => rules.id !== round))
  if (unknown !== undefined) throw new Error(`${id} has something in the round ${unknown}, which there is not`)
  const scores = stage.rounds.flatMap((rules) => {
    const recorded = rounds[rules.id]
    const score = recorded && scoreRound(rules, stage.rounding, inputOf(rules, judges, id, recorded))
    return score ? [[rules.id, score] as const] : []
  })
  const totals = Object.entries(carried).map(([from, total]) => [from, parseDecimal(total)] as const)
  return { team: id, scores: new Map(scores), category: null, carried: new Map(totals) }
}

function inputOf(
  { criteria, id: round }: RoundRules,
  judges: readonly string[],
  team: string,
  { marks, tallied, factor, deductions }: PublishedTeam['rounds'][string],
): RoundInput {
  const counted = criteria.filter(({ scoredBy }) => scoredBy === 'secretary').map(({ id }) => id)
  const complete =
    tallied.length === counted.length && Object.values(marks).every((row) => row.length === judges.length)
  if (!complete) throw new Error(`${team} lacks something in ${round}, or has too much`)
  const sheets = judges.map((judge, index) => {
    const given = Object.entries(marks).flatMap(([criterion, row]) => {
      const mark = row[index] ?? null
      return mark === null ? [] : [[criterion, mark] as const]
    })
    return { judge, marks: Object.fromEntries(given) }
  })
  return {
    team,
    sheets: sheets.filter((sheet) => Object.keys(sheet.marks).length > 0),
    tallied: Object.fromEntries(counted.map((criterion, index) => [criterion, tallied[index] ?? ''])),
    factor: factor ?? null,
    seconds: null,
    deductions: deductions.map((points, index) => ({ id: `${round}-${index + 1}`, points, reason: 'as printed' })),
    bonuses: [],
  }
}

function figuresOf(played: Played, printed: PrintedRow): Figure[] {
  const { example, rows } = played
  const row = rows.find(({ team }) => team === printed.team)
  if (row === undefined) throw new Error(`${example.file} prints ${printed.team}, who is no team`)
  const figure = (what: string, expected: string | undefined, actual: string | null | undefined): Figure[] =>
    expected === undefined ? [] : [{ what: `${printed.team}, ${what}`, expected, actual: actual ?? 'none' }]
  return [
    ...figure('rank', printed.rank, rankOf(row, example.sharedRanks)),
    ...figure('total', printed.total, row.total?.shown),
    ...figure('decided by', printed.decidedBy?.rule, row.decidedBy?.rule),
    ...figure('decided by', printed.decidedBy?.figure, row.decidedBy?.shown),
    ...inRounds(played, row, printed).flatMap(([what, expected, actual]) => figure(what, expected, actual)),
  ]
}

/** Of every team whether it came on, and who was equal across the cut: left to somebody to decide, exactly these are named. */
function cutFigures({ example, rows }: Played): Figure[] {
  if (example.cut === undefined) return []
  const { best, equal, cameOn } = example.cut
  const ranked = rows.flatMap(({ team, rank, total }) =>
    rank === null || total === null ? [] : [{ team, category: null, rank, total: total.shown }],
  )
  const rules = { best, perGroup: false, andBestOthers: 0, lowerWins: false } as const
  const { certain } = cut(ranked, { ...rules, onTie: 'all' }, () => null)
  const { tied } = cut(ranked, { ...rules, onTie: 'decide' }, () => null)
  const whether = (list: readonly string[], team: string) => (list.includes(team) ? 'yes' : 'no')
  return [
    ...ranked.map(({ team }) => ({
      what: `${team} came on`,
      expected: whether(cameOn, team),
      actual: whether(certain, team),
    })),
    { what: 'equal across the cut', expected: equal.join(' '), actual: tied.flatMap(({ teams }) => teams).join(' ') },
  ]
}

/** Equals share the best of their places. Where the mean of them was printed, it is the first of them and half of the way to the last. */
function rankOf({ rank, sharedWith }: StandingRow, printed: PublishedExample['sharedRanks']): string | null {
  if (rank === null) return null
  return String(printed === 'mean' ? rank + sharedWith.length / 2 : rank)
}

type Read = readonly [what: string, expected: string, actual: string | null | undefined]

function inRounds({ example, entries }: Played, row: StandingRow, printed: PrintedRow): Read[] {
  const { stage, parts } = example
  const scores = entries.find(({ team }) => team === row.team)?.scores
  const of = ({ rows }: { rows: readonly StandingRow[] }) => rows.find(({ team }) => team === row.team)
  const read = (printedIn: Readonly<Record<string, string>>, what: string, shown: (id: string) => Read[2]): Read[] =>
    Object.entries(printedIn).map(([id, expected]) => [`${what} ${id}`, expected, shown(id)])
  return [
    ...read(printed.rounds, 'score of', (round) => scores?.get(round)?.shown),
    ...read(printed.roundRanks, 'rank in', (round) => of(rankRound(stage, round, entries))?.rank?.toString()),
    ...read(printed.figures, 'figure of', (round) => row.figures?.get(round)?.shown),
    ...read(
      printed.parts,
      'total of',
      (part) => of(rankStage(stage, entries, { rounds: parts[part] ?? [] }))?.total?.shown,
    ),
    ...Object.entries(printed.criteria).flatMap(([round, figures]) =>
      read(figures, `${round},`, (id) => scores?.get(round)?.criteria.find(({ criterion }) => criterion === id)?.shown),
    ),
    ...Object.entries(printed.values).flatMap(([round, values]) => valuesRead(example, scores?.get(round), values)),
  ]
}

/** What each judge's value counts as, as the derivation of the score tells it. */
function valuesRead(
  { stage, judges }: PublishedExample,
  score: RoundScore | undefined,
  values: readonly (string | null)[],
): Read[] {
  const steps = score === undefined ? [] : explainRound(stage, score)
  const shown = new Map(steps.flatMap((step) => (step.kind === 'value' ? [[step.judge, step.shown] as const] : [])))
  return values.flatMap((expected, index): Read[] => {
    const judge = judges[index] ?? 'nobody'
    return expected === null ? [] : [[`value of ${judge}`, expected, shown.get(judge)]]
  })
}
