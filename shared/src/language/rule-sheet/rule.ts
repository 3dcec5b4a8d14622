/** One rule of a printed sheet, and what those who write rules are given. */
import type { Definition } from '../../contest/definition.ts'
import type { BoundChoice } from '../../scoring/choice.ts'
import type { Names } from '../../scoring/wording.ts'
import type { Language } from '../say.ts'
import type { RuleSheetWords } from './words.ts'

export interface Rule {
  readonly text: string
  /** The rule at work on a few numbers. */
  readonly example?: string
  /** What the sentence lists, such as criteria or tie-breaks in their order. */
  readonly items?: readonly Rule[]
}

/** What the parts of a rule sheet are given. */
export interface Speaking {
  readonly language: Language
  readonly words: RuleSheetWords
  readonly names: Names
  readonly definition: Definition
}

/** A rule of a registry with its example, in the reader's language. */
export function chosenRule<Input, Output>(choice: BoundChoice<Input, Output>, { language, names }: Speaking): Rule {
  return { text: choice.ruleText(names)[language], example: choice.example(names)[language] }
}
