/** A value of a definition as a cell says it. What is written here is read back by `read-value.ts` as the same value. */
import type { CellContent } from './cells.ts'
import { quoted, signs } from './notation.ts'
import type { Choice, Entry, Field, Shape } from './shape.ts'
import { no, optionWord, yes } from './words.ts'

export type Language = 'vi' | 'en'

/** A day that is in the calendar; a date field may hold others, which no spreadsheet knows. */
const DAYS_IN = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  const isLeap = y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0)
  const most = m === 2 && isLeap ? 29 : (DAYS_IN[m - 1] ?? 0)
  return d >= 1 && d <= most
}

/** Before that, spreadsheet programs count days differently. */
const isSheetDay = (text: string) => isDay(text) && Number(text.slice(0, 4)) > 1900

/** The whole cell. Nothing is written for what is not there. */
export function cellFor(shape: Shape, value: unknown, language: Language): CellContent {
  if (value === undefined) return null
  const text = textFor(shape, value, language)
  switch (shape.kind) {
    case 'decimal':
    case 'number':
      // As a number where that is the same text, so that spreadsheets show it in their own way.
      return String(Number(text)) === text ? { number: text } : text
    case 'date':
      return isSheetDay(text) ? { date: text } : text
    default:
      return text === '' ? null : text
  }
}

function textFor(shape: Shape, value: unknown, language: Language): string {
  switch (shape.kind) {
    case 'flag':
      return (value === true ? yes : no)[language]
    case 'option':
    case 'literal':
      return optionWord(String(value))[language]
    case 'list':
      return listText(shape.item, asList(value), language)
    case 'entry':
    case 'choice':
      return entryText(shape, value)
    case 'either':
      return eitherText(shape.options, value, language)
    default:
      return String(value)
  }
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function listText(item: Shape, values: readonly unknown[], language: Language): string {
  if (item.kind === 'entry' || item.kind === 'choice') {
    return values.map((value) => entryText(item, value)).join(signs.entries)
  }
  return values.map((value) => quoted(textFor(item, value, language), true)).join(`${signs.members} `)
}

function eitherText(options: readonly Shape[], value: unknown, language: Language): string {
  const shape = options.find((option) => fits(option, value))
  if (shape === undefined) return String(value)
  // With its first key as well: a bare id would be a list of one.
  const text = shape.kind === 'entry' ? entryText(shape, value, false) : textFor(shape, value, language)
  const isWord = options.some((option) => option.kind === 'literal' && option.value === text)
  // A list of one whose id is such a word.
  return isWord && shape.kind === 'list' ? `"${text}"` : text
}

function fits(shape: Shape, value: unknown): boolean {
  if (shape.kind === 'literal') return shape.value === value
  if (shape.kind === 'list') return Array.isArray(value)
  return shape.kind === 'entry' && typeof value === 'object' && !Array.isArray(value)
}

/** `a; b=c`. Ids and keys are those of the definition in every language. */
function entryText(shape: Entry | Choice, value: unknown, mayLeaveKey = true): string {
  if (shape.kind === 'entry') return partTexts(shape.fields, value, mayLeaveKey).join(`${signs.parts} `)
  const chosen: unknown = Reflect.get(Object(value), shape.key)
  const option = shape.options.find(({ id }) => id === chosen)
  return [String(chosen), ...partTexts(option?.fields ?? [], value, false)].join(`${signs.parts} `)
}

function partTexts(fields: readonly Field[], value: unknown, mayLeaveKey: boolean): string[] {
  return fields.flatMap(({ key, shape, fallback }, index) => {
    const own: unknown = Reflect.get(Object(value), key)
    if (own === undefined || (shape.kind === 'flag' && own === fallback)) return []
    const leavesKey = mayLeaveKey && index === 0
    const text = partText(shape, own, leavesKey)
    return [leavesKey ? text : `${key}=${text}`]
  })
}

function partText(shape: Shape, value: unknown, isBare: boolean): string {
  if (shape.kind === 'entry') return memberText(shape, value)
  if (shape.kind !== 'list') return quoted(plainText(shape, value), isBare)
  return asList(value)
    .map((member) => memberText(shape.item, member))
    .join(`${signs.members} `)
}

/** `60:0.5`: the fields of a member in their order. */
function memberText(item: Shape, value: unknown): string {
  if (item.kind !== 'entry') return quoted(plainText(item, value), true)
  const own = item.fields.map(({ key, shape }) => {
    const field: unknown = Reflect.get(Object(value), key)
    return field === undefined ? '' : quoted(plainText(shape, field), true)
  })
  return own.join(signs.fields)
}

function plainText(shape: Shape, value: unknown): string {
  return shape.kind === 'flag' ? (value === true ? yes : no).vi : String(value)
}
