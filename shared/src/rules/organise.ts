/** The organiser's commands: change the definition as far as the contest allows, replace a judge, ask to reopen a stage. */
import { crossChecks } from '../contest/cross-checks.ts'
import type { Definition, Round, Stage } from '../contest/definition.ts'
import { lookupsOf } from '../contest/lookups.ts'
import type { Sha256 } from '../ledger/commit.ts'
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
  const path = hasShowBegun(state) ? firstFrozenChange(state, definition) : changedId(state, definition)
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

function changedId(state: State, wanted: Definition): string | undefined {
  return wanted.id === state.contest ? undefined : 'id'
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
  const begun = before.rounds.filter((round) => hasBegun(state, round))
  if (begun.length === 0 && !state.certified.has(before.id)) return undefined
  for (const field of ['entrants', 'rounding', 'compare', 'ranking', 'tieBreaks', 'reveal'] as const) {
    if (!same(before[field], wanted[field])) return `.${field}`
  }
  for (const [index, round] of before.rounds.entries()) {
    if (!hasBegun(state, round)) continue
    const other = wanted.rounds[index]
    if (!other || !same(withoutTexts(round), withoutTexts(other))) return `.rounds[${index}]`
  }
  return undefined
}

/** A round has begun when one of its cues was taken, its order was made, a team performed or something was recorded in it. */
function hasBegun(state: State, round: Round): boolean {
  const prefix = `${round.id}/`
  const recorded = [state.taken, state.performed, state.sheets.keys(), state.tallies.keys(), state.excused.keys()]
  return state.orders.has(round.id) || recorded.some((keys) => [...keys].some((key) => key.startsWith(prefix)))
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
