/** The judge's keypad: what a key writes, what counts as a mark, and what the sheet adds up to. */
import { compare, parseDecimal } from '@bang-diem/shared/scoring/exact.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Key, press, typed } from '../../../judge-client/src/marks/keypad.ts'
import { readMark } from '../../../judge-client/src/marks/reading.ts'
import { placesOf, quickFractions, type Scale } from '../../../judge-client/src/marks/scale.ts'
import { acceptedMarks, highestTotal, totalOf } from '../../../judge-client/src/marks/sheet-total.ts'

const quarters: Scale = { min: '0', max: '10', step: '0.25' }
const wholes: Scale = { min: '0', max: '100', step: '1' }
const fromSix: Scale = { min: '6', max: '10', step: '0.5' }

/** Presses the keys one after another; the first finds a criterion that was only just chosen. */
function keys(scale: Scale, pressed: readonly Key[], before = ''): string {
  return pressed.reduce((text, key, index) => press(text, key, scale, index === 0), before)
}

describe('the keypad', () => {
  test('writes digits, a point, and takes the last one away', () => {
    expect(keys(quarters, ['8', 'point', '2', '5'])).toBe('8.25')
    expect(keys(quarters, ['8', 'point', '2', 'erase'])).toBe('8.')
    expect(keys(quarters, ['erase'])).toBe('')
  })

  test('a point before any digit writes 0 and the point, and a second point nothing', () => {
    expect(keys(quarters, ['point', '5'])).toBe('0.5')
    expect(keys(quarters, ['8', 'point', 'point', '5'])).toBe('8.5')
  })

  test('a zero in front makes way for the next digit', () => {
    expect(keys(quarters, ['0', '8'])).toBe('8')
    expect(keys(quarters, ['0', '0'])).toBe('0')
  })

  test('a quick fraction takes the place of the fraction, and makes no mark out of nothing', () => {
    expect(keys(quarters, ['8', '.25'])).toBe('8.25')
    expect(keys(quarters, ['8', '.25', '.75'])).toBe('8.75')
    expect(keys(quarters, ['8', 'point', '.5'])).toBe('8.5')
    expect(keys(quarters, ['.5'])).toBe('')
  })

  test('on a criterion chosen anew a digit writes over the old mark, a fraction or a point keeps its whole number', () => {
    expect(keys(quarters, ['9'], '8.25')).toBe('9')
    expect(keys(quarters, ['.5'], '8.25')).toBe('8.5')
    expect(keys(quarters, ['point'], '8.25')).toBe('8.')
    expect(keys(quarters, ['erase'], '8.25')).toBe('')
  })

  test('one digit too many is let in to be told, a second is not', () => {
    expect(keys(quarters, ['1', '0', '5', '5'])).toBe('105')
    expect(keys(quarters, ['8', 'point', '2', '5', '5', '5'])).toBe('8.255')
  })

  test('a keyboard may write a comma or a point, with spaces around', () => {
    expect(typed(' 8,25 ')).toBe('8.25')
    expect(typed('8.25')).toBe('8.25')
  })

  test('what is not a number stays as it is written, so that "-5" never becomes 5', () => {
    expect(typed('-5')).toBe('-5')
    expect(readMark(typed('-5'), quarters).kind).toBe('refused')
  })
})

