/** The language of the page and its words. Vietnamese until somebody asks for English; the choice stays on this device. */
import { consoleWords as enConsole } from '@bang-diem/shared/language/en/console.ts'
import { deskWords as enDesks } from '@bang-diem/shared/language/en/console-desks.ts'
import { organiserWords as enOrganiser } from '@bang-diem/shared/language/en/console-organiser.ts'
import { consoleWords as viConsole } from '@bang-diem/shared/language/vi/console.ts'
import { deskWords as viDesks } from '@bang-diem/shared/language/vi/console-desks.ts'
import { organiserWords as viOrganiser } from '@bang-diem/shared/language/vi/console-organiser.ts'

export type Language = 'vi' | 'en'

const everyWord = {
  vi: { ...viConsole, ...viDesks, organiser: viOrganiser },
  en: { ...enConsole, ...enDesks, organiser: enOrganiser },
}
export type Words = (typeof everyWord)['vi']

const kept = 'bang-diem/console/language'

class Tongue {
  language: Language = $state(localStorage.getItem(kept) === 'en' ? 'en' : 'vi')
  readonly words: Words = $derived(everyWord[this.language])

  toggle(): void {
    this.language = this.language === 'vi' ? 'en' : 'vi'
    localStorage.setItem(kept, this.language)
  }
}

export const tongue = new Tongue()
