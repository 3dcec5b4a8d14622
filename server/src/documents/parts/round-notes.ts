/** What must be read with the totals of a round: who sat on the panel, what was struck or pulled in, who did not mark, what was given and taken. */

import type { Round } from '@bang-diem/shared/contest/definition.ts'
import { judgedCriteria } from '@bang-diem/shared/contest/lookups.ts'
import { namesOf } from '@bang-diem/shared/contest/names.ts'
import { showDecimal } from '@bang-diem/shared/language/decimals.ts'
import { type Language, pick } from '@bang-diem/shared/language/say.ts'
import { definitionOf, type State } from '@bang-diem/shared/ledger/state.ts'
import { hasLeft } from '@bang-diem/shared/ledger/withdrawals.ts'
import { combineMethods } from '@bang-diem/shared/scoring/combine/registry.ts'
import { withComma } from '@bang-diem/shared/scoring/wording.ts'
import { roundTotalsWords } from '../words/round-totals.ts'
import { judgeCalled, seatCalled, teamCalled } from './people.ts'
import { panelOf, type RoundSteps, type StepOf } from './round-steps.ts'

interface RoundNotes {
  readonly state: State
  readonly stage: string
  readonly round: Round
  readonly language: Language
}

export function roundNotes(about: RoundNotes, teams: readonly RoundSteps[]): string[] {
  const { state, stage, round, language } = about
  const words = pick(language, roundTotalsWords)
  const panel = panelOf(state, round).map((judge) => seatCalled(state, judge, [round.id]))
  const left = [...state.withdrawals].filter(([team]) => hasLeft(state, stage, team))
  return [
    ...(panel.length === 0 ? [] : [words.panel(panel.join('; '))]),
    ...(judgedCriteria(round).length === 0 ? [] : judgingNotes(about, teams)),
    ...teams.flatMap(({ notMarking, team }) =>
      notMarking.map(({ judge, reason }) =>
        words.notMarking(judgeCalled(state, judge), teamCalled(state, team), reason),
      ),
    ),
    ...teams.flatMap((team) => lineNotes(about, team)),
    ...left.map(([team, { reason, disqualified }]) => words.left(teamCalled(state, team), disqualified, reason)),
  ]
}

function judgingNotes({ state, round, language }: RoundNotes, teams: readonly RoundSteps[]): string[] {
  const words = pick(language, roundTotalsWords)
  const names = namesOf(definitionOf(state))
  const method = combineMethods.find(({ id }) => id === round.combine.method)?.title[language]
  const values = teams.flatMap((team) => team.all('value').map((value) => ({ team: team.team, value })))
  const clamped = values.filter(({ value }) => value.treatment === 'clamped')
  const struck = values.some(
    ({ value }) => value.criterion === null && !['counted', 'clamped'].includes(value.treatment),
  )
  return [
    ...(method === undefined ? [] : [words.combined(method)]),
    ...(round.combine.over === 'criterion' ? [words.overCriteria] : []),
    ...round.judgeGroups.map(({ id, judges }) =>
      words.group(names.group(round.id, id), judges.map((judge) => judgeCalled(state, judge)).join('; ')),
    ),
    ...(struck ? [words.struck] : []),
    ...clamped.map(({ team, value: { judge, given, shown } }) =>
      words.clamped(
        judgeCalled(state, judge),
        teamCalled(state, team),
        figure(given, language),
        figure(shown, language),
      ),
    ),
  ]
}

function lineNotes({ state, language }: RoundNotes, steps: RoundSteps): string[] {
  const words = pick(language, roundTotalsWords)
  const team = teamCalled(state, steps.team)
  const points = ({ shown }: { readonly shown: string }) => showDecimal(shown.replace('-', ''), language)
  return [
    ...steps.all('deduction').map((step) => words.taken(team, points(step), whyTaken(step, language))),
    ...steps.all('bonus').map((step) => words.given(team, points(step), step.reason)),
  ]
}

export function whyTaken({ source, seconds, reason }: StepOf<'deduction'>, language: Language): string {
  const words = pick(language, roundTotalsWords)
  if (source === 'secretary' || seconds === null) return reason
  return source === 'overtime' ? words.overtime(seconds) : words.undertime(seconds)
}

/** A decimal, or a fraction where no decimal is exact. */
function figure(text: string, language: Language): string {
  return language === 'vi' ? withComma(text) : text
}
