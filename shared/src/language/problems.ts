/**
 * What is wrong with a definition or a message, in a sentence that begins with the place: "Phần thi 2 › điểm tối đa: …". It reads paths and
 * parameters as they came over the wire and never fails.
 */
import type { Problem, ProblemCode } from '../contest/problems.ts'
import type { workbookCodes } from '../contest/workbook/codes.ts'
import { own } from '../scoring/own.ts'
import { problems as en } from './en/problems.ts'
import { type Language, pick } from './say.ts'
import { problems as vi } from './vi/problems.ts'

/** A problem as it came: its code may be one that this page does not know. */
export type UncheckedProblem = Omit<Problem, 'code'> & {
  readonly code: string
  /** Where it stands in a workbook: `Đội thi!B7`. */
  readonly cell?: string | undefined
}
/** The parameters of a problem; what is absent reads as an empty text. */
export type ProblemParams = (name: string) => string

/** The words of what can be wrong with a workbook alone. */
export type WorkbookProblemWords = {
  readonly [Code in (typeof workbookCodes)[number]]: (param: ProblemParams) => string
}

export interface ProblemWords {
  readonly of: { readonly [Code in ProblemCode]: (param: ProblemParams) => string }
  readonly unknown: string
  /** What stands in the definition, by key, or by `owner.key` where a key means something else there; a list's word is that of one of its members. */
  readonly keys: Readonly<Record<string, string>>
  /** The path '': the whole input. */
  readonly whole: string
}

/** The sentence that tells a person what is wrong, and where. */
export function tellProblem(problem: UncheckedProblem, language: Language): string {
  const words = pick<ProblemWords>(language, { vi, en })
  const param = (name: string) => problem.params[name] ?? ''
  const fault = isKnownCode(problem.code, words) ? words.of[problem.code](param) : words.unknown
  const sentence = `${showPath(problem.path, words)}: ${fault}`
  return problem.cell === undefined ? sentence : `${problem.cell} – ${sentence}`
}

/** `stages[0].rounds[1].maximum` as `Vòng thi 1 › phần thi 2 › điểm tối đa`; keys without a word stay as they are. */
function showPath(path: string, words: ProblemWords): string {
  if (path === '') return words.whole
  const steps = path.split('.').map((step, at, all) => {
    const [, key = step, index] = /^([^[]*)\[(\d+)\]$/.exec(step) ?? []
    const word = own(words.keys, `${all[at - 1]}.${key}`) ?? own(words.keys, key) ?? key
    return index === undefined ? word : `${word} ${Number(index) + 1}`
  })
  const text = steps.join(' › ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function isKnownCode(code: string, words: ProblemWords): code is ProblemCode {
  return Object.keys(words.of).includes(code)
}

/** True when it has the shape of a problem; whether its code is known is for `tellProblem`. */
export function isProblem(value: unknown): value is Problem {
  if (typeof value !== 'object' || value === null) return false
  if (!('path' in value && typeof value.path === 'string' && 'code' in value && typeof value.code === 'string')) {
    return false
  }
  if (!('params' in value && typeof value.params === 'object' && value.params !== null)) return false
  return Object.values(value.params).every((param) => typeof param === 'string')
}
