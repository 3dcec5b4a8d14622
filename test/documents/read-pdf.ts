/** A PDF as other programs read it: poppler's, which know nothing of how it was made. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

type Program = 'pdftotext' | 'pdfinfo' | 'pdffonts' | 'pdftoppm'

export interface Word {
  readonly text: string
  /** From the page's upper left corner, in points. */
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface Page {
  readonly width: number
  readonly height: number
  readonly words: readonly Word[]
}

/** What the program prints about the file; its name goes where `FILE` stands. */
function told(program: Program, pdf: Uint8Array, words: readonly string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'bang-diem-pdf-'))
  try {
    const file = join(folder, 'paper.pdf')
    writeFileSync(file, pdf)
    return execFileSync(
      programPath(program),
      words.map((word) => (word === 'FILE' ? file : word)),
      { maxBuffer: 1 << 28 },
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** They come together: the set-up names one of them. */
function programPath(program: Program): string {
  const found = process.env.PDFTOTEXT
  return found === undefined ? program : join(dirname(found), program)
}

/** The text of each page, in the order of the file. */
export function pageTexts(pdf: Uint8Array): string[] {
  return told('pdftotext', pdf, ['-raw', 'FILE', '-']).toString('utf8').split('\f').slice(0, -1)
}

export function pdfProperties(pdf: Uint8Array): string {
  return told('pdfinfo', pdf, ['FILE']).toString('utf8')
}

export interface Font {
  readonly name: string
  readonly embedded: boolean
}

export function pdfFonts(pdf: Uint8Array): Font[] {
  const [, , ...lines] = told('pdffonts', pdf, ['FILE']).toString('utf8').trimEnd().split('\n')
  return lines.map((line) => ({
    name: line.split(' ')[0] ?? '',
    embedded: /\s(yes|no)\s+(yes|no)\s+(yes|no)/.exec(line)?.[1] === 'yes',
  }))
}

/** Every word and where it stands. */
export function pagesOf(pdf: Uint8Array): Page[] {
  const html = told('pdftotext', pdf, ['-bbox', 'FILE', '-']).toString('utf8')
  return [...html.matchAll(/<page width="(.*?)" height="(.*?)">(.*?)<\/page>/gs)].map(
    ([, width, height, inside = '']) => ({
      width: Number(width),
      height: Number(height),
      words: [...inside.matchAll(/<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<\/word>/g)].map(
        ([, left, top, right, bottom, text = '']) => ({
          text,
          left: Number(left),
          top: Number(top),
          right: Number(right),
          bottom: Number(bottom),
        }),
      ),
    }),
  )
}

/** Up to so many pages as `<path>-<number>.png`. */
export function drawPages(pdf: Uint8Array, path: string, atMost: number, dots: number): void {
  told('pdftoppm', pdf, ['-png', '-r', String(dots), '-l', String(atMost), 'FILE', path])
}

/** The first page as a PNG, with so many dots an inch. */
export function firstPage(pdf: Uint8Array, dots: number): Buffer {
  return told('pdftoppm', pdf, ['-png', '-r', String(dots), '-f', '1', '-l', '1', 'FILE'])
}

export interface Picture {
  readonly width: number
  readonly height: number
  readonly isDark: (x: number, y: number) => boolean
}

/** The first page as it is printed in black and white, with so many dots an inch. */
export function printed(pdf: Uint8Array, dots: number): Picture {
  const bytes = told('pdftoppm', pdf, ['-gray', '-r', String(dots), '-f', '1', '-l', '1', 'FILE'])
  const head = /^P5\s(\d+)\s(\d+)\s255\s/.exec(bytes.toString('latin1', 0, 40))
  const width = Number(head?.[1])
  const first = head?.[0].length ?? 0
  return { width, height: Number(head?.[2]), isDark: (x, y) => (bytes[first + y * width + x] ?? 255) < 128 }
}
