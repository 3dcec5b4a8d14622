/**
 * A cell as the value of a definition. What it cannot read it tells, or hands on as it is for the schema to refuse; it never guesses and
 * never mends.
 */

import { type CellContent, isBlank, plainNumber, sameWord } from './cells.ts'
import { isQuoted, type Part, partsOf, signs, splitAt, unquoted } from './notation.ts'
import { isCalledNumber, readPlain, type Told } from './read-plain.ts'
import type { Choice, ChoiceOption, Entry, Field, Shape } from './shape.ts'
import { optionCalled } from './words.ts'

export function readCell(shape: Shape, content: CellContent, told: Told): unknown {
  if (isBlank(content)) return undefined
  if (typeof content === 'string') return readText(shape, content, told)
  if (typeof content === 'boolean') return content
  if ('error' in content) return told.fault('cell-error', { received: content.error })
  if ('date' in content) return shape.kind === 'date' ? content.date : told.fault('unexpected-date', {})
  return readText(shape, plainNumber(content.number), told)
}

function readText(shape: Shape, text: string, told: Told): unknown {
  switch (shape.kind) {
    case 'list':
      return readList(shape.item, text, told)
    case 'entry':
      return readEntry(shape, text, told)
    case 'choice':
      return readChoice(shape, text, told)
    case 'either':
      return readEither(shape.options, text, told)
    default:
      return readPlain(shape, text.trim(), told)
  }
}

const isWritten = (piece: string) => piece.trim() !== ''

/** Entries stand one a line; plain members may be parted by any of the signs. */
function readList(item: Shape, text: string, told: Told): unknown {
  const lines = splitAt(text, signs.entries).filter(isWritten)
  if (item.kind === 'entry') return lines.map((line) => readEntry(item, line, told))
  if (item.kind === 'choice') return lines.map((line) => readChoice(item, line, told))
  return lines.flatMap((line) => splitAt(line, signs.parts)).flatMap((piece) => readMembers(item, piece, told))
}

/** With commas between. A comma between two digits of a list of points could be either, and is refused. */
function readMembers(item: Shape, text: string, told: Told): unknown[] {
  const pieces = splitAt(text, signs.members).filter(isWritten)
  if (
    holdsPoints(item) &&
    pieces.some((piece, at) => isCalledNumber(pieces[at - 1]?.at(-1)) && isCalledNumber(piece[0]))
  ) {
    return [told.fault('ambiguous-comma', {})]
  }
  return pieces.map((piece) =>
    item.kind === 'entry' ? readMember(item, piece, told) : readPlain(item, unquoted(piece), told),
  )
}

function holdsPoints(item: Shape): boolean {
  return item.kind === 'decimal' || (item.kind === 'entry' && item.fields.some(({ shape }) => shape.kind === 'decimal'))
}

/** `60:0.5`. */
function readMember({ fields }: Entry, text: string, told: Told): unknown {
  const pieces = splitAt(text, signs.fields)
  if (pieces.length > fields.length) return told.fault('bad-notation', { received: text.trim() })
  return Object.fromEntries(
    fields.flatMap(({ key, shape }, at): [string, unknown][] => {
      const piece = pieces[at] ?? ''
      return isWritten(piece) ? [[key, readPlain(shape, unquoted(piece), told.under(key))]] : []
    }),
  )
}

function readEither(options: readonly Shape[], text: string, told: Told): unknown {
  const literals = options.flatMap((option) => (option.kind === 'literal' ? [String(option.value)] : []))
  const word = isQuoted(text) ? undefined : optionCalled(text, literals)
  if (word !== undefined) return word
  const entry = options.find((option) => option.kind === 'entry')
  if (entry !== undefined && partsOf(text).some(({ key }) => key !== null)) return readText(entry, text, told)
  const list = options.find((option) => option.kind === 'list')
  return list === undefined ? text.trim() : readText(list, text, told)
}

function readEntry({ fields }: Entry, text: string, told: Told): unknown {
  const [first, ...rest] = partsOf(text)
  const [bare] = fields
  if (first?.key === null && bare !== undefined) return readParts(fields, [{ ...first, key: bare.key }, ...rest], told)
  return readParts(fields, first === undefined ? [] : [first, ...rest], told)
}

function readChoice(choice: Choice, text: string, told: Told): unknown {
  const parts = partsOf(text)
  const [first] = parts
  const named = parts.find(({ key }, at) => key === choice.key || (at === 0 && key === null))
  const option = named === undefined ? choice.options.find(({ byDefault }) => byDefault) : optionNamed(choice, named)
  if (option === undefined) {
    // An unknown name is for the schema to refuse, which lists those that there are.
    return named === undefined
      ? told.fault('bad-notation', { received: first?.text.trim() ?? '' })
      : { [choice.key]: unquoted(named.text) }
  }
  const rest = parts.filter((part) => part !== named)
  const read = readParts(option.fields, rest, told)
  return typeof read === 'object' ? { [choice.key]: option.id, ...read } : read
}

/** By its id, or by its title in any language. */
function optionNamed({ options }: Choice, { text }: Part): ChoiceOption | undefined {
  const called = sameWord(unquoted(text))
  return (
    options.find(({ id }) => id === called) ??
    options.find(({ title }) => sameWord(title.vi) === called || sameWord(title.en) === called)
  )
}

function readParts(fields: readonly Field[], parts: readonly Part[], told: Told): object | undefined {
  const values = new Map<string, unknown>()
  let within = told
  for (const { key, text } of parts) {
    const field = fields.find((each) => key !== null && sameWord(each.key) === sameWord(key))
    if (key === null || !isWritten(text) || values.has(field?.key ?? key)) {
      return told.fault('bad-notation', { received: text.trim() })
    }
    const value = field === undefined ? unquoted(text) : readPart(field, text, within.under(field.key))
    values.set(field?.key ?? key, value)
    // A criterion is looked for in the round that was named before it.
    if (typeof value === 'string') within = within.inside(value)
  }
  return Object.fromEntries(values)
}

function readPart({ shape }: Field, text: string, told: Told): unknown {
  if (shape.kind === 'list') return readMembers(shape.item, text, told)
  if (shape.kind === 'entry') return readMember(shape, text, told)
  return readPlain(shape, unquoted(text), told)
}
