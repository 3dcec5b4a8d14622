/**
 * The fold: how each fact changes the state. The only code that changes a state.
 *
 * It trusts the ledger: a fact that was accepted once is applied for ever, whatever today's rules say. It never computes a score,
 * so that a bug in a formula cannot corrupt history, and it never refuses.
 */
import type { Commit, Head } from './commit.ts'
import { evolveAbsences } from './evolve-absences.ts'
import { evolveDesk } from './evolve-desk.ts'
import { evolveSheets, touchScore } from './evolve-sheets.ts'
import { evolveShow } from './evolve-show.ts'
import type { Fact } from './facts.ts'
import { put } from './grouped.ts'
import type { Moment } from './moment.ts'
import type { State } from './state.ts'

/** Applies one commit in place: its facts, then the head and the answer to its command. */
export function evolve(state: State, commit: Commit<Fact>): void {
  const head: Head = { number: commit.number, hash: commit.hash }
  for (const fact of commit.facts) evolveFact(state, fact, { at: commit.at, head, by: commit.by })
  const digest = commit.facts[0]?.digest
  if (digest !== undefined) put(state.accepted, commit.by, commit.commandId, { digest, commit: head })
  state.head = head
  state.at = commit.at
}

function evolveFact(state: State, fact: Fact, moment: Moment): void {
  switch (fact.type) {
    case 'contest-created':
    case 'contest-redefined':
      state.public.definition = fact.definition
      state.definitionHash = fact.definitionHash
      for (const key of state.scoreVersions.keys()) {
        const [round = '', team = ''] = key.split('/')
        touchScore(state, round, team, moment.head)
      }
      return
    case 'judge-replaced':
      replaceJudge(state, fact.judge, fact.name)
      return
    case 'link-issued':
      state.seats.set(fact.seat, { codeHash: fact.codeHash, sessions: new Set(), driving: null })
      return
    case 'session-opened':
      openSession(state, fact.seat, fact.tokenHash)
      return
    case 'cue-taken':
    case 'cue-taken-back':
    case 'scene-shown':
    case 'timer-started':
    case 'timer-paused':
    case 'timer-reset':
      evolveShow(state, fact, moment.at)
      return
    case 'sheet-submitted':
    case 'sheet-entered':
    case 'sheet-reopened':
    case 'judge-excused':
    case 'judge-recused':
    case 'excuse-withdrawn':
      evolveSheets(state, fact, moment)
      return
    case 'judge-left':
    case 'judge-returned':
      evolveAbsences(state, fact, moment)
      return
    default:
      evolveDesk(state, fact, moment)
  }
}

function replaceJudge(state: State, judge: string, name: string): void {
  const definition = state.public.definition
  if (!definition) return
  const judges = definition.judges.map((each) => (each.id === judge ? { ...each, name } : each))
  state.public.definition = { ...definition, judges }
}

function openSession(state: State, seat: string, tokenHash: string): void {
  const before = state.seats.get(seat)
  if (!before) return
  state.seats.set(seat, { ...before, sessions: new Set([...before.sessions, tokenHash]), driving: tokenHash })
  state.sessions.set(tokenHash, seat)
}
