/** Who was there: the panel, who was away and why, who did not mark whom. */
import { lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { seatLabel } from '@bang-diem/shared/contest/seat-label.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import type { Block } from '../paper.ts'
import { judgeCalled, teamCalled } from '../parts/people.ts'
import { stepsIn } from '../parts/round-steps.ts'
import { whenOf } from '../parts/when.ts'
import type { Section } from './section.ts'

export function peopleSection(section: Section): Block[] {
  const { making, words, stage } = section
  const definition = definitionOf(making.state)
  const { panelSets } = lookupsOf(definition)
  const sits = (judge: string) => stage.rounds.some(({ id }) => panelSets.get(id)?.has(judge))
  const judges = definition.judges.filter(({ id }) => sits(id))
  const away = [...making.state.absences].map(([judge, { at, reason }]) => ({
    text: words.people.away(judgeCalled(making.state, judge), whenOf(at, making.language), reason),
  }))
  const absent = [...away, ...excusedItems(section)]
  const { secretary, chair } = definition.papers
  return [
    { kind: 'heading', text: words.people.heading },
    { kind: 'text', text: `${words.people.panel}:` },
    {
      kind: 'list',
      numbered: true,
      items: judges.map(({ id, name, title, head }) => ({
        text: [
          `${seatLabel(id)} ${name}`,
          ...((title ?? (head ? words.people.head : undefined)) ? [title ?? words.people.head] : []),
        ].join(', '),
      })),
    },
    ...(secretary === undefined ? [] : [{ kind: 'text', text: words.people.secretary(secretary) } as const]),
    ...(chair === undefined ? [] : [{ kind: 'text', text: words.people.chair(chair) } as const]),
    absent.length === 0
      ? { kind: 'text', text: words.people.allMarked }
      : { kind: 'list', items: absent, numbered: false },
  ]
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
