/** Playwright's `test` with a venue for each test. Whatever a page complains about, or asks of another host, fails the test that it happened in. */
import { test as base, expect } from '@playwright/test'
import { Venue } from './venue.ts'

export const test = base.extend<{ venue: Venue }>({
  venue: async ({ browser }, use) => {
    const venue = await Venue.open(browser)
    try {
      await use(venue)
    } finally {
      await venue.close()
    }
    expect(venue.watch.problems).toEqual([])
  },
})
