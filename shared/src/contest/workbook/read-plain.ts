/** One plain value out of a text: points, a day, yes or no, a word of a list, the name of something. */
import type { ProblemCode } from '../problems.ts'
import { kindOf, type References } from './references.ts'
import type { Shape } from './shape.ts'
import { optionCalled, yesOrNo } from './words.ts'
import { isDay } from './write-value.ts'

type Params = Readonly<Record<string, string>>

/** Where a value is read, and who is told what is wrong with it. */
export class Told {
  readonly references: References
  /** The key of the value, which says what it may name. */
  readonly key: string
  /** Ids in which names are looked for, the nearest first. */
  readonly scopes: readonly string[]
  readonly #tell: (code: ProblemCode, params: Params) => void

  constructor(
    references: References,
    key: string,
    scopes: readonly string[],
    tell: (code: ProblemCode, params: Params) => void,
  ) {
    this.references = references
    this.key = key
    this.scopes = scopes
    this.#tell = tell
  }

  under(key: string): Told {
    return new Told(this.references, key, this.scopes, this.#tell)
  }

  inside(scope: string): Told {
    return new Told(this.references, this.key, [scope, ...this.scopes], this.#tell)
  }

  /** Nothing can stand for what is wrong. */
  fault(code: ProblemCode, params: Params): undefined {
    this.#tell(code, params)
    return undefined
  }
}

export function isCalledNumber(sign: string | undefined): boolean {
  return sign !== undefined && /\d/.test(sign)
}

export function readPlain(shape: Shape, text: string, told: Told): unknown {
  switch (shape.kind) {
    case 'decimal':
      return /^\d+,\d+%?$/.test(text) ? text.replace(',', '.') : text
    case 'number':
      return /^\d{1,15}$/.test(text) ? Number(text) : text
    case 'date':
      return readDay(text, told)
    case 'flag':
      return yesOrNo(text) ?? told.fault('not-yes-or-no', { received: text })
    case 'option':
      return optionCalled(text, shape.options) ?? text
    default:
      return readName(text, told)
  }
}

/** `14/10/2026`, with any of the usual signs between; what is written like a definition's own date is left to its schema. */
function readDay(text: string, told: Told): string | undefined {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return text
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(iso) ? iso : told.fault('not-a-date', { received: text })
}

function readName(text: string, told: Told): string {
  const kind = kindOf(told.key)
  if (kind === undefined) return text
  const found = told.references.find(kind, text, told.scopes)
  if (found === undefined) told.fault('unknown-reference', { id: text })
  return found ?? text
}
