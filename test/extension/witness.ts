/**
 * A program that is run inside a copy of the sources and says what that copy makes of a rule: its schema, its rule sheet, its table and its
 * derivations. Questions come in on stdin and answers go out on stdout, as JSON. It judges nothing, and knows no rule by name.
 */
import { readFileSync } from 'node:fs'
import { definitionJsonSchema } from '@bang-diem/server/routes/definition-schema.ts'
import { type Definition, parseDefinition, type Stage } from '@bang-diem/shared/contest/definition.ts'
import { namesOf } from '@bang-diem/shared/contest/names.ts'
import type { Rule } from '@bang-diem/shared/language/rule-sheet/rule.ts'
import { ruleSheet } from '@bang-diem/shared/language/rule-sheet/rule-sheet.ts'
import type { Language } from '@bang-diem/shared/language/say.ts'
import { stageRules } from '@bang-diem/shared/rules/stage-rules.ts'
import { explain } from '@bang-diem/shared/scoring/explain.ts'
import { stepWords } from '@bang-diem/shared/scoring/explain-words.ts'
import type { Entry, RoundScore } from '@bang-diem/shared/scoring/results.ts'
import { scoreRound } from '@bang-diem/shared/scoring/round-score.ts'
import { rankStage } from '@bang-diem/shared/scoring/standings.ts'
import * as v from 'valibot'
import { type Answer, type Question, questionsSchema } from './question.ts'

/** The parameters of the variant whose key has that one value, wherever it stands in a JSON schema. */
function parametersIn(schema: unknown, key: string, id: string): string[] | null {
  if (typeof schema !== 'object' || schema === null) return null
  const properties: unknown = Reflect.get(schema, 'properties')
  if (typeof properties === 'object' && properties !== null) {
    const own: unknown = Reflect.get(properties, key)
    if (typeof own === 'object' && own !== null && Reflect.get(own, 'const') === id) return Object.keys(properties)
  }
  for (const inner of Object.values(schema)) {
    const found = parametersIn(inner, key, id)
    if (found !== null) return found
  }
  return null
}

function problemsOf(definition: unknown): Answer['problems'] {
  const parsed = parseDefinition(definition)
  return parsed.ok ? [] : parsed.problems.map(({ path, code }) => ({ path, code }))
}

function textsOf(definition: Definition, language: Language): string[] {
  const flat = ({ text, example, items = [] }: Rule): string[] => [text, example ?? '', ...items.flatMap(flat)]
  const { stages } = ruleSheet(definition, language)
  return stages.flatMap(({ sections }) => sections.flatMap(({ rules }) => rules.flatMap(flat)))
}

function entriesOf(definition: Definition, stage: Stage, { marks, seconds }: Question): Entry<RoundScore>[] {
  return definition.teams.map(({ id: team }) => {
    const scores = new Map<string, RoundScore>()
    for (const round of stageRules(definition, stage).rounds) {
      const sheets = definition.judges.map(({ id: judge }, at) => ({
        judge,
        marks: Object.fromEntries(round.criteria.map((criterion) => [criterion.id, marks[team]?.[at] ?? '0'])),
      }))
      const others = { tallied: {}, factor: null, deductions: [], bonuses: [] }
      const score = scoreRound(round, stage.rounding, { team, sheets, seconds: seconds[team] ?? null, ...others })
      if (score !== null) scores.set(round.id, score)
    }
    return { team, scores, category: null, carried: new Map() }
  })
}

function resultsOf(definition: Definition, question: Question): Pick<Answer, 'table' | 'explained'> {
  const [table, vi, en]: [string[], string[], string[]] = [[], [], []]
  for (const stage of definition.stages) {
    const rules = stageRules(definition, stage)
    const entries = entriesOf(definition, stage, question)
    for (const row of rankStage(rules, entries).rows) {
      table.push(`${row.rank} ${row.team} ${row.total?.shown}`)
      const entry = entries.find(({ team }) => team === row.team)
      const steps = entry === undefined ? [] : explain(rules, entry, row)
      for (const words of steps.map((step) => stepWords(step, namesOf(definition)))) {
        vi.push(`${row.team} · ${words.vi}`)
        en.push(`${row.team} · ${words.en}`)
      }
    }
  }
  return { table, explained: { vi, en } }
}

function answerTo(question: Question): Answer {
  const parsed = parseDefinition(question.definition)
  const known = {
    parameters: parametersIn(definitionJsonSchema(), question.key, question.id),
    problems: problemsOf(question.definition),
    problemsOfSpoiled: problemsOf(question.spoiled),
  }
  if (!parsed.ok) return { ...known, ruleSheet: { vi: [], en: [] }, table: [], explained: { vi: [], en: [] } }
  const { definition } = parsed
  const sheet = { vi: textsOf(definition, 'vi'), en: textsOf(definition, 'en') }
  return { ...known, ruleSheet: sheet, ...resultsOf(definition, question) }
}

const questions = v.parse(questionsSchema, JSON.parse(readFileSync(0, 'utf8')))
process.stdout.write(JSON.stringify(questions.map(answerTo)))
