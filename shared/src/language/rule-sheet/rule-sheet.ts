/**
 * The rule sheet of a contest (thể lệ chấm điểm): every rule that its definition chooses, in sentences, each with a small worked example,
 * so that judges and teams can read what will be done with the marks. It is made from the registries alone: what the engine does not
 * offer it cannot print, and what the engine does it cannot leave out.
 */
import type { Definition, Stage } from '../../contest/definition.ts'
import { namesOf } from '../../contest/names.ts'
import { ruleSheetWords as en } from '../en/rule-sheet.ts'
import { type Language, pick } from '../say.ts'
import { ruleSheetWords as vi } from '../vi/rule-sheet.ts'
import { placeRules } from './place-rules.ts'
import { roundRules } from './round-rules.ts'
import type { Rule, Speaking } from './rule.ts'
import type { RuleSheetWords } from './words.ts'

export interface RuleSection {
  readonly title: string
  readonly rules: readonly Rule[]
}

export interface RuleSheet {
  readonly title: string
  readonly contest: string
  /** The word before an example. */
  readonly example: string
  readonly stages: readonly { readonly title: string; readonly sections: readonly RuleSection[] }[]
}

export function ruleSheet(definition: Definition, language: Language): RuleSheet {
  const words = pick<RuleSheetWords>(language, { vi, en })
  const speaking: Speaking = { language, words, names: namesOf(definition), definition }
  return {
    title: words.title,
    contest: definition.title,
    example: words.example,
    stages: definition.stages.map((stage) => ({ title: stage.title, sections: sectionsOf(stage, speaking) })),
  }
}

function sectionsOf(stage: Stage, speaking: Speaking): RuleSection[] {
  return [
    ...stage.rounds.map((round) => ({ title: round.title, rules: roundRules(round, speaking) })),
    { title: speaking.words.places, rules: placeRules(stage, speaking) },
  ]
}
