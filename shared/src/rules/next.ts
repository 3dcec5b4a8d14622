/**
 * What the MC may take now: the next cue, where it may be passed over the one after it, and what was left pending.
 * It only reads; `take` asks the same question again when the command comes.
 */
import { lookupsOf } from '../contest/lookups.ts'
import { announcedOf } from '../ledger/announced.ts'
import { roundTeam } from '../ledger/keys.ts'
import { definitionOf, type State } from '../ledger/state.ts'
import { announcedAward } from './awards.ts'
import { takesQualifiers } from './entrants.ts'
import type { Refusal } from './refusals.ts'
import { changedScores, freshIn, tableChanged } from './reveal.ts'
import { type Cue, isSkippable, orderIsMissing, rundownOf } from './rundown.ts'
import { missingOf } from './scores.ts'

export interface Offer {
  readonly cue: Cue
  /** Why it cannot be taken now; null when it can. */
  readonly block: Refusal | null
}

export interface Next {
  readonly next: Offer | null
  readonly skipTo: Offer | null
  readonly pending: readonly Offer[]
  /** Every cue that may be taken if nothing blocks it, the next one first. */
  readonly allowed: readonly Cue[]
  readonly rundown: readonly Cue[]
}

export function nextOf(state: State): Next {
  const rundown = rundownOf(state)
  const cursor = rundown.findLastIndex((cue) => state.taken.has(cue.id))
  const ahead: Cue[] = []
  for (const cue of rundown.slice(cursor + 1)) {
    if (isOpenGate(state, cue)) continue
    ahead.push(cue)
    if (!isSkippable(cue)) break
  }
  const pending = [...pendingScores(state, rundown.slice(0, cursor + 1)), ...corrections(state)]
  const [next, after] = ahead
  return {
    next: next ? offer(state, next) : null,
    skipTo: after ? offer(state, after) : null,
    pending: pending.map((cue) => offer(state, cue)),
    allowed: [...ahead, ...pending],
    rundown,
  }
}

/** A certified stage needs no cue for it. It moves no other: what the MC is about to press must not change under the hand (U-20). */
function isOpenGate(state: State, cue: Cue): boolean {
  return cue.step === 'certify' && state.certified.has(cue.stage)
}

function pendingScores(state: State, passed: readonly Cue[]): Cue[] {
  const { scores } = announcedOf(state.public.onAir)
  return passed.filter(
    (cue) =>
      cue.step === 'score' &&
      !state.taken.has(cue.id) &&
      !scores.has(roundTeam(cue.round, cue.team)) &&
      !hasFinalRow(state, cue.stage, cue.team),
  )
}

/** Once a team's certified row was told, its scores change with its row alone, so that both always agree. */
function hasFinalRow(state: State, stage: string, team: string): boolean {
  return announcedOf(state.public.onAir).rows.get(roundTeam(stage, team))?.certified === true
}

/** Corrections of what was announced: scores first, then certified tables. */
export function corrections(state: State): Cue[] {
  const { stageOfRound } = lookupsOf(definitionOf(state))
  const scores = changedScores(state).flatMap(({ round, team }): Cue[] => {
    const stage = stageOfRound.get(round)?.id ?? ''
    if (hasFinalRow(state, stage, team)) return []
    return [{ id: `${round}/${team}/correction`, step: 'correction', stage, round, team }]
  })
  const tables = definitionOf(state)
    .stages.filter((stage) => tableChanged(state, stage))
    .map((stage): Cue => ({ id: `${stage.id}/correction`, step: 'table-correction', stage: stage.id }))
  return [...scores, ...tables]
}

function offer(state: State, cue: Cue): Offer {
  return { cue, block: blockOf(state, cue) }
}

/** Why a cue cannot be taken now, whoever asks; null when nothing is in its way. */
export function blockOf(state: State, cue: Cue): Refusal | null {
  const lookups = lookupsOf(definitionOf(state))
  switch (cue.step) {
    case 'title':
    case 'marking':
    case 'session':
      return null
    case 'qualifiers':
      return unsettled(state, cue.stage)
    case 'award':
      return awardBlock(state, cue.stage, cue.award)
    case 'line-up':
    case 'intro':
    case 'perform': {
      const open = unsettled(state, cue.stage)
      if (open) return open
      const round = lookups.rounds.get(cue.round)
      return round && orderIsMissing(state, round) ? { code: 'order-missing', round: round.id } : null
    }
    case 'score':
    case 'correction':
    case 'standings':
    case 'overall': {
      const missing = freshIn(state, cue).flatMap(({ round, team }) => missingOf(state, round, team) ?? [])
      return missing.length > 0 ? { code: 'sheets-missing', missing } : null
    }
    case 'certify':
    case 'place':
    case 'final':
    case 'table-correction':
      return state.certified.has(cue.stage) ? null : { code: 'not-certified', stage: cue.stage }
  }
}

/** A stage whose qualifiers nobody has settled has no teams to call. */
function unsettled(state: State, id: string): Refusal | null {
  const stage = lookupsOf(definitionOf(state)).stages.get(id)
  const waits = stage !== undefined && takesQualifiers(stage) && !state.qualified.has(id)
  return waits ? { code: 'entrants-unsettled', stage: id } : null
}

/** A side award is announced once the table is certified, and somebody has it. */
function awardBlock(state: State, stage: string, award: string): Refusal | null {
  if (!state.certified.has(stage)) return { code: 'not-certified', stage }
  return (announcedAward(state, stage, award)?.teams.length ?? 0) > 0 ? null : { code: 'award-unpicked', award }
}
