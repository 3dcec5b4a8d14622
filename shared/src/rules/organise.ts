/** The organiser's commands: change the definition as far as the contest allows, replace a judge, ask to reopen a stage. */
import { crossChecks } from '../contest/cross-checks.ts'
import type { Definition, Round, Stage } from '../contest/definition.ts'
import { lookupsOf } from '../contest/lookups.ts'
import type { Sha256 } from '../ledger/commit.ts'
import { each } from '../ledger/grouped.ts'
import { definitionOf, type State } from '../ledger/state.ts'
import type { CommandOf } from './commands.ts'
import { accept, type Decision, refuse } from './decision.ts'
import { nextRequestId, waitingRequest } from './requests.ts'

/** The hash under which a definition is certified: over its JSON with every default filled in. */
export function definitionHash(definition: Definition, sha256: Sha256): string {
  return sha256(JSON.stringify(definition))
}

export function redefine(state: State, command: CommandOf<'redefine'>, context: { sha256: Sha256 }): Decision {
  const { definition } = command
  const problems = crossChecks(definition)
  if (problems.length > 0) return refuse({ code: 'definition-invalid', problems })
  const path = hasShowBegun(state) ? firstFrozenChange(state, definition) : firstLostPoint(state, definition)
  if (path !== undefined) return refuse({ code: 'definition-in-use', path })
  return accept({
    type: 'contest-redefined',
    definition,
    definitionHash: definitionHash(definition, context.sha256),
  })
}

/** A performance that was taken back has begun all the same: its sheets may be in. */
function hasShowBegun(state: State): boolean {
  return state.taken.size > 0 || state.performed.size > 0
}

/** Before the show anything may change but the id, and what points were already recorded under: they must still fit. */
function firstLostPoint(state: State, wanted: Definition): string | undefined {
  if (wanted.id !== state.contest) return 'id'
  for (const [index, stage] of definitionOf(state).stages.entries()) {
    const place = stage.rounds.findIndex((round) => !keepsPoints(state, round, wanted))
    if (place >= 0) return `stages[${index}].rounds[${place}]`
  }
  return undefined
}

/** The round is still there with its rules, and so are the teams that points were recorded for. */
function keepsPoints(state: State, round: Round, wanted: Definition): boolean {
  const teams = teamsWithPoints(state, round)
  if (teams.length === 0) return true
  const { rounds, stageOfRound, entrants } = lookupsOf(wanted)
  const [other, stage] = [rounds.get(round.id), stageOfRound.get(round.id)]
  if (!other || !stage || !same(withoutTexts(round), withoutTexts(other))) return false
  return teams.every((team) => entrants.get(stage.id)?.includes(team))
}

/** The teams that points or a time were recorded for in a round. */
function teamsWithPoints(state: State, { id }: Round): string[] {
  const keys = [...state.tallies.keys(), ...state.times.keys()].map((key) => key.split('/'))
  const lines = [...state.deductions.values(), ...state.bonuses.values()].map(({ round, team }) => [round, team])
  return [...keys, ...lines].flatMap(([round, team]) => (round === id && team !== undefined ? [team] : []))
}

/** Once a cue was taken: texts may change, and rounds that have not begun; the first other difference is named. */
function firstFrozenChange(state: State, wanted: Definition): string | undefined {
  const before = definitionOf(state)
  if (wanted.id !== before.id) return 'id'
  if (!sameIds(before.teams, wanted.teams)) return 'teams'
  if (!sameIds(before.judges, wanted.judges)) return 'judges'
  const heads = (definition: Definition) => definition.judges.map((judge) => judge.head)
  if (!same(heads(before), heads(wanted))) return 'judges'
  if (!sameIds(before.stages, wanted.stages)) return 'stages'
  for (const [index, stage] of before.stages.entries()) {
    const other = wanted.stages[index]
    const path = other ? changeInStage(state, stage, other) : ''
    if (path !== undefined) return `stages[${index}]${path}`
  }
  return undefined
}

function changeInStage(state: State, before: Stage, wanted: Stage): string | undefined {
  const closed = isClosed(state, before)
  if (!closed && !before.rounds.some((round) => hasBegun(state, round))) return undefined
  for (const field of ['entrants', 'rounding', 'compare', 'ranking', 'tieBreaks', 'reveal'] as const) {
    if (!same(before[field], wanted[field])) return `.${field}`
  }
  for (const [index, round] of before.rounds.entries()) {
    if (!closed && !hasBegun(state, round)) continue
    const other = wanted.rounds[index]
    if (!other || !same(withoutTexts(round), withoutTexts(other))) return `.rounds[${index}]`
  }
  return closed && wanted.rounds.length > before.rounds.length ? `.rounds[${before.rounds.length}]` : undefined
}

/** A certified table is of exactly these rounds; once its ceremony has begun, the cues of another one would come too late. */
function isClosed(state: State, { id }: Stage): boolean {
  const ceremony = [`${id}/place/`, `${id}/final`]
  return state.certified.has(id) || [...state.taken].some((cue) => ceremony.some((start) => cue.startsWith(start)))
}

/** A round has begun when one of its cues was taken, its order was made, a team performed or something was recorded in it. */
function hasBegun(state: State, round: Round): boolean {
  const prefix = `${round.id}/`
  const excused = [...each(state.excused)].map(([key]) => key)
  const recorded = [state.taken, state.performed, state.sheets.keys(), excused]
  if (state.orders.has(round.id) || teamsWithPoints(state, round).length > 0) return true
  return recorded.some((keys) => [...keys].some((key) => key.startsWith(prefix)))
}

function withoutTexts(round: Round): object {
  return { ...round, title: '', criteria: round.criteria.map((criterion) => ({ ...criterion, title: '' })) }
}

function sameIds(before: readonly { id: string }[], wanted: readonly { id: string }[]): boolean {
  return same(
    before.map(({ id }) => id),
    wanted.map(({ id }) => id),
  )
}

/** Both sides come out of the same schema, so that equal values have equal JSON. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

export function replaceJudge(state: State, command: CommandOf<'replaceJudge'>): Decision {
  const { judge, name } = command
  if (!lookupsOf(definitionOf(state)).judges.has(judge)) {
    return refuse({ code: 'reference-unknown', field: 'judge', id: judge })
  }
  return accept({ type: 'judge-replaced', judge, name })
}

export function reopenStage(state: State, command: CommandOf<'reopenStage'>): Decision {
  const { stage, reason } = command
  if (!lookupsOf(definitionOf(state)).stages.has(stage)) {
    return refuse({ code: 'reference-unknown', field: 'stage', id: stage })
  }
  if (!state.certified.has(stage)) return refuse({ code: 'not-certified', stage })
  const waiting = waitingRequest(state, (act) => act.kind === 'reopen-stage' && act.stage === stage)
  if (waiting) return refuse({ code: 'request-waiting', request: waiting.id })
  return accept({ type: 'stage-reopen-requested', request: nextRequestId(state), stage, reason })
}
