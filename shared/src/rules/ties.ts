/**
 * What is put on record about equal teams: an order that was decided or drawn, and points in a tie-break question. Only what the rules of the
 * stage wait for can be recorded, about exactly the teams that wait for it.
 */
import type { Stage } from '../contest/definition.ts'
import { lookupsOf } from '../contest/lookups.ts'
import { withinMaximum } from '../contest/scale.ts'
import { definitionOf, type State } from '../ledger/state.ts'
import type { Undecided } from '../scoring/results.ts'
import type { CommandOf } from './commands.ts'
import type { DecideContext } from './decide.ts'
import { accept, type Decision, refuse } from './decision.ts'
import { isRefusal } from './guards.ts'
import type { Refusal } from './refusals.ts'
import { missingInStage, standingsOf } from './scores.ts'
import { shuffled } from './shuffled.ts'

export function breakTie(state: State, { stage: id, teams, reason }: CommandOf<'breakTie'>): Decision {
  const tie = tieOf(state, id, teams)
  if (isRefusal(tie)) return refuse(tie)
  if (tie.awaits.by === 'question') return refuse(waitsForQuestion(id, tie))
  // A lot that was drawn by hand is told like a decision.
  const by = tie.awaits.by === 'lot' ? { by: 'lot' as const } : {}
  return accept({ type: 'tie-broken', stage: id, teams, reason, ...by })
}

export function drawLots(state: State, { stage: id, teams }: CommandOf<'drawLots'>, context: DecideContext): Decision {
  const tie = tieOf(state, id, teams)
  if (isRefusal(tie)) return refuse(tie)
  if (tie.awaits.by === 'question') return refuse(waitsForQuestion(id, tie))
  if (tie.awaits.by !== 'lot') return refuse({ code: 'tie-absent', stage: id, teams })
  const reason = definitionOf(state).language === 'vi' ? 'Bốc thăm bằng máy' : 'Drawn by the computer'
  return accept({ type: 'tie-broken', stage: id, teams: shuffled(tie.teams, context), reason, by: 'lot' })
}

/** points of a team in a question of the stage; may be corrected until the stage is certified. */
export function tallyQuestion(state: State, command: CommandOf<'tallyQuestion'>): Decision {
  const { stage: id, question, team, points } = command
  const stage = openStage(state, id)
  if ('code' in stage) return refuse(stage)
  const asked = stage.tieBreaks.find((each) => each.by === 'question' && each.question === question)
  if (asked?.by !== 'question') return refuse({ code: 'reference-unknown', field: 'question', id: question })
  if (!lookupsOf(definitionOf(state)).teams.has(team))
    return refuse({ code: 'reference-unknown', field: 'team', id: team })
  if (!withinMaximum(points, { min: '0', max: asked.maximum, step: '1' })) {
    return refuse({ code: 'points-out-of-range', max: asked.maximum })
  }
  const waits = standingsOf(state, stage).undecided.some(
    ({ teams, awaits }) => awaits.by === 'question' && awaits.question === question && teams.includes(team),
  )
  const corrects = state.questions.get(`${id}/${question}`)?.has(team) ?? false
  if (!waits && !corrects) return refuse({ code: 'tie-absent', stage: id, teams: [team] })
  return accept({ type: 'question-tallied', stage: id, question, team, points })
}

function waitsForQuestion(stage: string, { teams, awaits }: Undecided): Refusal {
  return { code: 'tie-undecided', stage, teams, awaits: awaits.by }
}

function openStage(state: State, id: string): Stage | Refusal {
  const stage = lookupsOf(definitionOf(state)).stages.get(id)
  if (!stage) return { code: 'reference-unknown', field: 'stage', id }
  if (state.certified.has(id)) return { code: 'stage-certified', stage: id }
  const missing = missingInStage(state, stage)
  return missing.length > 0 ? { code: 'sheets-missing', missing } : stage
}

/** What exactly these teams wait for, in whatever order they are named. */
function tieOf(state: State, id: string, teams: readonly string[]): Undecided | Refusal {
  const stage = openStage(state, id)
  if ('code' in stage) return stage
  const wanted = new Set(teams)
  const tie = standingsOf(state, stage).undecided.find(
    (each) => each.teams.length === teams.length && each.teams.every((team) => wanted.has(team)),
  )
  return tie ?? { code: 'tie-absent', stage: id, teams }
}
