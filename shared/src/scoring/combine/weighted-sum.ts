/** Σ weight × value: SPEC S-38. */
import { type Exact, mul, sum, ZERO } from '../exact.ts'

/** Both lists are parallel. */
export function weightedSum(values: readonly Exact[], weights: readonly Exact[]): Exact {
  return sum(values.map((value, index) => mul(weights[index] ?? ZERO, value)))
}
