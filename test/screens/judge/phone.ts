/** A judge's phone as tests hold it: a thumb on the keypad. */
import type { Page } from '@playwright/test'

/** Taps keys by their `data-key`. */
export async function typeKeys(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.tap(`[data-key="${key}"]`)
}
