/** What the rule sheet says of one round: from who marks to what is taken off. */
import type { Round } from '../../contest/definition.ts'
import { combineMethod } from '../../scoring/combine/registry.ts'
import { outlierRule } from '../../scoring/outliers/registry.ts'
import { overtimeRule } from '../../scoring/overtime/registry.ts'
import { showDecimal } from '../decimals.ts'
import { chosenRule, type Rule, type Speaking } from './rule.ts'

export function roundRules(round: Round, speaking: Speaking): Rule[] {
  const { words, language } = speaking
  const points = (text: string) => showDecimal(text, language)
  return [
    {
      text: words.maximum(points(round.maximum), points(round.weight)),
      items: round.criteria.map((criterion) => criterionRule(criterion, speaking)),
    },
    ...judging(round, speaking),
    ...factorRule(round, speaking),
    ...timing(round, speaking),
    { text: words.deductions },
    { text: words.order[round.order] },
  ]
}

function criterionRule({ title, scale, weight, scoredBy }: Round['criteria'][number], speaking: Speaking): Rule {
  const { words, language } = speaking
  const points = (text: string) => showDecimal(text, language)
  if (scoredBy === 'secretary') return { text: words.talliedCriterion(title, points(scale.max), points(weight)) }
  const bounds = { min: points(scale.min), max: points(scale.max), step: points(scale.step) }
  return { text: words.criterion(title, bounds, points(weight)) }
}

/** Nothing where judges mark nothing. */
function judging(round: Round, speaking: Speaking): Rule[] {
  if (!round.criteria.some(({ scoredBy }) => scoredBy === 'judges')) return []
  const { words, names, definition, language } = speaking
  const list = (ids: readonly string[]) => ids.map((id) => names.judge(id)).join(', ')
  const panel = round.panel === 'all' ? words.wholePanel(definition.judges.length) : words.panel(list(round.panel))
  const groups = round.judgeGroups.map(({ id, judges, weight }) =>
    words.group(names.group(round.id, id), list(judges), showDecimal(weight, language)),
  )
  return [
    { text: panel },
    ...(groups.length === 0 ? [] : [{ text: words.groups(groups.join('; ')) }]),
    ...(round.outliers.rule === 'none' ? [] : [chosenRule(outlierRule(round.outliers), speaking)]),
    chosenRule(combineMethod(round.combine), speaking),
    { text: words.excused },
  ]
}

function factorRule({ factor }: Round, { words, language }: Speaking): Rule[] {
  if (factor === undefined) return []
  const title = factor.title ?? words.factorTitle
  return [{ text: words.factor(title, showDecimal(factor.min, language), showDecimal(factor.max, language)) }]
}

function timing({ time, overtime, undertime }: Round, speaking: Speaking): Rule[] {
  const { words, language } = speaking
  const { limitSeconds, minimumSeconds } = time
  const limits = words.time(
    limitSeconds === undefined ? '' : clock(limitSeconds),
    minimumSeconds === 0 ? '' : clock(minimumSeconds),
  )
  return [
    ...(limits === '' ? [] : [{ text: limits }]),
    ...(limitSeconds === undefined ? [] : [chosenRule(overtimeRule(overtime), speaking)]),
    ...(undertime === undefined ? [] : [{ text: words.undertime(showDecimal(undertime.points, language)) }]),
  ]
}

/** Whole seconds as a clock shows them: `5:00`. */
function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
