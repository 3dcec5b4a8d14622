/**
 * A judge who leaves in the middle, and comes back. Leaving is excusing from every team that is not marked yet, in one act; a sheet that was
 * ever in stays, also one that is open again: what becomes of it is for people to say, one by one.
 */
import type { Definition } from '../contest/definition.ts'
import { lookupsOf } from '../contest/lookups.ts'
import type { FactBody } from '../ledger/facts.ts'
import { type RoundTeam, roundTeam } from '../ledger/keys.ts'
import { definitionOf, isExcused, type State, sheetOf } from '../ledger/state.ts'
import { hasLeft } from '../ledger/withdrawals.ts'
import type { CommandOf } from './commands.ts'
import { accept, type Decision, refuse } from './decision.ts'
import { entrantsOf } from './entrants.ts'
import { isRefusal, placeOf, sheetClosed } from './guards.ts'
import type { Refusal } from './refusals.ts'
import { orderOf } from './rundown.ts'
import { judgeOfSeat, type SeatId } from './seats.ts'

type From = CommandOf<'releaseJudge'>['from']
interface Place {
  readonly round: string
  readonly team: string
}

/** */
export function releaseJudge(state: State, { judge, reason, from }: CommandOf<'releaseJudge'>): Decision {
  if (!isJudge(state, judge)) return refuse({ code: 'reference-unknown', field: 'judge', id: judge })
  if (state.absences.has(judge)) return refuse({ code: 'judge-away', judge })
  const fault = faultOf(state, from)
  if (fault) return refuse(fault)
  return accept({ type: 'judge-left', judge, reason, rounds: byRound(toMark(state, judge, from)) })
}

/** */
export function recallJudge(state: State, seat: SeatId, { judge, reason }: CommandOf<'recallJudge'>): Decision {
  if (!isJudge(state, judge)) return refuse({ code: 'reference-unknown', field: 'judge', id: judge })
  const absence = state.absences.get(judge)
  if (!absence) return refuse({ code: 'judge-not-away', judge })
  // Who is excused may compare the others' marks, and must not mark after that by an own act.
  if (judgeOfSeat(seat) === judge) return refuse({ code: 'second-person-required' })
  const { stageOfRound } = lookupsOf(definitionOf(state))
  const open = [...absence.places].map(placeOfKey).filter(({ round, team }) => {
    const stage = stageOfRound.get(round)
    const isCertified = stage !== undefined && state.certified.has(stage.id)
    // A sheet that could not be given any more would be missing for ever.
    return !isCertified && !sheetClosed(state, round, team, judge)
  })
  return accept({ type: 'judge-returned', judge, reason, rounds: byRound(open) })
}

/** A definition that comes while judges are away may bring teams and rounds that they would have to mark: they are away from these too. */
export function awayUnder(state: State, wanted: Definition): FactBody[] {
  const changed: State = { ...state, public: { ...state.public, definition: wanted } }
  return [...state.absences].flatMap(([judge, { reason }]): FactBody[] => {
    const before = new Set(panelPlaces(definitionOf(state), judge))
    const fresh = toMark(changed, judge, undefined).filter(({ round, team }) => !before.has(roundTeam(round, team)))
    return fresh.length === 0 ? [] : [{ type: 'judge-left', judge, reason, rounds: byRound(fresh) }]
  })
}

function isJudge(state: State, judge: string): boolean {
  return lookupsOf(definitionOf(state)).judges.has(judge)
}

function faultOf(state: State, from: From): Refusal | undefined {
  if (from === undefined) return undefined
  if (from.team === undefined) {
    const known = lookupsOf(definitionOf(state)).rounds.has(from.round)
    return known ? undefined : { code: 'reference-unknown', field: 'round', id: from.round }
  }
  const place = placeOf(state, { round: from.round, team: from.team })
  return isRefusal(place) ? place : undefined
}

/** What the judge would still have to mark, from a round on, or from a team of it on in the running order. */
function toMark(state: State, judge: string, from: From): Place[] {
  const { stages } = definitionOf(state)
  const { panelSets } = lookupsOf(definitionOf(state))
  const rounds = stages.flatMap((stage) => stage.rounds.map((round) => ({ stage, round })))
  const first = from === undefined ? 0 : rounds.findIndex(({ round }) => round.id === from.round)
  return rounds.slice(first).flatMap(({ stage, round }) => {
    if (state.certified.has(stage.id) || !panelSets.get(round.id)?.has(judge)) return []
    const order = from?.round === round.id && from.team !== undefined ? orderOf(state, round) : []
    const passed = new Set(order.slice(0, order.indexOf(from?.team ?? '')))
    return teamsOf(state, stage.id)
      .filter((team) => !passed.has(team) && !hasLeft(state, stage.id, team))
      .filter((team) => !sheetOf(state, round.id, team, judge) && !isExcused(state, round.id, team, judge))
      .map((team) => ({ round: round.id, team }))
  })
}

/** Until it is settled who comes on to a stage, everybody who may. */
function teamsOf(state: State, id: string): readonly string[] {
  const { stages, entrants } = lookupsOf(definitionOf(state))
  const stage = stages.get(id)
  return stage && state.qualified.has(id) ? entrantsOf(state, stage) : (entrants.get(id) ?? [])
}

function panelPlaces(definition: Definition, judge: string): RoundTeam[] {
  const { places, panelSets } = lookupsOf(definition)
  return [...places].flatMap(([round, teams]) => (panelSets.get(round)?.has(judge) ? teams.map(({ key }) => key) : []))
}

function placeOfKey(key: RoundTeam): Place {
  const [round = '', team = ''] = key.split('/')
  return { round, team }
}

function byRound(places: readonly Place[]): { round: string; teams: string[] }[] {
  const rounds = new Map<string, string[]>()
  for (const { round, team } of places) rounds.set(round, [...(rounds.get(round) ?? []), team])
  return [...rounds].map(([round, teams]) => ({ round, teams }))
}
