/**
 * What cues told the hall, held against what follows from the facts before them: each score that a cue tells anew, each score that it tells
 * again, rows of certified tables, and awards. Interim tables and the ranks in them are not worked out again.
 */
import { type Definition, roundIn, rulesOf, stageOfRound } from './definition.ts'
import { type Difference, difference } from './differences.ts'
import type { FactOf } from './facts.ts'
import { type LedgerRecord, placeOf, under } from './record.ts'
import type { AwardRow, TableRow, ToldCut, ToldScore } from './reveals.ts'
import { fractionText, sameFraction } from './scoring/numbers.ts'
import { type Adjusted, type Score, scoreOf } from './scoring/one-score.ts'
import { placesOf } from './scoring/places.ts'
import { inputOf } from './stage-contest.ts'

type Cue = FactOf<'cue-taken'>
type Reveal = Cue['reveals'][number]

/** What stands announced; taking a cue back takes its reveals away, and what was told before stands again. */
export class Announced {
  readonly #cues: (readonly ToldScore[])[] = []
  /** By `round/team`, the latest last. */
  readonly #scores = new Map<string, ToldScore[]>()

  add(reveals: readonly Reveal[]): void {
    const scores = reveals.filter((reveal) => reveal.kind === 'score')
    this.#cues.push(scores)
    for (const score of scores) {
      const place = placeOf(score)
      const before = this.#scores.get(place)
      if (before) before.push(score)
      else this.#scores.set(place, [score])
    }
  }

  takeBack(): void {
    for (const score of this.#cues.pop() ?? []) this.#scores.get(placeOf(score))?.pop()
  }

  score(round: string, team: string): ToldScore | undefined {
    return this.#scores.get(placeOf({ round, team }))?.at(-1)
  }
}

type Asked = {
  readonly record: LedgerRecord
  readonly definition: Definition
  readonly announced: Announced
  readonly number: number
}

export function toldDifferences(cue: Cue, asked: Asked): Difference[] {
  return cue.reveals.flatMap((reveal) => revealDifferences(reveal, cue, asked))
}

function revealDifferences(reveal: Reveal, cue: Cue, asked: Asked): Difference[] {
  switch (reveal.kind) {
    case 'score':
      return scoreDifferences(reveal, cue, asked)
    case 'row':
      return reveal.certified ? rowDifferences(reveal, asked) : []
    case 'award':
      return awardDifferences(reveal, asked)
  }
}

function scoreDifferences(reveal: ToldScore, { exact = [] }: Cue, asked: Asked): Difference[] {
  const { round, team } = reveal
  const anew = exact.find((one) => one.round === round && one.team === team)
  const before = asked.announced.score(round, team)
  if (anew === undefined && before && isSameScore(reveal, before)) return []
  const stage = stageOfRound(asked.definition, round)?.id ?? ''
  const place = { number: asked.number, kind: 'told', stage } as const
  const score = scoreNow(asked, round, team)
  const shown = [
    ['round', reveal.score, score?.shown ?? null],
    ['deductions', cutsText(reveal.deductions), cutsText((score?.deductions ?? []).map(cutOf))],
    ['bonuses', cutsText(reveal.bonuses), cutsText((score?.bonuses ?? []).map(cutOf))],
    ['exact', exactText(anew?.score, score), anew && score ? fractionText(score.score) : null],
  ] as const
  return shown.flatMap(([column, found, worked]) =>
    found === worked ? [] : [difference(place, { team, round, column, found, worked })],
  )
}

/** The unrounded score as the oracle writes it where it is the same number. */
function exactText(told: string | undefined, score: Score | null): string | null {
  if (told === undefined || score === null) return null
  const own = fractionText(score.score)
  return sameFraction(told, own) ? own : told
}

function scoreNow({ record, definition }: Asked, id: string, team: string): Score | null {
  const stage = stageOfRound(definition, id)
  const round = roundIn(definition, id)
  if (!stage || !round) return null
  const rules = rulesOf(definition, stage).rounds.find((one) => one.id === id)
  const note = () => undefined
  return rules ? scoreOf(rules, placesOf(stage.rounding, note), inputOf(record, definition, round, team), note) : null
}

/** Apart from the rank, which others may change. */
function isSameScore(a: ToldScore, b: ToldScore): boolean {
  const figures = ({ score, deductions, bonuses }: ToldScore) => [score, cutsText(deductions), cutsText(bonuses)]
  return JSON.stringify(figures(a)) === JSON.stringify(figures(b))
}

function cutOf({ kind, shown, seconds, reason }: Adjusted): ToldCut {
  return kind === 'line'
    ? { kind, points: shown, reason: reason ?? '' }
    : { kind, points: shown, seconds: seconds ?? 0 }
}

function cutsText(cuts: readonly ToldCut[]): string | null {
  if (cuts.length === 0) return null
  return cuts.map(({ kind, points, seconds, reason }) => [points, seconds ?? reason ?? kind].join(' · ')).join('; ')
}

function rowDifferences(row: TableRow, { record, number }: Asked): Difference[] {
  const { stage, team } = row
  const certified = record.certified.get(stage)?.rows.find((one) => one.team === team)
  if (JSON.stringify(certified) === JSON.stringify(row)) return []
  const worked = certified ? rowText(certified) : null
  return [difference({ number, kind: 'told', stage }, { team, column: 'row', found: rowText(row), worked })]
}

function rowText({ rank, total }: TableRow): string {
  return `${rank ?? '–'} · ${total ?? '–'}`
}

function awardDifferences(told: AwardRow, { record, definition, number }: Asked): Difference[] {
  const { stage, award, title } = told
  const rule = definition.stages.find(({ id }) => id === stage)?.awards.find(({ id }) => id === award)
  const expected =
    rule?.by === 'picked'
      ? [...under(record.picked, `${stage}/${award}`).keys()]
      : record.certified.get(stage)?.awards.find((one) => one.award === award)?.teams
  const [found, worked] = [told.teams.join(', '), expected?.join(', ') ?? null]
  if (found === worked) return []
  return [difference({ number, kind: 'told', stage }, { column: 'award', award: title, found, worked })]
}
