/**
 * The browser of these tests: Debian's Chromium, which talks to nobody but the hub, and the devices of a hall. The hub's name is mapped to this
 * machine but is not `localhost`, so that pages run as in a venue: on plain HTTP, which is no secure context.
 */
import type { BrowserContextOptions, LaunchOptions } from '@playwright/test'
import { chromiumOptions } from '../harness/chromium.ts'

export const hubName = 'hoi-thi.test'

export const chromiumLaunch: LaunchOptions = chromiumOptions(`--host-resolver-rules=MAP ${hubName} 127.0.0.1`)

const phone = { hasTouch: true, isMobile: true } as const

export const devices = {
  'small-phone': { ...phone, viewport: { width: 360, height: 740 } },
  'large-phone': { ...phone, viewport: { width: 412, height: 915 } },
  laptop: { viewport: { width: 1366, height: 768 } },
  projector: { viewport: { width: 1920, height: 1080 } },
  'calm-projector': { viewport: { width: 1920, height: 1080 }, reducedMotion: 'reduce' },
} as const satisfies Record<string, BrowserContextOptions>
export type Device = keyof typeof devices
