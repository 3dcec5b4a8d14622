/** What happened: notes, teams that left, every point that was taken or given, also what was withdrawn again. */

import { showDecimal } from '@bang-diem/shared/language/decimals.ts'
import type { Line } from '@bang-diem/shared/ledger/desk-records.ts'
import { definitionOf, type State } from '@bang-diem/shared/ledger/state.ts'
import { hasLeft } from '@bang-diem/shared/ledger/withdrawals.ts'
import { displayAt } from '@bang-diem/shared/scoring/rounding.ts'
import type { Block, ListItem } from '../paper.ts'
import { teamCalled } from '../parts/people.ts'
import { whyTaken } from '../parts/round-notes.ts'
import { stepsIn } from '../parts/round-steps.ts'
import { whenOf } from '../parts/when.ts'
import { isOfStage, listed, type Section } from './section.ts'

export function courseSection(section: Section): Block[] {
  const { making, words, stage } = section
  const { state, language } = making
  const left = [...state.withdrawals].filter(([team]) => hasLeft(state, stage.id, team))
  const items: ListItem[] = [
    ...notesOf(section).map(({ at, text }) => ({ text: words.course.note(whenOf(at, language), text) })),
    ...left.map(([team, { disqualified, reason }]) => ({
      text: words.course.left(teamCalled(state, team), disqualified, reason),
    })),
    ...pointsItems(section),
    ...lineItems(section, state.deductions, words.course.taken),
    ...lineItems(section, state.bonuses, words.course.given),
  ]
  return listed(words.course.heading, items, words.course.none)
}

/** What counts, from the derivation: what time rules took stands there beside what was entered. */
function pointsItems({ making, stage, words }: Section): ListItem[] {
  const { state, language } = making
  const points = (shown: string) => showDecimal(shown.replace('-', ''), language)
  return stage.rounds.flatMap((round) =>
    stepsIn(state, stage, round).flatMap((steps) => {
      const team = teamCalled(state, steps.team)
      return [
        ...steps.all('deduction').map((step) => ({
          text: words.course.taken(team, round.title, points(step.shown), whyTaken(step, language)),
        })),
        ...steps.all('bonus').map((step) => ({
          text: words.course.given(team, round.title, points(step.shown), step.reason),
        })),
      ]
    }),
  )
}

/** Lines that no score is made of: withdrawn again, or of a team that left. */
function lineItems(
  section: Section,
  lines: ReadonlyMap<string, Line>,
  told: (team: string, round: string, points: string, reason: string) => string,
): ListItem[] {
  const { making, stage, words, names } = section
  const { state, language } = making
  const { decimals } = displayAt(stage.rounding, 'round')
  return [...lines.values()].flatMap(({ round, team, points, reason, withdrawn }) => {
    const counts = withdrawn === null && !hasLeft(state, stage.id, team)
    if (counts || !isOfStage(section, round)) return []
    const line = told(teamCalled(state, team), names.round(round), showDecimal(points, language, decimals), reason)
    return [{ text: withdrawn === null ? line : words.course.withdrawn(line, withdrawn) }]
  })
}

/** Notes belong to no stage: those up to the first certification of the stage before are in its minutes. */
function notesOf({ making, stage }: Section): State['notes'] {
  const { state } = making
  const { stages } = definitionOf(state)
  const earlier = stages.slice(
    0,
    stages.findIndex(({ id }) => id === stage.id),
  )
  const ends = earlier.map(({ id }) => state.formerTables.get(id)?.[0]?.table.at ?? state.certified.get(id)?.at ?? 0)
  return state.notes.filter(({ at }) => at > Math.max(0, ...ends))
}
