/** How values become one: every combining method, and what each leaves out. */
import { type Combine, combineMethod, combineMethods } from '@bang-diem/shared/scoring/combine/registry.ts'
import { columnOf, parseDecimal, toFraction } from '@bang-diem/shared/scoring/exact.ts'
import { outlierRule } from '@bang-diem/shared/scoring/outliers/registry.ts'
import { describe, expect, it } from 'vitest'
import { criterion, input, round, scored, sheets } from './builders.ts'

function combined(combine: Combine, ...values: readonly string[]) {
  const { value, leftOut } = combineMethod(combine).apply(columnOf(values.map(parseDecimal)))
  return { value: toFraction(value), leftOut: values.map((_, index) => leftOut?.[index] ?? '·').join(' ') }
}

const sheet = { over: 'sheet' } as const
const trim = { method: 'trimmed-mean', highest: 1, lowest: 1, ...sheet } as const

describe('combining judges', () => {
  it('S-8: the mean counts everyone', () => {
    expect(combined({ method: 'mean', ...sheet }, '18', '17.5', '17.5')).toEqual({ value: '53/3', leftOut: '· · ·' })
  })

  it('S-9: the sum adds', () => {
    expect(combined({ method: 'sum', ...sheet }, '18', '17.5', '17.5').value).toBe('53')
  })

  it('S-10: the median is the middle, or the mean of the two middle ones', () => {
    const median = { method: 'median', ...sheet } as const
    expect(combined(median, '9', '7', '8')).toEqual({ value: '8', leftOut: 'not-middle not-middle ·' })
    expect(combined(median, '9', '7', '8', '8.5')).toEqual({ value: '8.25', leftOut: 'not-middle not-middle · ·' })
    expect(combined(median, '9').value).toBe('9')
  })

  it('S-11: highest and lowest are struck', () => {
    expect(combined(trim, '17', '17.25', '16.5', '17.5', '17')).toEqual({
      value: '205/12',
      leftOut: '· · lowest highest ·',
    })
    expect(combined({ ...trim, highest: 0, lowest: 2 }, '1', '2', '9', '9')).toEqual({
      value: '9',
      leftOut: 'lowest lowest · ·',
    })
  })

  it('S-11: below the threshold nothing is struck, and the threshold defaults to one more than what goes', () => {
    expect(combined({ ...trim, whenAtLeast: 5 }, '16', '16.5', '16.25', '16').leftOut).toBe('· · · ·')
    expect(combined(trim, '6', '9')).toEqual({ value: '7.5', leftOut: '· ·' })
    expect(combined(trim, '6', '9', '7')).toEqual({ value: '7', leftOut: 'lowest highest ·' })
  })

  it('S-11: values are counted after the outliers have gone', () => {
    const rules = round({ combine: { ...trim, whenAtLeast: 5 }, outliers: { rule: 'drop', limit: '3', of: 'maximum' } })
    const score = scored(rules, input({ sheets: sheets([['18'], ['18'], ['17'], ['18'], ['12']]) }))
    expect(score.judged[0]?.listed().values.map(({ treatment }) => treatment)).toEqual([
      'counted',
      'counted',
      'counted',
      'counted',
      'outlier',
    ])
    expect(score.shown).toBe('17.75')
  })

  it('S-12: of equal values the first in the panel is the lowest, the last the highest', () => {
    expect(combined(trim, '8', '8', '8', '8').leftOut).toBe('lowest · · highest')
    expect(combined(trim, '9', '7', '9', '7').leftOut).toBe('· lowest highest ·')
  })

  it('S-5 S-13: over criteria each is combined, rounded, weighted and summed', () => {
    const rules = round({
      criteria: [criterion('noi-dung', '10', { weight: '2' }), criterion('trinh-bay', '10')],
      combine: { ...trim, over: 'criterion' },
    })
    const given = input({
      sheets: sheets(
        [
          ['9', '7'],
          ['7', '9'],
          ['8', '8'],
        ],
        ['noi-dung', 'trinh-bay'],
      ),
    })
    expect(scored(rules, given).shown).toBe('24.00')
    const thirds = input({
      sheets: sheets(
        [
          ['9', '7'],
          ['9', '7'],
          ['8', '8'],
        ],
        ['noi-dung', 'trinh-bay'],
      ),
    })
    const mean = { ...rules, combine: { method: 'mean', over: 'criterion' } as const }
    expect(toFraction(scored(mean, thirds).score)).toBe('74/3')
    expect(toFraction(scored(mean, thirds, [{ at: 'criterion', decimals: 1, mode: 'half-up' }]).score)).toBe('24.7')
  })

  it('S-5: over sheets the weighted sheet is rounded before it is combined', () => {
    const rules = round({ criteria: [criterion('noi-dung', '10', { weight: '0.33' }), criterion('trinh-bay', '10')] })
    const given = input({
      sheets: sheets(
        [
          ['8.5', '7'],
          ['8', '7'],
        ],
        ['noi-dung', 'trinh-bay'],
      ),
    })
    expect(toFraction(scored(rules, given).score)).toBe('9.7225')
    const rounded = scored(rules, given, [{ at: 'sheet', decimals: 1, mode: 'half-up' }])
    expect(rounded.judged[0]?.listed().values.map(({ value }) => toFraction(value))).toEqual(['9.8', '9.6'])
    expect(toFraction(rounded.score)).toBe('9.7')
  })

  it('S-35: every method prints its rule in both languages', () => {
    for (const method of combineMethods) {
      const text = method.bind({ method: method.id }).ruleText()
      expect(text.vi).not.toBe('')
      expect(text.en).not.toBe('')
    }
  })
})

