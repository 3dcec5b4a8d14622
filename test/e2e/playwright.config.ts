/**
 * Whole contests through real pages: `npm test` and `npm test -- e2e`. The pages must have been built. Two tests at a time, as the smallest
 * machine has two cores; a test that must be run twice to pass is a failing test.
 */
import { defineConfig } from '@playwright/test'
import { chromiumLaunch } from './browser.ts'
import { patienceMs } from './patience.ts'

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: patienceMs },
  use: { launchOptions: chromiumLaunch, actionTimeout: patienceMs, screenshot: 'only-on-failure' },
})
