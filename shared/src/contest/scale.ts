/**
 * Whether a mark lies on a criterion's scale. A submit asks this for every mark, so scales and marks are compared as whole numbers of
 * millionths. It knows no sheets.
 */
import type { Scale } from './definition.ts'

/** A decimal text has at most nine digits before the point and six behind it (`decimalSchema`). */
const millionthsInOne = 1_000_000

/**
 * Exact: below 10^15 millionths, reading the text and multiplying each miss by at most one part in 2^53, together by less than a
 * quarter of a millionth, which rounding takes away.
 */
function millionths(decimal: string): number {
  return Math.round(Number(decimal) * millionthsInOne)
}

interface Bounds {
  readonly min: number
  readonly max: number
  readonly step: number
}

const known = new WeakMap<Scale, Bounds>()

/** A scale in millionths, read once: every mark of a contest is held against the same few. */
function boundsOf(scale: Scale): Bounds {
  const cached = known.get(scale)
  if (cached) return cached
  const made = { min: millionths(scale.min), max: millionths(scale.max), step: millionths(scale.step) }
  known.set(scale, made)
  return made
}

/** `in-range` fails before `on-step` is asked; undefined when the mark stands on the scale. */
export function scaleFault(mark: string, scale: Scale): 'out-of-range' | 'off-step' | undefined {
  const value = millionths(mark)
  const { min, max, step } = boundsOf(scale)
  if (value < min || value > max) return 'out-of-range'
  return (value - min) % step === 0 ? undefined : 'off-step'
}

/** True when 0 ≤ points ≤ the scale's maximum: tallied points count right answers and need no step. */
export function withinMaximum(points: string, scale: Scale): boolean {
  return millionths(points) <= millionths(scale.max)
}
