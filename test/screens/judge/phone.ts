/** A judge's phone as tests hold it: Debian's Chromium with nothing that talks to the world, and a thumb on the keypad. */
import type { LaunchOptions, Page } from '@playwright/test'

export const chromiumLaunch: LaunchOptions = {
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}

/** Taps keys by their `data-key`. */
export async function typeKeys(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.tap(`[data-key="${key}"]`)
}
