/** The page: a file is chosen or dropped, verified, and shown. It asks nobody anything and keeps nothing. */
import './style.css'
import type { Verified } from '../src/verified.ts'
import type { Language } from '../src/words/say.ts'
import { languageOf } from '../src/words/verdict.ts'
import { check } from './check.ts'
import { Frame } from './frame.ts'
import { remembered } from './remembered.ts'
import { reportOf, verdictCard } from './report.ts'
import { pageWords } from './words.ts'

type Shown =
  | { readonly kind: 'nothing' }
  /** `done` from 0 to 1. */
  | { readonly kind: 'checking'; readonly done: number }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'verified'; readonly verified: Verified; readonly file: string }

let language: Language = 'vi'
/** A first contest is shown in its own language; after that the reader's choice stands. */
let isLanguageSettled = false
let shown: Shown = { kind: 'nothing' }
/** Of two files that are given one after the other the later one counts. */
let asked = 0

const frame = new Frame({
  onLanguage: (chosen) => {
    language = chosen
    isLanguageSettled = true
    const putBack = remembered()
    draw()
    putBack()
  },
  onFile: take,
})

function draw(): void {
  frame.speak(language, shown.kind === 'nothing')
  frame.tell(progressText())
  if (shown.kind !== 'verified') frame.show(null, null)
  else frame.show(verdictCard(shown.verified, shown.file, language), reportOf(shown.verified, language))
}

function progressText(): string {
  const say = pageWords(language)
  if (shown.kind === 'checking') return `${say.checking} ${Math.floor(shown.done * 100)} %`
  return shown.kind === 'failed' ? `${say.unreadable} (${shown.why})` : say.offline
}

async function verifyFile(file: File, ticket: number): Promise<void> {
  const verified = await check(file, (done) => {
    if (ticket !== asked) return
    shown = { kind: 'checking', done }
    frame.tell(progressText())
  })
  if (ticket !== asked) return
  if (!isLanguageSettled) language = languageOf(verified)
  isLanguageSettled = true
  shown = { kind: 'verified', verified, file: file.name }
  draw()
}

/** The verdict on another file is gone before this one is looked at. */
function take(file: File): void {
  asked += 1
  const ticket = asked
  shown = { kind: 'checking', done: 0 }
  draw()
  verifyFile(file, ticket).catch((error: unknown) => {
    if (ticket !== asked) return
    shown = { kind: 'failed', why: error instanceof Error ? error.message : String(error) }
    draw()
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
