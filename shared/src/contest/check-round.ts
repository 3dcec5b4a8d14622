/** What must fit together inside one round: sums, scales, groups of judges, times. It looks at no other round. */
import { weighsGroups } from '../scoring/combine/registry.ts'
import { compare, div, mul, parseDecimal, sub, sum, toFraction } from '../scoring/exact.ts'
import type { Criterion, Definition, Round } from './definition.ts'
import { type Found, idsOf } from './found.ts'

export function checkRound(found: Found, definition: Definition, round: Round, path: string): void {
  found.unique(round.criteria, `${path}.criteria`)
  const judges = idsOf(definition.judges)
  if (round.panel !== 'all') found.known(round.panel, judges, `${path}.panel`)
  for (const [index, criterion] of round.criteria.entries()) {
    checkScale(found, criterion, `${path}.criteria[${index}].scale`)
  }
  const total = sum(round.criteria.map(({ scale, weight }) => mul(parseDecimal(scale.max), parseDecimal(weight))))
  if (compare(total, parseDecimal(round.maximum)) !== 0) {
    found.add(`${path}.maximum`, 'sum-differs', { expected: toFraction(total), received: round.maximum })
  }
  checkGroups(found, round.panel === 'all' ? judges : new Set(round.panel), round, path)
  checkFactor(found, round, `${path}.factor`)
  checkTimes(found, round, path)
}

function checkScale(found: Found, { scale }: Criterion, path: string): void {
  const [min, max, step] = [parseDecimal(scale.min), parseDecimal(scale.max), parseDecimal(scale.step)]
  if (compare(min, max) >= 0) found.add(`${path}.max`, 'scale-empty', { min: scale.min, max: scale.max })
  else if (div(sub(max, min), step).d !== 1n) {
    found.add(`${path}.step`, 'off-step', { min: scale.min, max: scale.max, step: scale.step })
  }
}

/** D-15: every judge of the panel is in exactly one group, and the method can deal with the weights. */
function checkGroups(found: Found, panel: ReadonlySet<string>, round: Round, path: string): void {
  const { judgeGroups } = round
  if (judgeGroups.length === 0) return
  found.unique(judgeGroups, `${path}.judgeGroups`)
  const grouped = new Set<string>()
  for (const [index, group] of judgeGroups.entries()) {
    found.known(group.judges, panel, `${path}.judgeGroups[${index}].judges`, grouped)
  }
  for (const id of panel) if (!grouped.has(id)) found.add(`${path}.judgeGroups`, 'judge-without-group', { id })
  const weighed = judgeGroups.findIndex(({ weight }) => compare(parseDecimal(weight), parseDecimal('1')) !== 0)
  if (weighed >= 0 && !weighsGroups(round.combine)) {
    found.add(`${path}.judgeGroups[${weighed}].weight`, 'takes-no-weights', { method: round.combine.method })
  }
}

function checkFactor(found: Found, { factor }: Round, path: string): void {
  if (factor !== undefined && compare(parseDecimal(factor.min), parseDecimal(factor.max)) > 0) {
    found.add(`${path}.max`, 'too-small', { bound: factor.min })
  }
}

function checkTimes(found: Found, round: Round, path: string): void {
  const { limitSeconds, minimumSeconds } = round.time
  if (round.overtime.rule !== 'none' && limitSeconds === undefined) found.add(`${path}.time.limitSeconds`, 'required')
  if (round.undertime !== undefined && minimumSeconds === 0) found.add(`${path}.time.minimumSeconds`, 'required')
  if (limitSeconds !== undefined && minimumSeconds > limitSeconds) {
    found.add(`${path}.time.minimumSeconds`, 'too-large', { bound: String(limitSeconds) })
  }
}
