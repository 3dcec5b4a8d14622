/** Several steps of one kind in one cell: the points taken from a team, or what judges gave criterion by criterion. */
import { absolute, add, FRACTION_FORM, parseDecimal, parseFraction, ZERO } from '@bang-diem/shared/scoring/exact.ts'
import { type Display, written } from '@bang-diem/shared/scoring/rounding.ts'

/** The exact sum without its sign, in full where a decimal exists; undefined without steps. */
export function summed(steps: readonly { readonly exact: string }[], display: Display): string | undefined {
  if (steps.length === 0) return undefined
  const exact = (text: string) => (FRACTION_FORM.test(text) ? parseFraction(text) : parseDecimal(text))
  return written(absolute(steps.reduce((sum, step) => add(sum, exact(step.exact)), ZERO)), display)
}
