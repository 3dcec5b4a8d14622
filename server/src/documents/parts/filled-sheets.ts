/** The filled sheets of a round as leaves, and which of them are still missing. By judge, so that each signs one pile. */
import type { Round } from '@bang-diem/shared/contest/definition.ts'
import { pick } from '@bang-diem/shared/language/say.ts'
import { inGroup } from '@bang-diem/shared/ledger/grouped.ts'
import { roundTeam } from '@bang-diem/shared/ledger/keys.ts'
import type { Sheet } from '@bang-diem/shared/ledger/sheet-records.ts'
import { hasLeft } from '@bang-diem/shared/ledger/withdrawals.ts'
import { entrantsOf } from '@bang-diem/shared/rules/entrants.ts'
import type { Missing, Refusal } from '@bang-diem/shared/rules/refusals.ts'
import { orderOf } from '@bang-diem/shared/rules/rundown.ts'
import type { AboutRound, AboutStage, Making } from '../document.ts'
import type { Block, Leaf } from '../paper.ts'
import { scoreSheetWords } from '../words/score-sheets.ts'
import { receiptWritten } from './foot.ts'
import { hasNobody, lacksTeams, missingIn } from './lacks.ts'
import { handCalled } from './people.ts'
import { panelOf } from './round-steps.ts'
import { sheetLeaf } from './sheet-leaf.ts'
import { type SheetPlace, submittedSheet } from './sheets.ts'

export function filledSheets(making: Making<AboutRound>): Leaf[] {
  return wantedPlaces(making).flatMap((place) => {
    const sheet = submittedSheet(making.state, place)
    return sheet ? [sheetLeaf(making, place, sheet, closing(making, place, sheet))] : []
  })
}

/** Sheets of teams that compete and of judges who owe one, as far as they are asked for. */
function missingSheets({ state, about, team: only, judge: one }: Making<AboutRound>): Missing[] {
  return missingIn(state, about.stage, about.round).flatMap(({ round, team, judges: owing }) => {
    if ((only ?? team) !== team) return []
    const judges = one === null ? owing : owing.filter((judge) => judge === one)
    return judges.length === 0 ? [] : [{ round, team, judges, criteria: [], time: false, factor: false }]
  })
}

/** What is missing of the sheets of these rounds of a stage; before that, its teams. */
export function lacksSheets(
  { state, about }: Making<AboutStage | AboutRound>,
  rounds: readonly Making<AboutRound>[],
): readonly Refusal[] {
  const teams = lacksTeams(state, about.stage)
  if (teams.length > 0) return teams
  const missing = rounds.flatMap(missingSheets)
  return missing.length === 0 ? [] : [{ code: 'sheets-missing', missing }]
}

/** Nobody competes, and none of those who left has a sheet. */
export function hasNoSheets(making: Making<AboutStage | AboutRound>, rounds: readonly Round[]): boolean {
  const { state, about } = making
  const isMarked = (round: Round) =>
    entrantsOf(state, about.stage).some((team) => inGroup(state.sheets, roundTeam(round.id, team)).size > 0)
  return hasNobody(making) && !rounds.some(isMarked)
}

/** By judge, in running order, as far as they are asked for; of a team that left too. */
export function wantedPlaces({ state, about, team, judge }: Making<AboutRound>): SheetPlace[] {
  const { round } = about
  const teams = orderOf(state, round).filter((each) => (team ?? each) === each)
  const panel = panelOf(state, round).filter((each) => (judge ?? each) === each)
  return panel.flatMap((each) => teams.map((one) => ({ round: round.id, team: one, judge: each })))
}

/** The receipt that the judge's phone shows, whose hands the sheet went through, and why it does not count where it does not. */
function closing(
  { state, about, language }: Making<AboutRound>,
  place: SheetPlace,
  { commit, at, paper, revision }: Sheet,
): Block[] {
  const words = pick(language, scoreSheetWords)
  const called = (hand: Parameters<typeof handCalled>[0]) => handCalled(hand, state, language)
  const excused = inGroup(state.excused, roundTeam(about.round.id, place.team)).get(place.judge)
  const left = hasLeft(state, about.stage.id, place.team)
  const lines = [
    words.receipt(receiptWritten(commit, at, language)),
    ...(paper === null ? [] : [words.paper(called(paper.entered), called(paper.approved))]),
    ...(revision === 0 ? [] : [words.amended(revision)]),
    ...(excused === undefined ? [] : [words.notCounted(excused)]),
    ...(left ? [words.ofTeamThatLeft] : []),
  ]
  return lines.map((text) => ({ kind: 'text', text, look: 'small' }))
}
