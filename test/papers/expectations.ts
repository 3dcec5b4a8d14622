/** Which expectation belongs to which document. A document that nothing is expected of is a failure of this proof. */
import type { Offered } from './api.ts'
import { type Expected, type ExpectedLine, figure } from './expected.ts'
import type { Facts } from './facts.ts'
import { awards } from './kinds/awards.ts'
import { minutes } from './kinds/minutes.ts'
import { roundTotals } from './kinds/round-totals.ts'
import { allSheets, blankSheets, filledSheets } from './kinds/score-sheets.ts'
import { explanations, rules } from './kinds/sentences.ts'
import { summary } from './kinds/summary.ts'
import type { Language } from './numbers.ts'

/** Ids may stand on any paper; they tell nothing of a result. */
export function expectedOf(facts: Facts, offered: Offered, language: Language): Expected {
  const expected = ownExpectations(facts, offered, language)
  const { date } = facts.definition
  const day = date === undefined ? [] : [date.split('-').reverse().join('/')]
  return {
    ...expected,
    letterhead: dateline(facts),
    loose: [...expected.loose, ...day, ...facts.ids()],
  }
}

/** Below each letterhead. */
function dateline({ definition }: Facts): ExpectedLine[] {
  if (definition.date === undefined) return []
  const [year = '', month = '', day = ''] = definition.date.split('-')
  const inWords = { contents: [figure(day), figure(year)], gap: 1 }
  return [{ contents: [figure(day), figure(month), figure(year)], gap: 1 }, inWords]
}

function ownExpectations(facts: Facts, { name, stage, round }: Offered, language: Language): Expected {
  switch (name) {
    case 'rules':
      return rules(facts, language)
    case 'score-sheets-blank':
      return blankSheets(facts, facts.stage(stage), facts.round(round))
    case 'score-sheets':
      return filledSheets(facts, facts.round(round), language)
    case 'score-sheets-all':
      return allSheets(facts, facts.stage(stage), language)
    case 'round-totals':
      return roundTotals(facts, facts.stage(stage), facts.round(round))
    case 'summary':
      return summary(facts, facts.stage(stage))
    case 'explanations':
      return explanations(facts, facts.stage(stage), language)
    case 'minutes':
      return minutes(facts, facts.stage(stage), language)
    case 'awards':
      return awards(facts, facts.stage(stage))
    default:
      throw new Error(`nothing is expected of ${name}`)
  }
}
