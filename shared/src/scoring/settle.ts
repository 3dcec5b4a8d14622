/** From what each voice says to one value: outliers first, then the combining method (SPEC S-6 to S-12, S-38, S-39). */
import type { Values } from './combine/method.ts'
import { combineMethod } from './combine/registry.ts'
import { columnOf, type Exact } from './exact.ts'
import type { Treatment } from './judged-results.ts'
import { outlierRule } from './outliers/registry.ts'
import type { OutlierFlag } from './outliers/rule.ts'
import { type Rounding, roundedAt } from './rounding.ts'
import type { RoundRules } from './types.ts'

export interface Settled {
  readonly combined: Exact
  /** Parallel to the values; `null`: all of them counted, as they are. */
  readonly treated: readonly { readonly value: Exact; readonly treatment: Treatment }[] | null
  readonly flag: OutlierFlag | null
}

export function settle(round: RoundRules, values: Values, maximum: Exact, rounding: readonly Rounding[]): Settled {
  const { instead, flag } = outlierRule(round.outliers).apply({ values, maximum })
  const method = combineMethod(round.combine)
  if (instead === null) {
    const { value: combined, leftOut } = method.apply(values)
    if (leftOut === null) return { combined, treated: null, flag }
    const treated = values.values.map((value, index) => ({ value, treatment: leftOut[index] ?? ('counted' as const) }))
    return { combined, treated, flag }
  }
  const stayed = values.values.map((value, index) => {
    const other = instead[index] ?? null
    if (other === null) return { value, treatment: 'outlier' as const }
    if (other === value) return { value, treatment: 'counted' as const }
    return { value: roundedAt(other, rounding, 'clamped-mark'), treatment: 'clamped' as const }
  })
  const stays = stayed.map(({ treatment }) => treatment !== 'outlier')
  const left = columnOf(stayed.flatMap(({ value }, index) => (stays[index] ? [value] : [])))
  const weights = values.weights?.filter((_, index) => stays[index])
  const { value: combined, leftOut } = method.apply(weights ? { ...left, weights } : left)
  let next = 0
  const treated = stayed.map(({ value, treatment }) => {
    if (treatment === 'outlier') return { value, treatment }
    return { value, treatment: leftOut?.[next++] ?? treatment }
  })
  return { combined, treated, flag }
}
