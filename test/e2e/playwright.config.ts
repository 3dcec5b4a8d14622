/**
 * Whole contests through real pages: `npm test` and `npm test -- e2e`. The pages must have been built. Two tests at a time, as the smallest
 * machine has two cores; a test that must be run twice to pass is a failing test.
 */
import { defineConfig } from '@playwright/test'
import { chromiumLaunch } from './browser.ts'

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: { launchOptions: chromiumLaunch, actionTimeout: 10_000, screenshot: 'only-on-failure' },
})
