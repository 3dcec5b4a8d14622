/**
 * What a schema alone cannot see: ids that clash or point nowhere, sums that do not add up, scales without a step that fits.
 * Published score tables do contain such mistakes, so every one is named before the first team is called.
 * It never mends a definition.
 */
import { compare, div, mul, parseDecimal, sub, sum, toFraction } from '../scoring/exact.ts'
import type { Criterion, Definition, Round, Stage } from './definition.ts'
import type { Problem, ProblemCode } from './problems.ts'

class Found {
  readonly problems: Problem[] = []

  add(path: string, code: ProblemCode, params: Readonly<Record<string, string>> = {}): void {
    this.problems.push({ path, code, params })
  }

  /** Every id may stand once; `seen` is shared by lists that share a namespace. */
  unique(list: readonly { readonly id: string }[], path: string, seen = new Set<string>()): void {
    for (const [index, { id }] of list.entries()) {
      if (seen.has(id)) this.add(`${path}[${index}].id`, 'duplicate-id', { id })
      seen.add(id)
    }
  }

  known(ids: readonly string[], known: ReadonlySet<string>, path: string): void {
    const seen = new Set<string>()
    for (const [index, id] of ids.entries()) {
      if (!known.has(id)) this.add(`${path}[${index}]`, 'unknown-reference', { id })
      else if (seen.has(id)) this.add(`${path}[${index}]`, 'duplicate-id', { id })
      seen.add(id)
    }
  }
}

/** Every problem that concerns more than one field of a definition. */
export function crossChecks(definition: Definition): Problem[] {
  const found = new Found()
  found.unique(definition.teams, 'teams')
  found.unique(definition.judges, 'judges')
  for (const [index, judge] of definition.judges.filter((each) => each.head).entries()) {
    if (index > 0) found.add(`judges[${definition.judges.indexOf(judge)}].head`, 'two-heads', { id: judge.id })
  }
  // Cue ids begin with a stage's or a round's id, so the two share one namespace; `show/…` is for scenes by hand.
  const cueRoots = new Set(['show'])
  found.unique(definition.stages, 'stages', cueRoots)
  for (const [index, stage] of definition.stages.entries()) {
    found.unique(stage.rounds, `stages[${index}].rounds`, cueRoots)
    checkStage(found, definition, stage, `stages[${index}]`)
  }
  return found.problems
}

function checkStage(found: Found, definition: Definition, stage: Stage, path: string): void {
  const teams = new Set(definition.teams.map((team) => team.id))
  if (stage.entrants !== 'all') found.known(stage.entrants, teams, `${path}.entrants`)
  for (const [index, round] of stage.rounds.entries()) {
    checkRound(found, definition, round, `${path}.rounds[${index}]`)
  }
  for (const [index, tieBreak] of stage.tieBreaks.entries()) {
    if (tieBreak.by === 'decision') continue
    const at = `${path}.tieBreaks[${index}]`
    const round = stage.rounds.find((each) => each.id === tieBreak.round)
    if (!round) found.add(`${at}.round`, 'unknown-reference', { id: tieBreak.round })
    else if (tieBreak.by === 'criterion' && !round.criteria.some((each) => each.id === tieBreak.criterion)) {
      found.add(`${at}.criterion`, 'unknown-reference', { id: tieBreak.criterion })
    }
  }
}

function checkRound(found: Found, definition: Definition, round: Round, path: string): void {
  found.unique(round.criteria, `${path}.criteria`)
  const judges = new Set(definition.judges.map((judge) => judge.id))
  if (round.panel !== 'all') found.known(round.panel, judges, `${path}.panel`)
  for (const [index, criterion] of round.criteria.entries()) {
    checkScale(found, criterion, `${path}.criteria[${index}].scale`)
  }
  const total = sum(round.criteria.map(({ scale, weight }) => mul(parseDecimal(scale.max), parseDecimal(weight))))
  if (compare(total, parseDecimal(round.maximum)) !== 0) {
    found.add(`${path}.maximum`, 'sum-differs', { expected: toFraction(total), received: round.maximum })
  }
  const { limitSeconds, minimumSeconds } = round.time
  if (round.overtime.rule !== 'none' && limitSeconds === undefined) found.add(`${path}.time.limitSeconds`, 'required')
  if (round.undertime !== undefined && minimumSeconds === 0) found.add(`${path}.time.minimumSeconds`, 'required')
  if (limitSeconds !== undefined && minimumSeconds > limitSeconds) {
    found.add(`${path}.time.minimumSeconds`, 'too-large', { bound: String(limitSeconds) })
  }
}

function checkScale(found: Found, { scale }: Criterion, path: string): void {
  const [min, max, step] = [parseDecimal(scale.min), parseDecimal(scale.max), parseDecimal(scale.step)]
  if (compare(min, max) >= 0) found.add(`${path}.max`, 'scale-empty', { min: scale.min, max: scale.max })
  else if (div(sub(max, min), step).d !== 1n) {
    found.add(`${path}.step`, 'off-step', { min: scale.min, max: scale.max, step: scale.step })
  }
}
