/**
 * Where the pictures go: one file a screen and size, and for some of them a copy for the README. It waits until a page is at rest and judges
 * nothing.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { firstPage } from '../../documents/read-pdf.ts'
import { atRest } from '../../e2e/eyes.ts'

interface Size {
  readonly width: number
  readonly height: number
}

export const sizes = {
  projectors: [
    { width: 1920, height: 1080 },
    { width: 1280, height: 720 },
    { width: 800, height: 600 },
  ],
  phones: [
    { width: 360, height: 740 },
    { width: 412, height: 915 },
  ],
  laptop: [{ width: 1366, height: 768 }],
} as const satisfies Record<string, readonly Size[]>

/** The README's few pictures: the screen, and the size that is read well at a third of a page's width. */
const forReadme: Readonly<Record<string, { readonly width: number; readonly file: string }>> = {
  'projector-score': { width: 1280, file: 'projector-score' },
  'projector-standings': { width: 1280, file: 'projector-standings' },
  'projector-ceremony': { width: 1280, file: 'projector-ceremony' },
  'phone-sheet-full': { width: 360, file: 'phone-sheet' },
  'phone-recorded': { width: 360, file: 'phone-receipt' },
  'console-mc-marking': { width: 1366, file: 'console-mc' },
  'console-secretary-round': { width: 1366, file: 'console-secretary' },
  'console-organiser-links': { width: 1366, file: 'console-links' },
}

/** Papers in the README. */
const papersForReadme: readonly string[] = ['paper-minutes', 'paper-summary']
const DOTS_PER_INCH = 72

export class Album {
  readonly folder: string
  readonly #readmeFolder: string | null
  readonly #screens = new Set<string>()
  #pictures = 0

  /** `readmeFolder`: where the README's pictures go; null leaves them as they are. */
  constructor(folder: string, readmeFolder: string | null) {
    this.folder = folder
    this.#readmeFolder = readmeFolder
    mkdirSync(folder, { recursive: true })
    if (readmeFolder !== null) mkdirSync(readmeFolder, { recursive: true })
  }

  get pictures(): number {
    return this.#pictures
  }
  get screens(): number {
    return this.#screens.size
  }

  /** Takes the screen that a page shows, at each size. */
  async take(page: Page, screen: string, at: readonly Size[]): Promise<void> {
    this.#screens.add(screen)
    for (const size of at) {
      await page.setViewportSize(size)
      await page.evaluate(() => document.fonts.ready)
      await atRest(page)
      const path = join(this.folder, `${screen}-${size.width}x${size.height}.png`)
      await page.screenshot({ path })
      this.#pictures += 1
      await this.#copyForReadme(page, screen, size)
    }
  }

  /** Takes the first page of a PDF, as it is printed. */
  takePaper(pdf: Buffer, screen: string): void {
    this.#screens.add(screen)
    const picture = firstPage(pdf, DOTS_PER_INCH)
    writeFileSync(join(this.folder, `${screen}.png`), picture)
    this.#pictures += 1
    if (this.#readmeFolder === null || !papersForReadme.includes(screen)) return
    writeFileSync(join(this.#readmeFolder, `${screen}.png`), picture)
  }

  async #copyForReadme(page: Page, screen: string, { width }: Size): Promise<void> {
    const wanted = forReadme[screen]
    if (this.#readmeFolder === null || wanted?.width !== width) return
    await page.screenshot({ path: join(this.#readmeFolder, `${wanted.file}.png`) })
  }
}
