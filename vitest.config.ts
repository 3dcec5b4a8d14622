/**
 * Which files vitest runs, in Node. Pages are Playwright's (`test/e2e`), and whole-system proofs are programs of their own.
 */
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'server/src/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'test/e2e/**'],
    environment: 'node',
    // One more than processors: a third of the time tests wait for pages, disks and other programs.
    maxWorkers: availableParallelism() + 1,
    // A test that must be run twice to pass is a failing test.
    retry: 0,
    // Nothing here is timed; a slow machine with two cores must not fail what holds.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    allowOnly: false,
    passWithNoTests: false,
  },
})
