/** Certification: the head judge's word that a stage's table is right. What it still waits for is said by name. */
import type { Stage } from '../contest/definition.ts'
import { lookupsOf } from '../contest/lookups.ts'
import type { RowReveal } from '../ledger/reveals.ts'
import { definitionOf, type State } from '../ledger/state.ts'
import { rowReveal, withdrawnRow } from './announcements.ts'
import type { CommandOf } from './commands.ts'
import { accept, type Decision, refuse } from './decision.ts'
import { entryOf, missingInStage, standingsOf } from './scores.ts'

/** Requests about a stage that nobody has settled; they could still change its table. */
export function openRequests(state: State, stage: Stage): string[] {
  return [...state.requests.values()]
    .filter(({ status, act }) => status === 'waiting' && act.kind !== 'reopen-stage' && isOfStage(stage, act.round))
    .map(({ id }) => id)
}

function isOfStage(stage: Stage, round: string): boolean {
  return stage.rounds.some(({ id }) => id === round)
}

export function certify(state: State, command: CommandOf<'certify'>): Decision {
  const stage = lookupsOf(definitionOf(state)).stages.get(command.stage)
  if (!stage) return refuse({ code: 'reference-unknown', field: 'stage', id: command.stage })
  if (state.certified.has(stage.id)) return refuse({ code: 'stage-certified', stage: stage.id })
  const missing = missingInStage(state, stage)
  if (missing.length > 0) return refuse({ code: 'sheets-missing', missing })
  const requests = openRequests(state, stage)
  if (requests.length > 0) return refuse({ code: 'requests-waiting', requests })
  const standings = standingsOf(state, stage)
  const [undecided] = standings.undecided
  if (undecided) {
    const { teams, awaits } = undecided
    return refuse({ code: 'tie-undecided', stage: stage.id, teams, awaits: awaits.by })
  }
  const rows = standings.rows.map((row) => {
    const { scores } = entryOf(state, stage, row.team, () => true)
    return rowReveal(stage, row, scores, true)
  })
  const table = [...rows, ...withdrawnRows(state, stage)]
  return accept({ type: 'stage-certified', stage: stage.id, definitionHash: state.definitionHash, rows: table })
}

/** Teams that withdrew stay in the table, unranked: they took part, and the minutes say so. */
function withdrawnRows(state: State, stage: Stage): RowReveal[] {
  const entrants = lookupsOf(definitionOf(state)).entrants.get(stage.id) ?? []
  return entrants
    .filter((team) => state.withdrawnTeams.has(team))
    .map((team) => withdrawnRow(definitionOf(state), stage, team, true))
}
