/** The language of the page and its words. Vietnamese until somebody asks for English; the choice stays on this device. */
import { type Language, pick } from '@bang-diem/shared/language/say.ts'
import { everyWord, type Words } from './words.ts'

const kept = 'bang-diem/console/language'

class Tongue {
  language: Language = $state(localStorage.getItem(kept) === 'en' ? 'en' : 'vi')
  readonly words: Words = $derived(pick(this.language, everyWord))

  toggle(): void {
    this.language = this.language === 'vi' ? 'en' : 'vi'
    localStorage.setItem(kept, this.language)
  }
}

export const tongue = new Tongue()
