/**
 * What `npm test` adds up: nothing that went wrong may disappear between a runner and the last line.
 */
import { expect, test } from 'vitest'
import { exitCounts, playwrightCounts, vitestCounts } from '../../scripts/testing/counts.mjs'

const file = (status: string, assertionResults: unknown[]) => ({ status, assertionResults })

test('a check is one test', () => {
  expect(exitCounts(0)).toEqual({ passed: 1, failed: 0 })
  expect(exitCounts(2)).toEqual({ passed: 0, failed: 1 })
})

test('vitest: what is not passed is failed, skipped ones included', () => {
  const report = { numPassedTests: 5, numTotalTests: 8, testResults: [file('failed', [{}])] }
  expect(vitestCounts(report, 1)).toEqual({ passed: 5, failed: 3 })
})

test('vitest: a file that does not load is a failed test', () => {
  const report = { numPassedTests: 5, numTotalTests: 5, testResults: [file('passed', [{}]), file('failed', [])] }
  expect(vitestCounts(report, 1)).toEqual({ passed: 5, failed: 1 })
})

test('vitest: a bad end without a failed test, no tests at all and no report are failures', () => {
  const report = { numPassedTests: 5, numTotalTests: 5, testResults: [] }
  expect(vitestCounts(report, 1)).toEqual({ passed: 5, failed: 1 })
  expect(vitestCounts({ ...report, numPassedTests: 0, numTotalTests: 0 }, 0)).toEqual({ passed: 0, failed: 1 })
  expect(vitestCounts(undefined, 0)).toEqual({ passed: 0, failed: 1 })
})

test('playwright: unexpected, flaky and skipped are failed', () => {
  const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 1 }
  expect(playwrightCounts({ stats }, 1)).toEqual({ passed: 7, failed: 3 })
})

test('playwright: a bad end without a failed test and no report are failures', () => {
  const stats = { expected: 7, unexpected: 0, flaky: 0, skipped: 0 }
  expect(playwrightCounts({ stats }, 0)).toEqual({ passed: 7, failed: 0 })
  expect(playwrightCounts({ stats }, 1)).toEqual({ passed: 7, failed: 1 })
  expect(playwrightCounts(undefined, 0)).toEqual({ passed: 0, failed: 1 })
})
