/**
 * Changing the definition of a contest: as it likes before the show, later only in what no number rests on that was recorded, announced or
 * certified. What is compared is everything but texts (`changes.ts`), so that a rule which is new cannot be forgotten here.
 */
import { crossChecks } from '../contest/cross-checks.ts'
import type { Definition, Round, Stage } from '../contest/definition.ts'
import { lookupsOf } from '../contest/lookups.ts'
import type { Sha256 } from '../ledger/commit.ts'
import { each } from '../ledger/grouped.ts'
import { roundTeam } from '../ledger/keys.ts'
import { definitionOf, type State } from '../ledger/state.ts'
import { awayUnder } from './absences.ts'
import { firstChange } from './changes.ts'
import type { CommandOf } from './commands.ts'
import { accept, type Decision, refuse } from './decision.ts'
import { definitionHash } from './organise.ts'

/** */
export function redefine(state: State, command: CommandOf<'redefine'>, context: { sha256: Sha256 }): Decision {
  const { definition } = command
  const problems = crossChecks(definition)
  if (problems.length > 0) return refuse({ code: 'definition-invalid', problems })
  const path = isUnderWay(state) ? firstFrozenChange(state, definition) : firstLostPoint(state, definition)
  if (path !== undefined) return refuse({ code: 'definition-in-use', path })
  return accept(
    { type: 'contest-redefined', definition, definitionHash: definitionHash(definition, context.sha256) },
    ...awayUnder(state, definition),
  )
}

/**
 * A performance that was taken back has begun all the same: its sheets may be in. What the secretary tallies needs no stage, so that a table may
 * be certified, and ties decided, before the first cue.
 */
function isUnderWay(state: State): boolean {
  const { taken, performed, certified, formerTables, ties, questions, cuts, qualified } = state
  return [taken, performed, certified, formerTables, ties, questions, cuts, qualified].some(({ size }) => size > 0)
}

/** Before the show anything may change but the id, and what points were already recorded under: they must still fit. */
function firstLostPoint(state: State, wanted: Definition): string | undefined {
  if (wanted.id !== state.contest) return 'id'
  const { rounds, stageOfRound, entrants } = lookupsOf(wanted)
  for (const [index, stage] of definitionOf(state).stages.entries()) {
    for (const [place, round] of stage.rounds.entries()) {
      const teams = teamsWithPoints(state, round)
      if (teams.length === 0) continue
      const at = `stages[${index}].rounds[${place}]`
      const path = firstChange(round, rounds.get(round.id), 'rounds')
      if (path !== undefined) return `${at}${path}`
      const still = entrants.get(stageOfRound.get(round.id)?.id ?? '') ?? []
      if (!teams.every((team) => still.includes(team))) return at
    }
  }
  return undefined
}

/** The teams that points, a factor or a time were recorded for in a round. */
function teamsWithPoints(state: State, { id }: Round): string[] {
  const keys = [...state.tallies.keys(), ...state.times.keys(), ...state.factors.keys()].map((key) => key.split('/'))
  const lines = [...state.deductions.values(), ...state.bonuses.values()].map(({ round, team }) => [round, team])
  return [...keys, ...lines].flatMap(([round, team]) => (round === id && team !== undefined ? [team] : []))
}

/** Once it is under way: texts may change, and what has not begun; the first other difference is named. */
function firstFrozenChange(state: State, wanted: Definition): string | undefined {
  const before = definitionOf(state)
  const around = firstChange(aroundStages(state, before), aroundStages(state, wanted), '')
  if (around !== undefined) return around.slice(1)
  const ids = (definition: Definition) => definition.stages.map(({ id }) => id)
  if (firstChange(ids(before), ids(wanted), '') !== undefined) return 'stages'
  for (const [index, stage] of before.stages.entries()) {
    const path = changeInStage(state, stage, wanted.stages[index])
    if (path !== undefined) return `stages[${index}]${path}`
  }
  return undefined
}

