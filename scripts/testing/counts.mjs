/**
 * What the runners' reports say, as two numbers. A skipped test counts as failed: nobody may take it for a passed one.
 */

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * @param {number} exitCode
 * @returns {Counts}
 */
export function exitCounts(exitCode) {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/**
 * @param {unknown} report vitest's JSON report
 * @param {number} exitCode
 * @returns {Counts}
 */
export function vitestCounts(report, exitCode) {
  const files = at(report, 'testResults')
  const passed = at(report, 'numPassedTests')
  const total = at(report, 'numTotalTests')
  if (!Array.isArray(files) || typeof passed !== 'number' || typeof total !== 'number') return { passed: 0, failed: 1 }
  // A file that does not even load has no tests to fail.
  const broken = files.filter((file) => at(file, 'status') === 'failed' && isEmpty(at(file, 'assertionResults'))).length
  return atLeastOneFailed({ passed, failed: total - passed + broken }, exitCode)
}

/**
 * @param {unknown} report Playwright's JSON report
 * @param {number} exitCode
 * @returns {Counts}
 */
export function playwrightCounts(report, exitCode) {
  const stats = at(report, 'stats')
  const [passed, ...others] = ['expected', 'unexpected', 'flaky', 'skipped'].map((name) => at(stats, name))
  if (typeof passed !== 'number') return { passed: 0, failed: 1 }
  const failed = others.reduce((/** @type {number} */ sum, count) => sum + (typeof count === 'number' ? count : 1), 0)
  return atLeastOneFailed({ passed, failed }, exitCode)
}

/**
 * A runner that ends badly without a failed test (an unhandled rejection, a crash) has failed all the same; so has one that ran none.
 * @param {Counts} counts
 * @param {number} exitCode
 * @returns {Counts}
 */
function atLeastOneFailed({ passed, failed }, exitCode) {
  const isFine = exitCode === 0 && passed + failed > 0
  return { passed, failed: isFine ? failed : Math.max(failed, 1) }
}

/**
 * @param {unknown} value
 * @param {string} key
 * @returns {unknown}
 */
function at(value, key) {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

/** @param {unknown} value */
function isEmpty(value) {
  return !Array.isArray(value) || value.length === 0
}
