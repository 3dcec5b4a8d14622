/** The built page in a real Chromium, opened from its file: a ledger goes in as people give it, and the verdict is read off. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from '@playwright/test'
import { root } from '../../scripts/places.mjs'
import { chromiumOptions } from '../harness/chromium.ts'

export type PageVerdict = { readonly outcome: string; readonly text: string }

export class VerifierPage {
  readonly #browser: Browser
  /** For looking at what stands on it beside the verdict. */
  readonly page: Page
  /** What the page complained of, and every address that it asked for beside its own file. */
  readonly complaints: string[] = []
  #files = 0

  private constructor(browser: Browser, page: Page) {
    this.#browser = browser
    this.page = page
    page.on('pageerror', (error) => this.complaints.push(error.message))
    page.on('console', (message) => this.complaints.push(message.text()))
    page.on('request', (request) => {
      if (!request.url().startsWith('file:') && !request.url().startsWith('data:')) this.complaints.push(request.url())
    })
  }

  /** In a window of this width; without one, in a usual one. */
  static async open(width = 1280): Promise<VerifierPage> {
    const browser = await chromium.launch(chromiumOptions())
    const opened = new VerifierPage(browser, await browser.newPage({ viewport: { width, height: 800 } }))
    await opened.page.goto(pathToFileURL(join(root, 'verifier', 'dist', 'bang-diem-verifier.html')).href)
    return opened
  }

  /** By the file button, or dropped onto the page. */
  async verdictOn(bytes: Uint8Array, way: 'chosen' | 'dropped'): Promise<PageVerdict> {
    this.#files += 1
    const name = `so-ghi-${this.#files}.jsonl`
    if (way === 'chosen') {
      await this.page.setInputFiles('#file', { name, mimeType: 'application/jsonl', buffer: Buffer.from(bytes) })
    } else await this.#drop(name, bytes)
    const verdict = this.page.locator(`#verdict[data-file="${name}"]`)
    await verdict.waitFor()
    const outcome = (await verdict.getAttribute('data-outcome')) ?? ''
    return { outcome, text: (await this.page.locator('#verdict-text').textContent()) ?? '' }
  }

  async #drop(name: string, bytes: Uint8Array): Promise<void> {
    const content = Buffer.from(bytes).toString('base64')
    const transfer = await this.page.evaluateHandle(
      ([file = '', text = '']) => {
        const made = new DataTransfer()
        made.items.add(new File([Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))], file))
        return made
      },
      [name, content],
    )
    await this.page.dispatchEvent('#page', 'drop', { dataTransfer: transfer })
    await transfer.dispose()
  }

  async inVietnamese(): Promise<void> {
    await this.page.getByRole('button', { name: 'Tiếng Việt' }).click()
  }

  async close(): Promise<void> {
    await this.#browser.close()
  }
}
