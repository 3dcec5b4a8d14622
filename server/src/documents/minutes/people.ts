/** Who was there: the panel, who was away and why, who did not mark whom. */
import { lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import { hasLeft } from '@bang-diem/shared/ledger/withdrawals.ts'
import { entrantsOf } from '@bang-diem/shared/rules/entrants.ts'
import type { Block, ListItem } from '../paper.ts'
import { judgeCalled, seatCalled, teamCalled } from '../parts/people.ts'
import { stepsIn } from '../parts/round-steps.ts'
import { whenOf } from '../parts/when.ts'
import type { Section } from './section.ts'

export function peopleSection(section: Section): Block[] {
  const { making, words, stage } = section
  const definition = definitionOf(making.state)
  const { panelSets } = lookupsOf(definition)
  const sits = (judge: string) => stage.rounds.some(({ id }) => panelSets.get(id)?.has(judge))
  const absent = [...awayItems(section, sits), ...excusedItems(section)]
  const { secretary, chair } = definition.papers
  return [
    { kind: 'heading', text: words.people.heading },
    ...panelBlocks(section, sits),
    ...(secretary === undefined ? [] : [{ kind: 'text', text: words.people.secretary(secretary) } as const]),
    ...(chair === undefined ? [] : [{ kind: 'text', text: words.people.chair(chair) } as const]),
    ...absentBlocks(section, absent),
  ]
}

/** Nothing where judges mark in no round of the stage. */
function panelBlocks({ making, stage, words }: Section, sits: (judge: string) => boolean): Block[] {
  const judges = definitionOf(making.state).judges.filter(({ id }) => sits(id))
  if (judges.length === 0) return []
  const rounds = stage.rounds.map(({ id }) => id)
  return [
    { kind: 'text', text: `${words.people.panel}:` },
    {
      kind: 'list',
      numbered: true,
      items: judges.map(({ id, title, head }) => {
        const position = title ?? (head ? words.people.head : undefined)
        const called = seatCalled(making.state, id, rounds)
        return { text: position === undefined ? called : `${called}, ${position}` }
      }),
    },
  ]
}

/** Nobody is said to have marked everyone where a team left: its sheets may not all be in. */
function absentBlocks({ making, stage, words }: Section, absent: readonly ListItem[]): Block[] {
  if (absent.length > 0) return [{ kind: 'list', items: absent, numbered: false }]
  const entrants = entrantsOf(making.state, stage)
  const isWhole = entrants.length > 0 && entrants.every((team) => !hasLeft(making.state, stage.id, team))
  return isWhole ? [{ kind: 'text', text: words.people.allMarked }] : []
}

/** Judges of this stage who are away, and who were and have come back. */
function awayItems({ making, words }: Section, sits: (judge: string) => boolean): ListItem[] {
  const { state, language } = making
  const back = state.formerAbsences.map(({ judge, reason, from, until }) => ({
    judge,
    text: words.people.back(judgeCalled(state, judge), whenOf(from, language), whenOf(until, language), reason),
  }))
  const away = [...state.absences].map(([judge, { at, reason }]) => ({
    judge,
    text: words.people.away(judgeCalled(state, judge), whenOf(at, language), reason),
  }))
  return [...back, ...away].filter(({ judge }) => sits(judge)).map(({ text }) => ({ text }))
}

/** One line a judge, round and reason, with all the teams of it. */
function excusedItems({ making, stage, words, names }: Section): { text: string }[] {
  const { state } = making
  const lines = new Map<
    string,
    { readonly judge: string; readonly round: string; readonly reason: string; readonly teams: string[] }
  >()
  for (const round of stage.rounds) {
    for (const { team, notMarking } of stepsIn(state, stage, round)) {
      for (const { judge, reason } of notMarking) {
        const key = JSON.stringify([round.id, judge, reason])
        const line = lines.get(key) ?? { judge, round: round.id, reason, teams: [] }
        line.teams.push(teamCalled(state, team))
        lines.set(key, line)
      }
    }
  }
  return [...lines.values()].map(({ judge, round, reason, teams }) => ({
    text: words.people.excused(judgeCalled(state, judge), names.round(round), teams.join(', '), reason),
  }))
}
