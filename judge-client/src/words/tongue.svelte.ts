/** The language of the page: what was chosen on this phone, else the contest's. It words numbers, lamps and refusals in it. */
import { showDecimal } from '@bang-diem/shared/language/decimals.ts'
import type { Names } from '@bang-diem/shared/language/names.ts'
import type { UncheckedRefusal } from '@bang-diem/shared/language/refusals.ts'
import { type Language, pick } from '@bang-diem/shared/language/say.ts'
import { common } from '@bang-diem/shared/language/vi/common.ts'
import { judgeWords } from '@bang-diem/shared/language/vi/judge.ts'
import type { LampState } from '@bang-diem/shared/link/lamp.ts'
import type { Scale } from '../marks/scale.ts'
import type { Preferences } from '../preferences.svelte.ts'

const vietnamese = { common, judge: judgeWords }
type Later = typeof import('./later.ts').later

export class Tongue {
  readonly #preferences: Preferences
  readonly #contest: () => Language | undefined
  #later = $state.raw<Later | null>(null)

  constructor(preferences: Preferences, contest: () => Language | undefined) {
    this.#preferences = preferences
    this.#contest = contest
    void this.#fetchLater()
  }

  /** Vietnamese until English is there. */
  get language(): Language {
    return this.#later === null ? 'vi' : (this.#preferences.language ?? this.#contest() ?? 'vi')
  }

  get words(): typeof judgeWords {
    return this.#phrases.judge
  }

  /** A decimal string as it is read here: `8,25`; with `places`, filled up to so many after the comma. */
  decimal(text: string, places = 0): string {
    return showDecimal(text, this.language, places)
  }

  /** What is typed so far, with this language's point; it may be unfinished or not a number at all. */
  typed(text: string): string {
    return text.replace('.', this.words.keypad.point)
  }

  /** `từ 0 đến 10, bước 0,25` */
  bounds({ min, max, step }: Scale): string {
    return this.words.sheet.bounds(this.decimal(min), this.decimal(max), this.decimal(step))
  }

  /** The sentence that says why something was not done; without it, the advice that follows must do. */
  refusal(refusal: UncheckedRefusal, names: Names): string {
    return this.#later?.tellRefusal(refusal, this.language, names) ?? ''
  }

  /** The lamp's words where there is room for two or three. */
  shortLamp(state: LampState): string {
    const short: Partial<Record<LampState, string>> = this.words.shortLamp
    return short[state] ?? this.lamp(state, null)
  }

  /** The lamp's words, with the receipt of what was recorded where there is room for it. */
  lamp(state: LampState, receipt: string | null): string {
    const { states, recordedWith } = this.#phrases.common.lamp
    return state === 'recorded' && receipt !== null ? recordedWith(receipt) : states[state]
  }

  get #phrases(): typeof vietnamese {
    return pick(this.language, { vi: vietnamese, en: this.#later?.english ?? vietnamese })
  }

  async #fetchLater(): Promise<void> {
    try {
      this.#later = (await import('./later.ts')).later
    } catch (fault) {
      // The Wi-Fi went just now: Vietnamese and short advice serve until the next visit.
      console.warn('words could not be fetched', fault)
    }
  }
}
