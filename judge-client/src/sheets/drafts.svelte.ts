/**
 * The sheets that a judge has begun and not submitted, kept in the phone's IndexedDB so that a reload or a flat battery loses no
 * mark. It keeps texts as typed, also unfinished ones; it sends nothing, and a draft stays until the same sheet's next one replaces it.
 */
import type { SheetKey } from './choose-page.ts'
import type { DraftStorage } from './draft-storage.ts'
import type { Draft } from './starting-marks.ts'

export class Drafts {
  #kept = $state.raw<ReadonlyMap<SheetKey, Draft>>(new Map())
  #keptHere = $state(true)
  readonly #storage: DraftStorage

  constructor(storage: DraftStorage) {
    this.#storage = storage
  }

  /** False once the phone could not keep a draft: the judge is told not to reload. */
  get keptHere(): boolean {
    return this.#keptHere
  }

  of(key: SheetKey): Draft | undefined {
    return this.#kept.get(key)
  }

  /** Reads what an earlier visit kept. What was typed meanwhile is newer and stays. */
  async load(): Promise<void> {
    await this.#attempt(async () => {
      const stored = await this.#storage.readAll()
      this.#kept = new Map([...stored, ...this.#kept])
    })
  }

  async write(key: SheetKey, draft: Draft): Promise<void> {
    this.#kept = new Map([...this.#kept, [key, draft]])
    await this.#attempt(() => this.#storage.write(key, draft))
  }

  /** A full disk or a private window must not stop the marking: it is told instead. */
  async #attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act()
    } catch (fault) {
      console.warn('drafts are not kept on this phone', fault)
      this.#keptHere = false
    }
  }
}
