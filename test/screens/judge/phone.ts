/** A judge's phone as tests hold it: a thumb on the keypad. */
import type { Page } from '@playwright/test'

/** Taps keys by their `data-key`. */
export async function typeKeys(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.tap(`[data-key="${key}"]`)
}

/** What the page's drafts hold, as JSON; runs inside the page. */
export function keptDrafts(): Promise<string> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('bang-diem-drafts')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const reading = opening.result.transaction('sheets').objectStore('sheets').getAll()
      reading.onerror = () => reject(reading.error)
      reading.onsuccess = () => {
        opening.result.close()
        resolve(JSON.stringify(reading.result))
      }
    }
  })
}
