/** What the secretary and the organiser see: everything, revealed or not. Never sent to any other seat. */
import type { Stage } from '../contest/definition.ts'
import { receiptOf } from '../ledger/commit.ts'
import { each } from '../ledger/grouped.ts'
import type { Sheet } from '../ledger/sheet-records.ts'
import { definitionOf, type State } from '../ledger/state.ts'
import { givenIn, scoreReveal } from '../rules/announcements.ts'
import { competingIn } from '../rules/entrants.ts'
import { openRequests } from '../rules/head.ts'
import { orderOf } from '../rules/rundown.ts'
import { entryOf, missingInStage, missingOf, nobodyMarks, scoreOf, standingsOf } from '../rules/scores.ts'
import type { Awaited } from '../scoring/results.ts'
import { displayAt, shown } from '../scoring/rounding.ts'
import { addAway, formerEntry } from './amendments.ts'
import type { LiveRowEntry, LiveScoreEntry, ReadyEntry } from './desk-entries.ts'
import { addStage } from './mc.ts'
import { addComing, addWinners } from './places.ts'
import { commonEntries, formEntries } from './static.ts'
import type { View } from './view.ts'

export function deskView(state: State): View {
  const definition = definitionOf(state)
  const view: View = new Map([...commonEntries(definition), ...formEntries(definition)])
  addStage(view, state)
  addSheets(view, state)
  for (const [key, points] of each(state.tallies)) view.set(`tally/${key}`, points)
  for (const [key, seconds] of state.times) view.set(`time/${key}`, seconds)
  for (const [key, factor] of state.factors) view.set(`factor/${key}`, factor)
  for (const [key, points] of each(state.questions)) view.set(`question/${key}`, points)
  for (const [id, line] of state.deductions) view.set(`deduction/${id}`, line)
  for (const [id, line] of state.bonuses) view.set(`bonus/${id}`, line)
  for (const [team, { reason, disqualified }] of state.withdrawals)
    view.set(`withdrawn/${team}`, { reason, disqualified })
  for (const [id, request] of state.requests) view.set(`request/${id}`, request)
  for (const [id, seat] of state.seats) view.set(`seat/${id}`, { sessions: seat.sessions.size })
  for (const [index, note] of state.notes.entries()) view.set(`note/${index + 1}`, note)
  for (const stage of definition.stages) {
    for (const round of stage.rounds) view.set(`order/${round.id}`, orderOf(state, round))
    addLiveScores(view, state, stage)
    addLiveRows(view, state, stage)
    view.set(`ready/${stage.id}`, readyOf(state, stage))
    addComing(view, state, stage)
    addWinners(view, state, stage)
  }
  return view
}

function addSheets(view: View, state: State): void {
  for (const [key, sheet] of each(state.sheets)) view.set(`sheet/${key}`, staffSheet(sheet))
  for (const [key, former] of each(state.formerSheets)) view.set(`former/${key}`, formerEntry(state, former))
  for (const [key, reason] of each(state.excused)) view.set(`excused/${key}`, reason)
  addAway(view, state)
}

/** A sheet as staff read it, with the receipt that the judge's phone shows. */
export function staffSheet({ status, revision, marks, commit, at, name, paper }: Sheet): object {
  return { status, revision, marks, receipt: receiptOf(commit), at, fromPaper: paper !== null, name, paper }
}

function addLiveScores(view: View, state: State, stage: Stage): void {
  for (const round of stage.rounds) {
    for (const team of competingIn(state, stage)) {
      const score = scoreOf(state, round.id, team)
      if (!score && !nobodyMarks(state, round, team)) continue
      const { deductions, bonuses } = scoreReveal(state, round.id, team)
      const entry: LiveScoreEntry = {
        complete: missingOf(state, round.id, team) === undefined,
        combined: score && shown(score.rounded, displayAt(stage.rounding, 'round')),
        score: score?.shown ?? null,
        deductions,
        bonuses,
        flags: score?.flags.map((flag) => flag.kind) ?? [],
      }
      view.set(`live-score/${round.id}/${team}`, entry)
    }
  }
}

/** The standings as they would be certified now. */
export function addLiveRows(view: View, state: State, stage: Stage): void {
  for (const row of standingsOf(state, stage).rows) {
    const { scores } = entryOf(state, stage, row.team, () => true)
    const entry: LiveRowEntry = {
      ...(row.category === null ? {} : { category: row.category }),
      rank: row.rank,
      total: row.total?.shown ?? null,
      rounds: Object.fromEntries(stage.rounds.map(({ id }) => [id, givenIn(id, row, scores)])),
      complete: stage.rounds.every(({ id }) => missingOf(state, id, row.team) === undefined),
    }
    view.set(`live-row/${stage.id}/${row.team}`, entry)
  }
}

/** What certification of a stage waits for. */
export function readyOf(state: State, stage: Stage): ReadyEntry {
  const missing = missingInStage(state, stage)
  // While something is missing a tie may still dissolve, and its order would tell what the missing sheets are worth.
  const ties = missing.length > 0 ? [] : standingsOf(state, stage).undecided
  return {
    missing: missing.map((each) => ({ ...each, judges: [...each.judges], criteria: [...each.criteria] })),
    requests: openRequests(state, stage),
    ties: ties.map(({ teams }) => [...teams]),
    awaits: ties.map(({ awaits }) => awaitedEntry(stage, awaits)),
  }
}

function awaitedEntry(stage: Stage, awaits: Awaited): ReadyEntry['awaits'][number] {
  if (awaits.by !== 'question') return { by: awaits.by }
  const asked = stage.tieBreaks.find((each) => each.by === 'question' && each.question === awaits.question)
  return { ...awaits, ...(asked?.by === 'question' ? { maximum: asked.maximum } : {}) }
}
