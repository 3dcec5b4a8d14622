/** What happened: notes, teams that left, every point that was taken or given, also what was withdrawn again. */

import { showDecimal } from '@bang-diem/shared/language/decimals.ts'
import type { Line } from '@bang-diem/shared/ledger/desk-records.ts'
import { hasLeft } from '@bang-diem/shared/ledger/withdrawals.ts'
import { displayAt } from '@bang-diem/shared/scoring/rounding.ts'
import type { Block, ListItem } from '../paper.ts'
import { teamCalled } from '../parts/people.ts'
import { whyTaken } from '../parts/round-notes.ts'
import { stepsIn } from '../parts/round-steps.ts'
import { whenOf } from '../parts/when.ts'
import { isOfStage, type Section } from './section.ts'

export function courseSection(section: Section): Block[] {
  const { making, words, stage } = section
  const { state, language } = making
  const left = [...state.withdrawals].filter(([team]) => hasLeft(state, stage.id, team))
  const items: ListItem[] = [
    ...state.notes.map(({ at, text }) => ({ text: words.course.note(whenOf(at, language), text) })),
    ...left.map(([team, { disqualified, reason }]) => ({
      text: words.course.left(teamCalled(state, team), disqualified, reason),
    })),
    ...pointsItems(section),
    ...withdrawnItems(section, state.deductions, words.course.taken),
    ...withdrawnItems(section, state.bonuses, words.course.given),
  ]
  return [
    { kind: 'heading', text: words.course.heading },
    items.length === 0 ? { kind: 'text', text: words.course.none } : { kind: 'list', items, numbered: false },
  ]
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

function withdrawnItems(
  section: Section,
  lines: ReadonlyMap<string, Line>,
  told: (team: string, round: string, points: string, reason: string) => string,
): ListItem[] {
  const { making, stage, words, names } = section
  return [...lines.values()].flatMap(({ round, team, points, reason, withdrawn }) => {
    if (withdrawn === null || !isOfStage(section, round)) return []
    const line = told(
      teamCalled(making.state, team),
      names.round(round),
      showDecimal(points, making.language, displayAt(stage.rounding, 'round').decimals),
      reason,
    )
    return [{ text: words.course.withdrawn(line, withdrawn) }]
  })
}
