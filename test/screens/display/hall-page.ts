/** The page of the hall in Debian's Chromium, before a stand-in hub: what the browser tests of this folder begin with. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import { chromiumOptions } from '../../harness/chromium.ts'
import { PreviewHub } from './preview-hub.ts'

const dist = join(fileURLToPath(new URL('../../..', import.meta.url)), 'display', 'dist')

/** The projectors of halls as they are, and a phone. */
export const sizes = {
  projector: { width: 1920, height: 1080 },
  'small projector': { width: 1280, height: 720 },
  'old projector': { width: 800, height: 600 },
  phone: { width: 360, height: 740 },
} as const
export type Size = keyof typeof sizes

export interface HallPage {
  readonly page: Page
  readonly hub: PreviewHub
  /** What the page threw; empty in a good run. */
  readonly faults: string[]
  readonly close: () => Promise<void>
}

export function launchChromium(): Promise<Browser> {
  return chromium.launch(chromiumOptions())
}

/** A page with a hub of its own, which lists one contest. */
export async function openHall(
  browser: Browser,
  { size = 'projector', query = '', ...options }: { size?: Size; query?: string } & BrowserContextOptions = {},
): Promise<HallPage> {
  const hub = new PreviewHub(dist)
  await hub.start()
  hub.list([{ id: 'dan-van-kheo', title: 'Hội thi “Dân vận khéo”' }])
  const context = await browser.newContext({ viewport: sizes[size], ...options })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (fault) => faults.push(fault.message))
  await page.goto(`${hub.origin}/display/${query}`)
  const close = async () => {
    await context.close()
    await hub.stop()
  }
  return { page, hub, faults, close }
}

/** What can be read of the scene that is on. */
export function read(page: Page): Promise<string> {
  return page.locator('[data-scene]').innerText()
}
