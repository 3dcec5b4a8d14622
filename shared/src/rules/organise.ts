/** The organiser's commands: replace a judge, ask to reopen a stage; what may be changed in a definition stands in `redefine.ts`. */
import type { Definition } from '../contest/definition.ts'
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