/** What stands beside the stages. A team's group or category may be put right as long as no stage that has begun ranks by it. */
function aroundStages(state: State, definition: Definition): object {
  const ranked = definitionOf(state).stages.filter((stage) => hasStageBegun(state, stage))
  const isRanked = (by: 'group' | 'category') => ranked.some(({ separately }) => separately === by)
  const teams = definition.teams.map(({ group, category, ...team }) => ({
    ...team,
    ...(isRanked('group') ? { group } : {}),
    ...(isRanked('category') ? { category } : {}),
  }))
  return { ...definition, teams, stages: [] }
}

function changeInStage(state: State, before: Stage, wanted: Stage | undefined): string | undefined {
  if (!hasStageBegun(state, before)) return changeOfEntrants(state, before, wanted)
  if (!wanted) return ''
  const closed = isClosed(state, before)
  // Who wins what is made of the table, and frozen with it. Until then, and until somebody was given one, awards are plans.
  const planned = !closed && ![...state.picked.keys()].some((key) => key.startsWith(`${before.id}/`))
  const rules = ({ rounds: _, awards, ...rest }: Stage) => (planned ? rest : { ...rest, awards })
  const path = firstChange(rules(before), rules(wanted), 'stages')
  return path ?? changeInRounds(state, before, wanted, closed)
}

function changeInRounds(state: State, before: Stage, wanted: Stage, closed: boolean): string | undefined {
  for (const [index, round] of before.rounds.entries()) {
    if (!closed && !hasBegun(state, round)) continue
    const path = firstChange(round, wanted.rounds[index], 'rounds')
    if (path !== undefined) return `.rounds[${index}]${path}`
  }
  return closed && wanted.rounds.length > before.rounds.length ? `.rounds[${before.rounds.length}]` : undefined
}

/** Who comes on to a stage may be settled before it begins. */
function changeOfEntrants(state: State, before: Stage, wanted: Stage | undefined): string | undefined {
  if (!state.qualified.has(before.id) && !state.cuts.has(before.id)) return undefined
  const path = firstChange(before.entrants, wanted?.entrants, 'entrants')
  return path === undefined ? undefined : `.entrants${path}`
}

/** Ties are decided, drawn and asked about over the whole stage, whatever its rounds have seen. */
function hasStageBegun(state: State, stage: Stage): boolean {
  const asked = [...state.questions.keys()].some((key) => key.startsWith(`${stage.id}/`))
  const parted = asked || state.ties.has(stage.id)
  return parted || isClosed(state, stage) || stage.rounds.some((round) => hasBegun(state, round))
}

/** A certified table is of exactly these rounds; once its ceremony has begun, the cues of another one would come too late. */
function isClosed(state: State, { id, awards }: Stage): boolean {
  const ceremony = [`${id}/place/`, `${id}/final`, ...awards.map((award) => `${id}/${award.id}/award`)]
  return state.certified.has(id) || [...state.taken].some((cue) => ceremony.some((start) => cue.startsWith(start)))
}

/** A round has begun when one of its cues was taken, its order was made, a team performed or something was recorded in it. */
function hasBegun(state: State, round: Round): boolean {
  const prefix = `${round.id}/`
  const recorded = [state.taken, state.performed, state.sheets.keys(), excusedPlaces(state)]
  if (state.orders.has(round.id) || teamsWithPoints(state, round).length > 0) return true
  return recorded.some((keys) => [...keys].some((key) => key.startsWith(prefix)))
}

/** A judge who has left is excused from all that is still to come, and nothing of it has begun by that. */
function excusedPlaces(state: State): string[] {
  return [...each(state.excused)].flatMap(([key]) => {
    const [round = '', team = '', judge = ''] = key.split('/')
    return state.absences.get(judge)?.places.has(roundTeam(round, team)) ? [] : [key]
  })
}
