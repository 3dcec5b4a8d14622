/** The page: a file is chosen or dropped, verified, and shown. It asks nobody anything and keeps nothing. */
import './style.css'
import type { Verified } from '../src/verified.ts'
import type { Language } from '../src/words/say.ts'
import { languageOf } from '../src/words/verdict.ts'
import { check } from './check.ts'
import { make } from './make.ts'
import { reportOf } from './report.ts'
import { pageWords } from './words.ts'

type Shown = { readonly verified: Verified; readonly file: string }

let language: Language = 'vi'
let shown: Shown | null = null
/** Of two files that are given one after the other the later one counts. */
let asked = 0

const page = document.querySelector('#page')

function header(): HTMLElement {
  const languages = (['vi', 'en'] as const).map((each) => {
    const name = each === 'vi' ? 'Tiếng Việt' : 'English'
    const button = make('button', { type: 'button', lang: each, 'aria-pressed': String(each === language) }, name)
    button.addEventListener('click', () => {
      language = each
      draw()
    })
    return button
  })
  return make(
    'header',
    {},
    make('div', {}, make('p', { class: 'brand' }, 'Bảng Điểm'), make('h1', {}, pageWords(language).title)),
    make('nav', {}, ...languages),
  )
}

function chooser(): HTMLElement {
  const say = pageWords(language)
  const input = make('input', { id: 'file', type: 'file', class: 'heard-only' })
  input.addEventListener('change', () => {
    const [file] = input.files ?? []
    if (file) take(file)
  })
  const label = make('label', { for: 'file', class: 'button' }, shown ? say.another : say.choose)
  return make(
    'section',
    { class: shown ? 'chooser small' : 'chooser' },
    shown ? null : make('p', {}, say.intro),
    make('div', { class: 'drop' }, input, label, make('span', {}, say.drop)),
    make('p', { class: 'quiet', id: 'progress', 'aria-live': 'polite' }, say.offline),
  )
}

function draw(): void {
  document.documentElement.lang = language
  document.title = `${pageWords(language).title} · Bảng Điểm`
  page?.replaceChildren(header(), chooser(), ...(shown ? [reportOf(shown.verified, shown.file, language)] : []))
}

function tellProgress(text: string): void {
  const place = document.querySelector('#progress')
  if (place) place.textContent = text
}

async function verifyFile(file: File, ticket: number): Promise<void> {
  const say = pageWords(language)
  tellProgress(say.checking)
  const verified = await check(file, (done) => tellProgress(`${say.checking} ${Math.floor(done * 100)} %`))
  if (ticket !== asked) return
  // A contest is shown in its own language; who has chosen another one can choose again.
  if (shown === null) language = languageOf(verified)
  shown = { verified, file: file.name }
  draw()
}

function take(file: File): void {
  asked += 1
  verifyFile(file, asked).catch((error: unknown) => {
    tellProgress(`${pageWords(language).unreadable} (${error instanceof Error ? error.message : String(error)})`)
  })
}

document.addEventListener('dragover', (event) => {
  event.preventDefault()
  document.body.classList.add('dragging')
})
document.addEventListener('dragleave', () => document.body.classList.remove('dragging'))
document.addEventListener('drop', (event) => {
  event.preventDefault()
  document.body.classList.remove('dragging')
  const [file] = event.dataTransfer?.files ?? []
  if (file) take(file)
})
// On paper everything is open.
window.addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('details')) details.setAttribute('open', '')
})

draw()