describe('reading a mark', () => {
  test.each([
    ['8', '8'],
    ['8.', '8'],
    ['8.50', '8.5'],
    ['08.25', '8.25'],
    ['0', '0'],
    ['0.00', '0'],
    ['10', '10'],
  ])('"%s" is the mark %s', (text, mark) => {
    expect(readMark(text, quarters)).toEqual({ kind: 'accepted', mark })
  })

  test('nothing is nothing, and not 0', () => {
    expect(readMark('', quarters)).toEqual({ kind: 'empty' })
    expect(acceptedMarks([{ ...quarters, id: 'a', title: 'A', weight: '1' }], {})).toEqual({})
  })

  test.each([
    ['10.25', quarters, 'above'],
    ['11', quarters, 'above'],
    ['8.3', quarters, 'off-step'],
    ['8.255', quarters, 'off-step'],
    ['8.5', wholes, 'off-step'],
    ['5', fromSix, 'below'],
    ['0', fromSix, 'below'],
    ['8..5', quarters, 'not-a-number'],
    ['.', quarters, 'not-a-number'],
    ['tám', quarters, 'not-a-number'],
    ['1e1', quarters, 'not-a-number'],
  ] as const)('"%s" is refused', (text, scale, fault) => {
    expect(readMark(text, scale)).toEqual({ kind: 'refused', fault })
  })

  test.each([
    ['8.2', quarters, 'off-step'],
    ['9.7', quarters, 'off-step'],
    ['1', fromSix, 'below'],
  ] as const)('"%s" is on its way to a mark', (text, scale, fault) => {
    expect(readMark(text, scale)).toEqual({ kind: 'unfinished', fault })
  })

  test('steps count from the minimum, not from 0', () => {
    const odd: Scale = { min: '1', max: '9', step: '2' }
    expect(readMark('3', odd).kind).toBe('accepted')
    expect(readMark('4', odd).kind).toBe('refused')
  })

  test('unfinished says exactly that some digits would make a mark', () => {
    const scales = [
      quarters,
      wholes,
      fromSix,
      { min: '0.5', max: '20', step: '1.5' },
      { min: '6', max: '100', step: '7' },
    ]
    const beginning = fc.stringMatching(/^(0|[1-9]\d?)(\.\d?)?$/)
    fc.assert(
      fc.property(fc.constantFrom(...scales), beginning, (scale, text) => {
        const { kind } = readMark(text, scale)
        const reachable = everyMark(scale).some((mark) =>
          writings(mark, placesOf(scale)).some((one) => one.startsWith(text)),
        )
        expect(kind === 'accepted' || kind === 'unfinished').toBe(reachable)
      }),
    )
  })
})

/** All marks of a scale in thousandths, by counting. */
function everyMark({ min, max, step }: Scale): number[] {
  const [first, last, stride] = [min, max, step].map((decimal) => Math.round(Number(decimal) * 1000))
  if (first === undefined || last === undefined || stride === undefined) throw new Error('a scale has three numbers')
  return Array.from({ length: Math.floor((last - first) / stride) + 1 }, (_, index) => first + index * stride)
}

/** Every way to write a mark with at most `places` digits after the point, one of them being enough for its value. */
function writings(thousandths: number, places: number): string[] {
  const whole = String(Math.floor(thousandths / 1000))
  const digits = String(thousandths % 1000).padStart(3, '0')
  const needed = digits.replace(/0+$/, '').length
  const all = needed === 0 ? [whole, `${whole}.`] : []
  for (let length = Math.max(needed, 1); length <= Math.max(places, 1); length += 1) {
    all.push(`${whole}.${digits.slice(0, length)}`)
  }
  return all
}

describe('quick fractions', () => {
  test.each([
    [quarters, ['.25', '.5', '.75']],
    [fromSix, ['.5']],
    [wholes, []],
    [{ min: '0', max: '10', step: '0.1' }, ['.5']],
    [{ min: '0', max: '10', step: '0.05' }, ['.25', '.5', '.75']],
    [{ min: '0', max: '15', step: '0.75' }, []],
  ])('suit the step', (scale, expected) => {
    expect(quickFractions(scale)).toEqual(expected)
  })
})

describe('the running total', () => {
  const criteria = [
    { id: 'a', title: 'A', weight: '1', min: '0', max: '10', step: '0.1' },
    { id: 'b', title: 'B', weight: '1.5', min: '0', max: '10', step: '0.1' },
    { id: 'c', title: 'C', weight: '1', min: '0', max: '5', step: '0.5' },
  ]

  test('is exact where floats are not: 0.1 + 1.5 × 0.2', () => {
    expect(totalOf(criteria, { a: '0.1', b: '0.2' })).toBe('0.4')
  })

  test('counts accepted marks alone', () => {
    expect(acceptedMarks(criteria, { a: '8.', b: '11', c: '4.2' })).toEqual({ a: '8' })
    expect(totalOf(criteria, {})).toBe('0')
  })

  test('is out of Σ weight × maximum', () => {
    expect(highestTotal(criteria)).toBe('30')
  })

  test('never exceeds what the sheet is out of, and is the sum in thousandths', () => {
    const marks = fc.record({ a: tenth(100), b: tenth(100), c: tenth(50) })
    fc.assert(
      fc.property(marks, ({ a, b, c }) => {
        const total = totalOf(criteria, { a: decimal(a), b: decimal(b), c: decimal(c) })
        expect(compare(parseDecimal(total), parseDecimal(highestTotal(criteria)))).toBeLessThanOrEqual(0)
        expect(Math.round(Number(total) * 1000)).toBe(a * 100 + b * 150 + c * 100)
      }),
    )
  })
})

function tenth(max: number): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max })
}

function decimal(tenths: number): string {
  return `${Math.floor(tenths / 10)}.${tenths % 10}`
}
