/**
 * The derivation of a team's place in words, part by part: each round from the judges' marks to what it puts into the total, then the place. It
 * prints the steps of `explain` (SPEC S-33) and adds nothing up, so that screen and papers say the same.
 */
import type { Definition } from '../contest/definition.ts'
import { namesOf } from '../contest/names.ts'
import { stepWords } from '../scoring/explain-words.ts'
import type { Step } from '../scoring/steps.ts'
import type { Names } from '../scoring/wording.ts'
import type { deskStandings } from '../views/standings.ts'
import { explanationWords as en } from './en/explanation.ts'
import { type Language, pick } from './say.ts'
import { explanationWords as vi } from './vi/explanation.ts'

export interface ExplanationWords {
  /** Above the steps that lead from the rounds to the place. */
  readonly place: string
  readonly notMarking: (judge: string, reason: string) => string
}

export interface ExplanationLine {
  readonly text: string
  /** True for what one judge, or all of them, gave: it leads to the line without it that follows. */
  readonly isDetail: boolean
}

export interface ExplanationPart {
  readonly title: string
  readonly lines: readonly ExplanationLine[]
}

export interface Explanation {
  readonly team: string
  readonly parts: readonly ExplanationPart[]
}

type ExplainedRow = Pick<ReturnType<typeof deskStandings>[number], 'team' | 'explain' | 'notMarking'>

export function explanation(definition: Definition, row: ExplainedRow, language: Language): Explanation {
  const names = namesOf(definition)
  const words = pick<ExplanationWords>(language, { vi, en })
  const rounds = [...new Set(row.explain.flatMap((step) => roundOf(step) ?? []))]
  const parts = rounds.map((round) => ({
    title: names.round(round),
    lines: [
      ...linesOf(
        row.explain.filter((step) => roundOf(step) === round),
        names,
        language,
      ),
      ...row.notMarking
        .filter((each) => each.round === round)
        .map(({ judge, reason }) => ({ text: words.notMarking(names.judge(judge), reason), isDetail: true })),
    ],
  }))
  const closing = row.explain.filter((step) => roundOf(step) === null)
  return {
    team: names.team(row.team),
    parts: closing.length === 0 ? parts : [...parts, { title: words.place, lines: linesOf(closing, names, language) }],
  }
}

/** `null`: a step that leads from the rounds to the place. A tie-break looks at a round and is not part of it. */
function roundOf(step: Step): string | null {
  return 'round' in step && step.kind !== 'tie-break' ? step.round : null
}

const details: ReadonlySet<Step['kind']> = new Set(['value', 'group', 'combined', 'rank'])

/** What judges gave for a criterion stands under its name. */
function linesOf(steps: readonly Step[], names: Names, language: Language): ExplanationLine[] {
  let before: string | null = null
  return steps.flatMap((step) => {
    const line = { text: stepWords(step, names)[language], isDetail: details.has(step.kind) }
    const criterion = step.kind === 'value' || step.kind === 'group' ? step.criterion : before
    const isNew = criterion !== before && criterion !== null && 'round' in step && step.round !== null
    before = criterion
    return isNew ? [{ text: names.criterion(step.round, criterion), isDetail: false }, line] : [line]
  })
}
