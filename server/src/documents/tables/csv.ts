/**
 * The tables of a paper as comma-separated values, for other programs: figures alone, without grouping, marks or notes. Separator and decimal
 * sign are those of a spreadsheet program in the paper's language, so that a double click opens it right.
 */
import type { Language } from '@bang-diem/shared/language/say.ts'
import type { Cell, Paper, Table } from '../paper.ts'
import { places } from './places.ts'
import { titledTables } from './titled-tables.ts'

const signs: Readonly<Record<Language, { readonly separator: string; readonly point: string }>> = {
  vi: { separator: ';', point: ',' },
  en: { separator: ',', point: '.' },
}

const LINE_END = '\r\n'

/** By this a spreadsheet program knows that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * Where a spreadsheet program could begin to read a formula: at the beginning of a text and behind whatever may part cells, if a sign follows,
 * also a wide one of East Asia. A program that is set to another separator parts the text there, and no quotes keep it from that.
 */
const formulas = /(?<=^|[,;\t\r\n])(?=[\s"]*[=+\-@\uff1d\uff0b\uff0d\uff20])|^(?=[\t\r\n])/g

/**
 * The bytes of a file in UTF-8 (SPEC W-33, W-34). Each table has its headings in its first row; where there are several, the name of each stands
 * above it and an empty line between them.
 */
export function renderCsv(paper: Paper): Uint8Array {
  const tables = titledTables(paper).map(({ table }) => table)
  const texts = tables.map((table) => {
    const name = tables.length > 1 ? [[quoted(harmless(table.name), paper.language)]] : []
    return [...name, ...rowsOf(table, paper.language)]
      .map((row) => row.join(signs[paper.language].separator) + LINE_END)
      .join('')
  })
  return new TextEncoder().encode(BYTE_ORDER_MARK + texts.join(LINE_END))
}

function rowsOf({ columns, rows }: Table, language: Language): string[][] {
  return [
    columns.map(({ title }) => quoted(harmless(title), language)),
    ...rows.map(({ cells }) => cells.map((cell) => quoted(written(cell, language), language))),
  ]
}

function written({ content }: Cell, language: Language): string {
  if (content === null) return ''
  if (typeof content === 'string') return harmless(content)
  const [whole = '', digits = ''] = content.number.split('.')
  const after = digits.padEnd(places(content), '0')
  return after === '' ? whole : `${whole}${signs[language].point}${after}`
}

/** An apostrophe makes a text of it, and is what such programs write themselves. */
function harmless(text: string): string {
  return text.replace(formulas, "'")
}

function quoted(text: string, language: Language): string {
  const needsQuotes = /["\r\n]/.test(text) || text.includes(signs[language].separator)
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text
}
