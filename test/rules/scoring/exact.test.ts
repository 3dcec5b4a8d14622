/** Exact numbers: nothing is lost between a decimal text and a fraction. */
import {
  add,
  compare,
  div,
  fraction,
  mul,
  parseDecimal,
  parseFraction,
  sub,
  sum,
  toDecimal,
  toFraction,
} from '@bang-diem/shared/scoring/exact.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const anyExact = fc
  .tuple(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([n, d]) => fraction(n, d))

describe('S-1: exact numbers', () => {
  it.each(['', ' 1', '1 ', '+1', '1.', '.5', '1e3', '1,5', '0x1', 'NaN', '--1', '1.2.3', '１'])(
    'S-1: refuses %j as a decimal',
    (text) => {
      expect(() => parseDecimal(text)).toThrow(RangeError)
    },
  )

  it.each([
    ['8.25', { n: 33n, d: 4n }],
    ['-0.50', { n: -1n, d: 2n }],
    ['0', { n: 0n, d: 1n }],
    ['007', { n: 7n, d: 1n }],
  ])('S-1: reads %s in lowest terms', (text, expected) => {
    expect(parseDecimal(text)).toEqual(expected)
  })

  it('S-1: ten times 0.1 is 1, which floats deny', () => {
    expect(compare(sum(Array.from({ length: 10 }, () => parseDecimal('0.1'))), parseDecimal('1'))).toBe(0)
  })

  it.each([
    [fraction(53n, 3n), '53/3'],
    [fraction(31n, 2n), '15.5'],
    [fraction(-1n, 8n), '-0.125'],
    [fraction(-1n, 3n), '-1/3'],
    [fraction(1n, 625n), '0.0016'],
    [fraction(20n), '20'],
  ])('S-1: writes a value without loss (%#)', (value, expected) => {
    expect(toFraction(value)).toBe(expected)
  })

  it('S-1: what is written without loss is read back', () =>
    fc.assert(fc.property(anyExact, (value) => void expect(parseFraction(toFraction(value))).toEqual(value))))

  it('S-1: any other form of a fraction is refused', () => {
    for (const text of ['1/0', '1/-3', '/3', '1/', '1/2/3', '0.5/2'])
      expect(() => parseFraction(text)).toThrow(RangeError)
  })

  it('S-1: writes fixed places and never loses a digit in silence', () => {
    expect(toDecimal(parseDecimal('86.5'), 2)).toBe('86.50')
    expect(toDecimal(parseDecimal('-0.05'), 2)).toBe('-0.05')
    expect(toDecimal(parseDecimal('28'), 0)).toBe('28')
    expect(() => toDecimal(parseDecimal('86.505'), 2)).toThrow(RangeError)
    expect(() => toDecimal(fraction(1n, 3n), 6)).toThrow(RangeError)
  })

  it('S-1: nothing is divided by zero', () => {
    expect(() => div(fraction(1n), fraction(0n))).toThrow(RangeError)
  })

  it('S-1: subtraction undoes addition, division undoes multiplication', () =>
    fc.assert(
      fc.property(anyExact, anyExact, (a, b) => {
        expect(sub(add(a, b), b)).toEqual(a)
        if (b.n !== 0n) expect(div(mul(a, b), b)).toEqual(a)
      }),
    ))

  it('S-1: a decimal comes back as it was written', () =>
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        fc.integer({ min: 0, max: 6 }),
        (units, places) => {
          const text = toDecimal(fraction(units, 10n ** BigInt(places)), places)
          expect(toDecimal(parseDecimal(text), places)).toBe(text)
          expect(parseDecimal(text)).toEqual(fraction(units, 10n ** BigInt(places)))
        },
      ),
    ))
})
