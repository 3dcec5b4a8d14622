/** The figures of the hall: a count-up ends on the announced text, and nothing on the way is a rounded guess. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareDecimals, countedDecimal, shareOf } from '../../../display/src/parts/count.ts'

const decimal = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 17n }), fc.integer({ min: 0, max: 6 }))
  .map(([minus, units, places]) => {
    const digits = units.toString().padStart(places + 1, '0')
    const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
    return minus && units > 0n ? `-${text}` : text
  })
const unitInterval = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })

describe('count-up', () => {
  test('at the end it is the announced text itself', () =>
    fc.assert(
      fc.property(decimal, decimal, (from, to) => {
        expect(countedDecimal(from, to, 1)).toBe(to)
      }),
    ))

  test('on the way it has the places of the goal and never goes beyond either end', () =>
    fc.assert(
      fc.property(decimal, decimal, unitInterval, (from, to, progress) => {
        const figure = countedDecimal(from, to, progress)
        expect(figure.split('.')[1]?.length).toBe(to.split('.')[1]?.length)
        const [low, high] = compareDecimals(from, to) < 0 ? [from, to] : [to, from]
        // Cutting the places of a finer start moves the figure by less than one unit of its last place.
        if ((from.split('.')[1] ?? '').length > (to.split('.')[1] ?? '').length) return
        expect(compareDecimals(figure, low)).toBeGreaterThanOrEqual(0)
        expect(compareDecimals(figure, high)).toBeLessThanOrEqual(0)
      }),
    ))

  test('it does not turn back', () =>
    fc.assert(
      fc.property(decimal, unitInterval, unitInterval, (to, a, b) => {
        if (to.startsWith('-')) return
        const [early, late] = a < b ? [a, b] : [b, a]
        expect(compareDecimals(countedDecimal('0', to, early), countedDecimal('0', to, late))).toBeLessThanOrEqual(0)
      }),
    ))

  test('a figure that a float would spoil is counted exactly', () => {
    expect(countedDecimal('0', '9007199254740993.01', 0.5)).toBe('4503599627370496.50')
    expect(countedDecimal('0.10', '0.30', 0.5)).toBe('0.20')
    expect(countedDecimal('0', '92.25', 0)).toBe('0.00')
  })
})

test('figures are compared by value and not by text', () => {
  expect(compareDecimals('9.5', '10')).toBeLessThan(0)
  expect(compareDecimals('86.50', '86.5')).toBe(0)
  expect(compareDecimals('-1', '-2')).toBeGreaterThan(0)
})

test('a bar is never longer than its track and needs a maximum', () => {
  expect(shareOf('10', '20')).toBe(0.5)
  expect(shareOf('21', '20')).toBe(1)
  expect(shareOf('5', '0')).toBe(0)
})
