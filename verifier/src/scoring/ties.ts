/**
 * Parting teams with equal totals by the rules of a stage, in their order: SPEC S-26 to S-31, S-50 to S-55. It knows
 * which rule looks at what only through figures-of-ties, and never asks a later rule before an earlier one.
 */
import { betterOf, type Field } from './field.ts'
import { countbackOf, firstUnder, looksAtMarks, namedRounds, tieFigure } from './figures-of-ties.ts'
import type { Num } from './numbers.ts'
import type { Parting } from './partings.ts'
import { type Better, betterFirst, partedBy } from './ranks.ts'
import type { TieBreak } from './rules.ts'

export type Waiting = { readonly teams: readonly string[]; readonly awaits: string }

type Verdict = {
  /** `null`: the group waits. */
  readonly parts: readonly (readonly string[])[] | null
  readonly reason?: string
  readonly figures?: ReadonlyMap<string, Num | null>
}

function byFigures(field: Field, rule: TieBreak, group: readonly string[]): Verdict {
  const figures = new Map(group.map((team) => [team, tieFigure(field, rule, team)]))
  const isWithout = [...figures.values()].some((figure) => figure === null)
  if (isWithout) return { parts: rule.by === 'question' ? null : [group] }
  const compare = betterFirst(firstUnder(field, rule))
  const parts = partedBy(group, (a, b) => {
    const ofA = figures.get(a) ?? null
    const ofB = figures.get(b) ?? null
    return ofA && ofB ? compare(ofA, ofB) : 0
  })
  return { parts, figures }
}

function bestOf(list: readonly Num[], better: Better): Num[] {
  return [...list].sort(betterFirst(better))
}

function byCountback(field: Field, rule: Extract<TieBreak, { by: 'countback' }>, group: readonly string[]): Verdict {
  const better = rule.of === 'sheets' ? betterOf(field) : 'lower'
  const lists = new Map(group.map((team) => [team, bestOf(countbackOf(field, rule.of, team), better)]))
  const compare = betterFirst(better)
  const parts = partedBy(group, (a, b) => {
    const ofA = lists.get(a) ?? []
    const ofB = lists.get(b) ?? []
    for (let at = 0; at < Math.min(ofA.length, ofB.length); at += 1) {
      const [first, second] = [ofA[at], ofB[at]]
      const difference = first && second ? compare(first, second) : 0
      if (difference !== 0) return difference
    }
    if (ofA.length !== ofB.length) field.note('countback by fewer')
    return ofB.length - ofA.length
  })
  return { parts }
}

function byRecord(field: Field, by: 'decision' | 'lot', group: readonly string[]): Verdict {
  const about = field.contest.decisions.filter(
    (record) =>
      record.by === by && record.teams.length === group.length && group.every((team) => record.teams.includes(team)),
  )
  const last = about[about.length - 1]
  return last ? { parts: last.teams.map((team) => [team]), reason: last.reason } : { parts: null }
}

function asked(field: Field, rule: TieBreak, group: readonly string[]): Verdict {
  const needsRecords = rule.by === 'decision' || rule.by === 'lot' || rule.by === 'question'
  if (needsRecords && !field.everyRoundCounts) {
    field.note('records not heard')
    return { parts: [group] }
  }
  const counted = field.rounds.map(({ id }) => id)
  if (!namedRounds(rule).every((round) => counted.includes(round))) {
    field.note('tie-break by a round that does not count')
    return { parts: [group] }
  }
  if (rule.by === 'decision' || rule.by === 'lot') return byRecord(field, rule.by, group)
  return rule.by === 'countback' ? byCountback(field, rule, group) : byFigures(field, rule, group)
}

function nameOf(rule: TieBreak): string {
  if (rule.by === 'countback') return `countback of ${rule.of}`
  if (rule.by === 'head-judge') return rule.round === undefined ? 'head-judge over all' : 'head-judge of a round'
  return rule.by === 'time' ? `time, ${rule.first} first` : rule.by
}

function partingOf(field: Field, rule: TieBreak, { reason, figures }: Verdict, team: string): Parting {
  const figure = figures?.get(team) ?? null
  return {
    rule: rule.by,
    round: 'round' in rule ? (rule.round ?? null) : null,
    criterion: rule.by === 'criterion' ? rule.criterion : null,
    question: rule.by === 'question' ? rule.question : null,
    reason: reason ?? null,
    figure: figure && field.places.brief(figure),
  }
}

/** The teams in order, equals together; groups that wait are put on the list. */
export function parted(
  field: Field,
  group: readonly string[],
  rules: readonly TieBreak[],
  waiting: Waiting[],
): (readonly string[])[] {
  const [rule, ...later] = rules
  if (group.length < 2 || rule === undefined) return [group]
  const verdict = asked(field, rule, group)
  const { parts } = verdict
  if (parts === null) {
    field.note(`waits for ${rule.by}`)
    waiting.push({ teams: group, awaits: rule.by === 'question' ? `question ${rule.question}` : rule.by })
    return [group]
  }
  if (parts.length > 1) {
    field.note(`tie-break ${nameOf(rule)}`)
    if (looksAtMarks(rule) && betterOf(field) === 'lower') field.note(`lower mark first by ${rule.by}`)
    for (const team of group) field.partings.add(team, partingOf(field, rule, verdict, team))
  }
  return parts.flatMap((part) => parted(field, part, later, waiting))
}
