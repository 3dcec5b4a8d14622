/** Papers that are sentences of the API, word by word: the derivation of each place, and the rules. */
import type { Stage } from '@bang-diem/shared/contest/definition.ts'
import * as v from 'valibot'
import { type Expected, type ExpectedLine, exactly, figure, sentence } from '../expected.ts'
import type { Facts } from '../facts.ts'
import type { Language } from '../numbers.ts'
import { changesOf } from './changes.ts'

/** Details stand below what they lead to, which follows them in the API. */
export function explanations(facts: Facts, stage: Stage, language: Language): Expected {
  const pages = facts.rows(stage).map(({ team, rank }): ExpectedLine[] => {
    const { name } = facts.team(team)
    const lines = facts.explanation(language, stage, team).flatMap((part) => [part.title, ...topDown(part.lines)])
    return [sentence(rank === null ? null : figure(String(rank)), name), ...lines.map((line) => exactly(line))]
  })
  // What has changed stands on every team's page.
  const changes = changesOf(facts, stage).flat()
  return { tables: [], lines: [pages.flatMap((page) => [...page, ...changes])], loose: [] }
}

interface Line {
  readonly text: string
  readonly isDetail: boolean
}

function topDown(lines: readonly Line[]): string[] {
  const told: string[] = []
  let details: string[] = []
  for (const { text, isDetail } of lines) {
    if (isDetail) details.push(text)
    else {
      told.push(text, ...details)
      details = []
    }
  }
  return [...told, ...details]
}

interface Rule {
  readonly text: string
  readonly example?: string | undefined
  readonly items?: readonly Rule[] | undefined
}

const ruleSchema: v.GenericSchema<Rule> = v.object({
  text: v.string(),
  example: v.optional(v.string()),
  items: v.optional(v.array(v.lazy(() => ruleSchema))),
})
const rulesSchema = v.object({
  stages: v.array(v.object({ sections: v.array(v.object({ title: v.string(), rules: v.array(ruleSchema) })) })),
})

export function rules(facts: Facts, language: Language): Expected {
  const { stages } = v.parse(rulesSchema, facts.rules(language))
  const sections = stages.flatMap((stage) => stage.sections)
  const lines = sections.flatMap((section) => section.rules.flatMap(told))
  const numbered = sections.flatMap((section) => section.rules.map((_, index) => figure(String(index + 1))))
  return { tables: [], lines: [lines.map((line) => exactly(line))], loose: numbered }
}

function told({ text, example, items = [] }: Rule): string[] {
  return [text, ...(example === undefined ? [] : [example]), ...items.flatMap(told)]
}
