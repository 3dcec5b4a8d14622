/**
 * How every test starts Chromium: Debian's, or the one that `CHROMIUM_PATH` names, with nothing in it that talks to the world.
 * It launches nothing itself.
 */
import type { LaunchOptions } from '@playwright/test'

/** `more` are further arguments of the browser. */
export function chromiumOptions(...more: readonly string[]): LaunchOptions {
  return {
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  }
}