describe('outliers', () => {
  const out = (limit: string, maximum: string, ...values: readonly string[]) => {
    const given = { values: columnOf(values.map(parseDecimal)), maximum: parseDecimal(maximum) }
    const { instead, flag } = outlierRule({ rule: 'drop', limit, of: 'maximum' }).apply(given)
    return { dropped: values.filter((_, index) => instead?.[index] === null), flag }
  }

  it('S-6: strictly farther than the limit, never at it', () => {
    expect(out('1.5', '10', '9', '9', '9', '9', '7').dropped).toEqual(['7'])
    expect(out('1.6', '10', '9', '9', '9', '9', '7').dropped).toEqual([])
  })

  it('S-6: a percentage is of the maximum, not of the mean', () => {
    expect(out('10%', '20', '16', '16', '16', '16', '14').dropped).toEqual([])
    expect(out('10%', '15', '16', '16', '16', '16', '14').dropped).toEqual(['14'])
  })

  it('S-6: one pass only', () => {
    // The mean of all is 7.5. Once the 1 is gone it would be 9.125, and 6.5 would lie 2.625 from it.
    expect(out('2.55', '10', '10', '10', '10', '6.5', '1').dropped).toEqual(['1'])
  })

  it('S-6: over sheets the maximum is the whole sheet with its weights', () => {
    const rules = round({
      criteria: [criterion('noi-dung', '10', { weight: '2' }), criterion('trinh-bay', '10')],
      outliers: { rule: 'drop', limit: '10%', of: 'maximum' },
    })
    const columns = ['noi-dung', 'trinh-bay']
    const three = [
      ['8', '8'],
      ['8', '8'],
      ['8', '8'],
    ]
    const at = (last: string) => scored(rules, input({ sheets: sheets([...three, [last, '8']], columns) })).judged[0]
    // Mean of 24, 24, 24, 20 is 23: three away is at the limit of 3; 24, 24, 24, 19 lies 3.75 away.
    expect(at('6')?.listed().values.at(-1)?.treatment).toBe('counted')
    expect(at('5.5')?.listed().values.at(-1)?.treatment).toBe('outlier')
  })

  it('S-7: if all would go, all stay and the head judge is told', () => {
    expect(out('1.5', '10', '10', '6')).toEqual({ dropped: [], flag: 'all-outliers-kept' })
    const rules = round({ outliers: { rule: 'drop', limit: '1.5', of: 'maximum' } })
    const score = scored(rules, input({ sheets: sheets([['10'], ['6']]) }))
    expect(score.shown).toBe('8.00')
    expect(score.flags).toEqual([{ kind: 'all-outliers-kept', team: 'a', round: 'chao-hoi', criterion: null }])
  })

  it('S-7: over criteria the flag names the criterion', () => {
    const rules = round({
      criteria: [criterion('noi-dung', '10'), criterion('trinh-bay', '10')],
      combine: { method: 'mean', over: 'criterion' },
      outliers: { rule: 'drop', limit: '1.5', of: 'maximum' },
    })
    const score = scored(
      rules,
      input({
        sheets: sheets(
          [
            ['10', '8'],
            ['6', '8'],
          ],
          ['noi-dung', 'trinh-bay'],
        ),
      }),
    )
    expect(score.flags).toMatchObject([{ kind: 'all-outliers-kept', criterion: 'noi-dung' }])
  })
})
