/** Certification: the head judge's word that a stage's table is right. What it still waits for is said by name. */
import type { Stage } from '../contest/definition.ts'
import { lookupsOf } from '../contest/lookups.ts'
import type { AwardReveal, RowReveal } from '../ledger/reveals.ts'
import { definitionOf, type State } from '../ledger/state.ts'
import { hasLeft } from '../ledger/withdrawals.ts'
import type { Standings } from '../scoring/results.ts'
import { rowReveal, withdrawnRow } from './announcements.ts'
import { awardReveal, winnersOf } from './awards.ts'
import type { CommandOf } from './commands.ts'
import { accept, type Decision, refuse } from './decision.ts'
import { entrantsOf, takesQualifiers } from './entrants.ts'
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
  // Without its teams nothing of it is missing, and its table would be empty.
  if (takesQualifiers(stage) && !state.qualified.has(stage.id))
    return refuse({ code: 'entrants-unsettled', stage: stage.id })
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
  const { definitionHash } = state
  const { rows, awards } = tableOf(state, stage, standings)
  const won = awards.length > 0 ? { awards } : {}
  return accept({ type: 'stage-certified', stage: stage.id, definitionHash, rows, ...won })
}

interface Table {
  readonly rows: RowReveal[]
  readonly awards: AwardReveal[]
}

/** The table that a stage would be certified with, R-25. */
export function tableOf(state: State, stage: Stage, standings: Standings = standingsOf(state, stage)): Table {
  const rows = standings.rows.map((row) => {
    const { scores } = entryOf(state, stage, row.team, () => true)
    return rowReveal(stage, row, scores, true)
  })
  const awards = winnersOf(state, stage).map((winners) => awardReveal(stage, winners))
  return { rows: [...rows.map((row) => withAward(row, awards)), ...withdrawnRows(state, stage)], awards }
}

/** A row says which award of the main list it leads to. */
function withAward(row: RowReveal, awards: readonly AwardReveal[]): RowReveal {
  const won = awards.find(({ main, teams }) => main && teams.includes(row.team))
  return won ? { ...row, award: won.title } : row
}

/** Teams that withdrew stay in the table, unranked: they took part, and the minutes say so. */
function withdrawnRows(state: State, stage: Stage): RowReveal[] {
  return entrantsOf(state, stage)
    .filter((team) => hasLeft(state, stage.id, team))
    .map((team) => withdrawnRow(state, stage, team, true))
}
