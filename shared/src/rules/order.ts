/** The running order: set by hand, or drawn by lot from the hub's entropy. Teams that were called keep their places. */
import type { Round } from '../contest/definition.ts'
import { lookupsOf } from '../contest/lookups.ts'
import type { Sha256 } from '../ledger/commit.ts'
import { definitionOf, type State } from '../ledger/state.ts'
import type { CommandOf } from './commands.ts'
import { accept, type Decision, refuse } from './decision.ts'
import type { Refusal } from './refusals.ts'
import { orderOf } from './rundown.ts'
import { shuffled } from './shuffled.ts'

export function setOrder(state: State, command: CommandOf<'setOrder'>): Decision {
  const round = openRound(state, command.round)
  if ('code' in round) return refuse(round)
  const before = orderOf(state, round)
  const wanted = command.teams
  const same = wanted.length === before.length && new Set(wanted).size === wanted.length
  if (!same || !wanted.every((team) => before.includes(team))) {
    return refuse({ code: 'order-incomplete', round: round.id })
  }
  const moved = before.find((team, index) => isCalled(state, round.id, team) && wanted[index] !== team)
  if (moved !== undefined) return refuse({ code: 'team-called', team: moved })
  return accept({ type: 'order-set', round: round.id, teams: wanted })
}

export function drawOrder(
  state: State,
  command: CommandOf<'drawOrder'>,
  context: { readonly entropy: string; readonly sha256: Sha256 },
): Decision {
  const round = openRound(state, command.round)
  if ('code' in round) return refuse(round)
  const before = orderOf(state, round)
  const lots = [
    ...shuffled(
      before.filter((team) => !isCalled(state, round.id, team)),
      context,
    ),
  ]
  const teams = before.map((team) => (isCalled(state, round.id, team) ? team : (lots.shift() ?? team)))
  return accept({ type: 'order-drawn', round: round.id, teams })
}

function isCalled(state: State, round: string, team: string): boolean {
  return state.taken.has(`${round}/${team}/intro`) || state.taken.has(`${round}/${team}/perform`)
}

function openRound(state: State, id: string): Round | Refusal {
  const lookups = lookupsOf(definitionOf(state))
  const round = lookups.rounds.get(id)
  const stage = lookups.stageOfRound.get(id)
  if (!round || !stage) return { code: 'reference-unknown', field: 'round', id }
  return state.certified.has(stage.id) ? { code: 'stage-certified', stage: stage.id } : round
}
