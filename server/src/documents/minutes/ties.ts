/** Equal totals: what each rule looked at for whom, and what people decided, drew or asked. */

import { lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { showDecimal } from '@bang-diem/shared/language/decimals.ts'
import type { TieRecord } from '@bang-diem/shared/ledger/desk-records.ts'
import { inGroup } from '@bang-diem/shared/ledger/grouped.ts'
import { stageQuestion } from '@bang-diem/shared/ledger/keys.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import { stepWords } from '@bang-diem/shared/scoring/explain-words.ts'
import type { Block, ListItem } from '../paper.ts'
import { teamCalled } from '../parts/people.ts'
import { explainedRows } from '../parts/round-steps.ts'
import { listed, type Section } from './section.ts'

export function tiesSection(section: Section): Block[] {
  const { words } = section
  const items = [...ruleItems(section), ...questionItems(section), ...decidedItems(section)]
  return listed(words.ties.heading, items, words.ties.none)
}

function ruleItems({ making, stage, names }: Section): ListItem[] {
  return explainedRows(making.state, stage).flatMap((row) =>
    row.explain
      .filter((step) => step.kind === 'tie-break')
      .map((step) => ({ text: `${names.team(row.team)}: ${stepWords(step, names)[making.language]}` })),
  )
}

/** Teams in the definition's order: in which they were asked is no matter. */
function questionItems({ making, stage, words }: Section): ListItem[] {
  const { state, language } = making
  return stage.tieBreaks.flatMap((rule) => {
    if (rule.by !== 'question') return []
    const points = inGroup(state.questions, stageQuestion(stage.id, rule.question))
    const told = definitionOf(state).teams.flatMap(({ id }) => {
      const given = points.get(id)
      return given === undefined ? [] : [`${teamCalled(state, id)} ${showDecimal(given, language)}`]
    })
    if (told.length === 0) return []
    return [{ text: words.ties.question(rule.question, told.join('; ')) }]
  })
}

/** Who decided: the head judge, or the organisers where a contest has none. What parts nobody any more is told as that. */
function decidedItems({ making, stage, words }: Section): ListItem[] {
  const { state } = making
  const { head } = lookupsOf(definitionOf(state))
  const order = (teams: readonly string[]) => teams.map((team) => teamCalled(state, team)).join(', ')
  const told = { lot: words.ties.lot, decision: head ? words.ties.decision : words.ties.decisionOfOrganisers }
  const reasons = new Map(
    explainedRows(state, stage).map(({ team, explain }) => [
      team,
      explain.flatMap((step) => (step.kind === 'tie-break' ? [step.reason] : [])),
    ]),
  )
  const parts = ({ teams, reason }: TieRecord) => teams.some((team) => reasons.get(team)?.includes(reason))
  return [
    ...(state.cuts.get(stage.id) ?? []).map(({ teams, reason }) => ({ text: words.ties.cut(order(teams), reason) })),
    ...(state.ties.get(stage.id) ?? []).map((record) => {
      const text = told[record.by](order(record.teams), record.reason)
      return { text: parts(record) ? text : words.ties.unused(text) }
    }),
  ]
}
