/** Marks against scales of every size, beside whole numbers that cannot be off. */
import { scaleFault, withinMaximum } from '@bang-diem/shared/contest/scale.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'

/** Whole millionths of up to nine digits before the point and six behind it, the ends and the small ones often. */
const anyMillionths = fc.oneof(
  fc.bigInt(0n, 999_999_999_999_999n),
  fc.bigInt(999_999_999_999_000n, 999_999_999_999_999n),
  fc.bigInt(0n, 20_000_000n),
)

/** The decimal text, without zeros that say nothing or with all six places. */
function textOf(millionths: bigint, isShort = true): string {
  const digits = millionths.toString().padStart(7, '0')
  const text = `${digits.slice(0, -6)}.${digits.slice(-6)}`
  return isShort ? text.replace(/\.?0+$/, '') : text
}

test('R-5: a mark is on its scale exactly when it is, to the last of six places', () => {
  fc.assert(
    fc.property(
      fc.tuple(anyMillionths, anyMillionths).map(([a, b]) => (a < b ? [a, b] : [b, a])),
      anyMillionths.filter((step) => step > 0n),
      fc.oneof(anyMillionths, fc.nat(40)),
      fc.integer({ min: -1, max: 1 }),
      fc.boolean(),
      ([min = 0n, max = 0n], step, at, beside, isShort) => {
        // Either any mark, or one that stands so many steps above the minimum, or just beside that.
        const wanted = typeof at === 'bigint' ? at : min + step * BigInt(at) + BigInt(beside)
        fc.pre(wanted >= 0n && wanted <= 999_999_999_999_999n)
        const scale = { min: textOf(min), max: textOf(max), step: textOf(step) }
        const inRange = wanted >= min && wanted <= max
        const onStep = (wanted - min) % step === 0n
        const fault = inRange ? (onStep ? undefined : 'off-step') : 'out-of-range'
        expect(scaleFault(textOf(wanted, isShort), scale)).toBe(fault)
        expect(withinMaximum(textOf(wanted, isShort), scale)).toBe(wanted <= max)
      },
    ),
    { numRuns: 5000 },
  )
})
