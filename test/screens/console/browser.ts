/** Debian's Chromium with nothing that talks to the world, and pages of it that fail loudly. */
import { type Browser, chromium, type Locator, type Page } from '@playwright/test'
import { patienceMs } from '../../e2e/patience.ts'
import { chromiumOptions } from '../../harness/chromium.ts'

export function launchChromium(): Promise<Browser> {
  return chromium.launch(chromiumOptions())
}

export const sizes = {
  laptop: { width: 1366, height: 768 },
  tablet: { width: 1024, height: 768 },
  phone: { width: 412, height: 915 },
} as const
export type Size = keyof typeof sizes

/** How long a step of a page may take: documents are made after everything else on a busy machine. */
export const soon = { timeout: patienceMs }

export interface Opened {
  readonly page: Page
  /** What the page threw or logged as an error; empty in a good run. */
  readonly faults: string[]
}

/** A page of its own device: nothing is shared with the other pages. */
export async function openPage(browser: Browser, address: string, size: Size = 'laptop'): Promise<Opened> {
  const context = await browser.newContext({ viewport: sizes[size], hasTouch: size !== 'laptop' })
  const page = await context.newPage()
  page.setDefaultTimeout(soon.timeout)
  const faults: string[] = []
  page.on('pageerror', (fault) => faults.push(String(fault)))
  page.on('console', (line) => {
    if (line.type() === 'error') faults.push(line.text())
  })
  await page.goto(address)
  return { page, faults }
}

/** Holds a button as a hand does; where a page has several of it, that of one part. */
export async function hold(page: Page, act: string, part: Page | Locator = page): Promise<void> {
  const button = part.locator(`[data-act="${act}"]`)
  await button.hover()
  await page.mouse.down()
  await page.waitForTimeout(1000)
  await page.mouse.up()
}
