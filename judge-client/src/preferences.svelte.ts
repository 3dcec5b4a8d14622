/**
 * What this phone's owner likes: language, dark background, a screen that stays on. Kept on the phone alone; a phone that keeps
 * nothing forgets it at the next visit, and nothing else depends on it.
 */
import type { Language } from '@bang-diem/shared/language/say.ts'
import * as v from 'valibot'

const KEY = 'bang-diem/judge/preferences'

const keptSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    language: v.fallback(v.nullable(v.picklist(['vi', 'en'])), null),
    dark: v.fallback(v.boolean(), false),
    awake: v.fallback(v.boolean(), true),
  }),
)
type Kept = v.InferOutput<typeof keptSchema>

export class Preferences {
  #kept = $state.raw<Kept>({ language: null, dark: false, awake: true })
  readonly #storage: Storage | null

  constructor(storage: Storage | null) {
    this.#storage = storage
    const kept = v.safeParse(keptSchema, storage?.getItem(KEY))
    if (kept.success) this.#kept = kept.output
  }

  /** The language chosen by hand; `null` leaves it to the contest. */
  get language(): Language | null {
    return this.#kept.language
  }
  get dark(): boolean {
    return this.#kept.dark
  }
  /** Whether the screen should be kept on while this page is open. */
  get awake(): boolean {
    return this.#kept.awake
  }

  change(wishes: Partial<Kept>): void {
    this.#kept = { ...this.#kept, ...wishes }
    try {
      this.#storage?.setItem(KEY, JSON.stringify(this.#kept))
    } catch (fault) {
      // A full storage: the wish holds until the page is closed.
      console.warn('preferences are not kept on this phone', fault)
    }
  }
}

/** The phone's lasting storage; a browser that was told to keep nothing throws at its very name. */
export function lastingStorage(): Storage | null {
  try {
    return localStorage
  } catch {
    return null
  }
}
