/**
 * What stands on the page whatever was verified: title, languages, the file's button, and the places where progress and verdict are told. It is
 * made once and only speaks anew, so that the focus stays where it is and a screen reader knows these places before they say anything.
 */
import type { Language } from '../src/words/say.ts'
import { make } from './make.ts'
import { pageWords } from './words.ts'

type Wishes = {
  readonly onLanguage: (language: Language) => void
  readonly onFile: (file: File) => void
}

const languages = [
  ['vi', 'Tiếng Việt'],
  ['en', 'English'],
] as const

export class Frame {
  readonly #title = make('h1', {})
  readonly #buttons: ReadonlyMap<Language, HTMLButtonElement>
  readonly #intro = make('p', {})
  readonly #label = make('label', { for: 'file', class: 'button' })
  readonly #drop = make('span', {})
  readonly #chooser: HTMLElement
  readonly #progress = make('p', { class: 'quiet', id: 'progress', 'aria-live': 'polite' })
  readonly #verdict = make('div', { id: 'said', role: 'status' })
  readonly #report = make('div', {})

  constructor({ onLanguage, onFile }: Wishes) {
    this.#buttons = new Map(
      languages.map(([language, name]) => {
        const button = make('button', { type: 'button', lang: language }, name)
        button.addEventListener('click', () => onLanguage(language))
        return [language, button]
      }),
    )
    const drop = make('div', { class: 'drop' }, fileInput(onFile), this.#label, this.#drop)
    this.#chooser = make('section', {}, this.#intro, drop, this.#progress)
    const brand = make('div', {}, make('p', { class: 'brand' }, 'Bảng Điểm'), this.#title)
    const header = make('header', {}, brand, make('nav', {}, ...this.#buttons.values()))
    document.querySelector('#page')?.replaceChildren(header, this.#chooser, this.#verdict, this.#report)
  }

  /** `isFirst`: no file was given yet. */
  speak(language: Language, isFirst: boolean): void {
    const say = pageWords(language)
    document.documentElement.lang = language
    document.title = `${say.title} · Bảng Điểm`
    for (const [own, button] of this.#buttons) button.setAttribute('aria-pressed', String(own === language))
    this.#title.textContent = say.title
    this.#intro.textContent = say.intro
    this.#intro.hidden = !isFirst
    this.#chooser.className = isFirst ? 'chooser' : 'chooser small'
    this.#label.textContent = isFirst ? say.choose : say.another
    this.#drop.textContent = say.drop
  }

  tell(progress: string): void {
    this.#progress.textContent = progress
  }

  /** Without a verdict the places are empty. */
  show(verdict: HTMLElement | null, report: HTMLElement | null): void {
    this.#verdict.replaceChildren(...(verdict ? [verdict] : []))
    this.#report.replaceChildren(...(report ? [report] : []))
  }
}

function fileInput(onFile: (file: File) => void): HTMLInputElement {
  const input = make('input', { id: 'file', type: 'file', class: 'heard-only' })
  input.addEventListener('change', () => {
    const [file] = input.files ?? []
    // The same file may be given again, after it was changed.
    input.value = ''
    if (file) onFile(file)
  })
  return input
}
