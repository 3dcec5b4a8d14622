/** The kinds of documents that a contest gives, in the order in which they are needed. A new one is one file and one line here. */
import type { AnyKind } from './about.ts'
import { awards } from './kinds/awards.ts'
import { explanations } from './kinds/explanations.ts'
import { judgeCards } from './kinds/judge-cards.ts'
import { minutes } from './kinds/minutes.ts'
import { roundTotals } from './kinds/round-totals.ts'
import { rules } from './kinds/rules.ts'
import { scoreSheets } from './kinds/score-sheets.ts'
import { blankScoreSheets } from './kinds/score-sheets-blank.ts'
import { scoreSheetsOfStage } from './kinds/score-sheets-of-stage.ts'
import { summary } from './kinds/summary.ts'

export const documentKinds: readonly AnyKind[] = [
  rules,
  judgeCards,
  blankScoreSheets,
  scoreSheets,
  roundTotals,
  summary,
  explanations,
  minutes,
  awards,
  scoreSheetsOfStage,
]

export function kindCalled(name: string): AnyKind | undefined {
  return documentKinds.find((kind) => kind.name === name)
}
