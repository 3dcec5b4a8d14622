/** Where and how digits are lost, against an independent oracle. */
import { fraction, parseDecimal, toDecimal } from '@bang-diem/shared/scoring/exact.ts'
import { type RoundingMode, round, shown, written } from '@bang-diem/shared/scoring/rounding.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

/**
 * Rounds by long division on digits and a carry through the string, sharing nothing with the code under test.
 * `n / d` with d > 0.
 */
function oracle(n: bigint, d: bigint, decimals: number, mode: RoundingMode): string {
  const negative = n < 0n
  let rest = negative ? -n : n
  const digits = String(rest / d).split('')
  rest %= d
  for (let place = 0; place < decimals; place += 1) {
    rest *= 10n
    digits.push(String(rest / d))
    rest %= d
  }
  const half = rest + rest === d ? 'half' : rest + rest > d ? 'above' : 'below'
  const odd = Number(digits.at(-1)) % 2 === 1
  const up =
    half === 'above' ? mode !== 'truncate' : half === 'half' && (mode === 'half-up' || (mode === 'half-even' && odd))
  const text = up ? plusOne(digits.join('')) : digits.join('')
  const split = text.length - decimals
  const number = decimals === 0 ? text : `${text.slice(0, split)}.${text.slice(split)}`
  return negative && /[1-9]/.test(number) ? `-${number}` : number
}

/** The digits counted up by one in the last place, as one does on paper. */
function plusOne(digits: string): string {
  const [, before = '', digit, nines = ''] = /^(.*?)([0-8]?)(9*)$/.exec(digits) ?? []
  return `${before}${Number(digit) + 1}${nines.replaceAll('9', '0')}`
}

describe('S-2: rounding', () => {
  it.each([
    ['1.005', 2, 'half-up', '1.01'],
    ['2.675', 2, 'half-up', '2.68'],
    ['81.4375', 2, 'half-up', '81.44'],
    ['-1.005', 2, 'half-up', '-1.01'],
    ['0.125', 2, 'half-even', '0.12'],
    ['0.135', 2, 'half-even', '0.14'],
    ['0.1350001', 2, 'half-even', '0.14'],
    ['9.999', 2, 'truncate', '9.99'],
    ['-9.999', 2, 'truncate', '-9.99'],
    ['9.995', 2, 'half-up', '10.00'],
    ['0.5', 0, 'half-up', '1'],
    ['0.5', 0, 'half-even', '0'],
    ['-0.001', 2, 'half-up', '0.00'],
  ] as const)('S-2: %s to %i decimals, %s, is %s', (value, decimals, mode, expected) => {
    expect(toDecimal(round(parseDecimal(value), decimals, mode), decimals)).toBe(expected)
  })

  it('S-2: agrees with long division by hand on any fraction', () =>
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
        fc.oneof(fc.bigInt({ min: 1n, max: 5000n }), fc.constantFrom(2n, 4n, 8n, 16n, 200n, 2000n)),
        fc.integer({ min: 0, max: 6 }),
        fc.constantFrom<RoundingMode>('half-up', 'half-even', 'truncate'),
        (n, d, decimals, mode) => {
          expect(toDecimal(round(fraction(n, d), decimals, mode), decimals)).toBe(oracle(n, d, decimals, mode))
        },
      ),
      { numRuns: 2000 },
    ))
})

describe('S-4: shown figures', () => {
  const display = { decimals: 2, mode: 'half-up' } as const

  it('S-4: a computed figure is rounded for the eye', () => {
    expect(shown(fraction(107n, 6n), display)).toBe('17.83')
    expect(shown(fraction(107n, 6n), { decimals: 2, mode: 'truncate' })).toBe('17.83')
    expect(shown(fraction(53n, 3n), { decimals: 2, mode: 'truncate' })).toBe('17.66')
  })

  it('S-4: an entered amount is never shortened', () => {
    expect(written(parseDecimal('0.25'), { decimals: 0, mode: 'half-up' })).toBe('0.25')
    expect(written(parseDecimal('1'), display)).toBe('1.00')
    expect(written(fraction(1n, 3n), display)).toBe('0.33')
  })
})
