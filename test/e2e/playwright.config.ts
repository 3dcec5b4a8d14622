/**
 * Whole contests through real pages: `npm test` and `npm test -- e2e`. The pages must have been built. A test that must be run twice to pass is a
 * failing test.
 */
import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { chromiumLaunch } from './browser.ts'
import { patienceMs } from './patience.ts'

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  // One more than processors: most of the time people and pages wait for each other.
  workers: availableParallelism() + 1,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: patienceMs },
  use: { launchOptions: chromiumLaunch, actionTimeout: patienceMs, screenshot: 'only-on-failure' },
})
