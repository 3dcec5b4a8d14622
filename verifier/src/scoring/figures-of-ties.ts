/**
 * What each tie-break looks at, team by team: SPEC S-27, S-28, S-50 to S-54. `null` stands for a team without the figure.
 * It never parts anybody.
 */
import { betterOf, type Field, isJudged, judgesRanks, ranksOfRound } from './field.ts'
import { type Num, num, plus, sumOf, times } from './numbers.ts'
import type { Figure } from './one-score.ts'
import { seenAt } from './places.ts'
import type { Better } from './ranks.ts'
import type { TieBreak } from './rules.ts'

type Place = Parameters<typeof seenAt>[1]

/** What is compared: as seen, or as it is (SPEC S-26). */
function inView(field: Field, place: Place, value: Num): Num {
  return field.rules.compare === 'exact' ? value : seenAt(field.places, place, value)
}

function roundOf(field: Field, round: string) {
  return field.rounds.find(({ id }) => id === round)
}

function figureOf(field: Field, figure: Figure | undefined): Num | null {
  if (figure === undefined) return null
  return field.rules.compare === 'exact' ? figure.exact : figure.seen
}

function ofRound(field: Field, round: string, team: string): Num | null {
  const score = field.scoreIn(round, team)
  if (score === null) return null
  return field.rules.compare === 'exact' ? score.score : score.seen
}

function ofPart(field: Field, rule: Extract<TieBreak, { by: 'part' }>, team: string): Num | null {
  const figures = field.scoreIn(rule.round, team)?.figures
  let total = num(0)
  for (const { id, weight } of roundOf(field, rule.round)?.criteria ?? []) {
    if (!rule.criteria.includes(id)) continue
    const figure = figures?.get(id)
    if (figure === undefined) return null
    total = plus(total, times(num(weight), figure.exact))
  }
  return inView(field, 'round', total)
}

function ofRounds(field: Field, rounds: readonly string[], team: string): Num | null {
  let total = num(0)
  for (const round of rounds) {
    const score = field.scoreIn(round, team)
    if (score === null) return null
    total = plus(total, times(score.score, num(roundOf(field, round)?.weight ?? '0')))
  }
  return inView(field, null, total)
}

function ofHeadJudge(field: Field, round: string | undefined, team: string): Num | null {
  const rounds = field.rounds.filter((one) => (round === undefined ? isJudged(one) : one.id === round))
  const values = rounds.map(({ id }) => field.scoreIn(id, team)?.values.get(field.rules.headJudge ?? ''))
  const there = values.flatMap((value) => value ?? [])
  return there.length === 0 || there.length < values.length ? null : sumOf(there)
}

function ofDeductions(field: Field, team: string): Num {
  return sumOf(field.rounds.map(({ id }) => field.scoreIn(id, team)?.deducted ?? num(0)))
}

/** The rounds that a rule names; it separates nobody unless all of them count (SPEC S-31). */
export function namedRounds(rule: TieBreak): readonly string[] {
  if (rule.by === 'rounds') return rule.rounds
  return 'round' in rule && rule.round !== undefined ? [rule.round] : []
}

/** The figure of a rule that compares one figure a team; `firstUnder` says which goes first. */
export function tieFigure(field: Field, rule: TieBreak, team: string): Num | null {
  switch (rule.by) {
    case 'round':
      return ofRound(field, rule.round, team)
    case 'criterion':
      return figureOf(field, field.scoreIn(rule.round, team)?.figures.get(rule.criterion))
    case 'part':
      return ofPart(field, rule, team)
    case 'rounds':
      return ofRounds(field, rule.rounds, team)
    case 'head-judge':
      return ofHeadJudge(field, rule.round, team)
    case 'deductions':
      return ofDeductions(field, team)
    case 'time': {
      const seconds = field.scoreIn(rule.round, team)?.seconds ?? null
      return seconds === null ? null : num(seconds)
    }
    case 'question': {
      const points = field.contest.questions[rule.question]?.[team]
      return points === undefined ? null : num(points)
    }
    default:
      throw new Error(`${rule.by} compares no single figure`)
  }
}

/** Which of two figures goes first. Marks follow the stage (SPEC S-26); what is counted, timed or asked is no mark (SPEC S-53, S-54). */
export function firstUnder(field: Field, rule: TieBreak): Better {
  if (rule.by === 'deductions') return 'lower'
  if (rule.by === 'time') return rule.first === 'shorter' ? 'lower' : 'higher'
  return looksAtMarks(rule) ? betterOf(field) : 'higher'
}

/** The rules that SPEC S-26 names. */
export function looksAtMarks({ by }: TieBreak): boolean {
  return ['round', 'criterion', 'part', 'rounds', 'head-judge'].includes(by)
}

/** Everything that a countback compares of a team, in no order (SPEC S-50). */
export function countbackOf(field: Field, of: 'sheets' | 'judge-places' | 'round-places', team: string): Num[] {
  return field.rounds.flatMap(({ id }) => {
    if (of === 'sheets') return [...(field.scoreIn(id, team)?.values.values() ?? [])]
    const ranks =
      of === 'judge-places'
        ? judgesRanks(field, id, team, 'best')
        : ranksOfRound(field, id, 'best').filter((rank) => rank.team === team)
    return ranks.map(({ rank }) => rank)
  })
}
