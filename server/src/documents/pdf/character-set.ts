/** Which letters the typeface of papers has, read from its own file: those that it lacks are printed as empty squares. It draws nothing. */
import { readFileSync } from 'node:fs'
import { fontFiles } from './fonts.ts'

const TABLE_ENTRY = 16
const ENCODING_ENTRY = 8
const UNICODE = [3, 1] as const
/** The only form of a `cmap` for letters within 16 bits: pairs of a first and a last one. */
const SEGMENTS = 4
const END_OF_TABLE = 0xffff

/** What is printed upon another letter, or not at all. */
const NO_LETTER = /[\p{Cc}\p{Cf}\p{Mn}]/u

/** True when every letter of a text can be printed. All four faces have the same. */
export function hasLetters(text: string): boolean {
  return [...new Set(text)].every((sign) => NO_LETTER.test(sign) || has(sign.codePointAt(0) ?? 0))
}

const segments = segmentsOf(readFileSync(fontFiles.normal))

function has(letter: number): boolean {
  return segments.some(([first, last]) => letter >= first && letter <= last)
}

type Segment = readonly [first: number, last: number]

/** Of a TrueType file: the letters between the two of each have a glyph. */
function segmentsOf(font: Buffer): readonly Segment[] {
  const start = subtableOf(font, tableOf(font, 'cmap'))
  if (font.readUInt16BE(start) !== SEGMENTS) throw new Error('the typeface tells its letters in another form')
  const bytes = font.readUInt16BE(start + 6)
  const lasts = start + 14
  const firsts = lasts + bytes + 2
  return Array.from(
    { length: bytes / 2 },
    (_, index): Segment => [font.readUInt16BE(firsts + 2 * index), font.readUInt16BE(lasts + 2 * index)],
  ).filter(([first]) => first !== END_OF_TABLE)
}

function tableOf(font: Buffer, name: string): number {
  const count = font.readUInt16BE(4)
  const entries = Array.from({ length: count }, (_, index) => 12 + TABLE_ENTRY * index)
  const entry = entries.find((at) => font.toString('latin1', at, at + 4) === name)
  if (entry === undefined) throw new Error(`the typeface has no table ${name}`)
  return font.readUInt32BE(entry + 8)
}

function subtableOf(font: Buffer, cmap: number): number {
  const count = font.readUInt16BE(cmap + 2)
  const entries = Array.from({ length: count }, (_, index) => cmap + 4 + ENCODING_ENTRY * index)
  const [platform, encoding] = UNICODE
  const entry = entries.find((at) => font.readUInt16BE(at) === platform && font.readUInt16BE(at + 2) === encoding)
  if (entry === undefined) throw new Error('the typeface tells no letters of Unicode')
  return cmap + font.readUInt32BE(entry + 4)
}
