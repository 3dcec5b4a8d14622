/**
 * What a cue shows and reveals: the scene, and the values computed now and frozen into the fact. Only `take` calls it.
 * Interim ranks count announced scores only; the ceremony takes every value from the certified table.
 */
import type { Stage } from '../contest/definition.ts'
import { lookupsOf } from '../contest/lookups.ts'
import { announcedOf } from '../ledger/announced.ts'
import type { DecidedBy, Reveal, RevealedCut, RowReveal, Scene, ScoreReveal } from '../ledger/reveals.ts'
import { definitionOf, roundTeam, type State } from '../ledger/state.ts'
import type { Adjustment, RoundScore, StandingRow } from '../scoring/results.ts'
import { rankRound, rankStage } from '../scoring/standings.ts'
import { type Cue, orderOf } from './rundown.ts'
import { competing, entryOf, scoreOf, stageRules } from './scores.ts'

export interface Shown {
  readonly scene: Scene
  readonly reveals: readonly Reveal[]
}

/** The scene of a cue with its reveals; `certify` has none, since the head judge's act takes its place. */
export function showCue(state: State, cue: Exclude<Cue, { step: 'certify' }>): Shown {
  const lookups = lookupsOf(definitionOf(state))
  const stage = lookups.stages.get(cue.stage)
  if (!stage) throw new Error(`cue ${cue.id} belongs to no stage`)
  switch (cue.step) {
    case 'title':
      return bare({ kind: 'title', stage: stage.id })
    case 'line-up':
      return bare({ kind: 'line-up', round: cue.round, teams: [...running(state, cue.round)] })
    case 'intro':
      return bare({ kind: 'team', round: cue.round, team: cue.team, ...placeIn(state, cue.round, cue.team) })
    case 'perform':
      return bare({ kind: 'performance', round: cue.round, team: cue.team, ...placeIn(state, cue.round, cue.team) })
    case 'marking':
      return bare({ kind: 'progress', round: cue.round, team: cue.team })
    case 'score':
      return { scene: { kind: 'score', round: cue.round, team: cue.team }, reveals: teamReveals(state, stage, cue) }
    case 'correction': {
      const scene: Scene = { kind: 'score', round: cue.round, team: cue.team, correction: true }
      return { scene, reveals: teamReveals(state, stage, cue) }
    }
    case 'standings':
      return { scene: { kind: 'round-standings', round: cue.round }, reveals: roundReveals(state, stage, cue.round) }
    case 'overall':
      return { scene: { kind: 'standings', stage: stage.id, final: false }, reveals: overallReveals(state, stage) }
    case 'place':
      return ceremonyPlace(state, stage, cue.place)
    case 'final':
    case 'table-correction':
      return { scene: { kind: 'standings', stage: stage.id, final: true }, reveals: certifiedRows(state, stage) }
  }
}

function bare(scene: Scene): Shown {
  return { scene, reveals: [] }
}

function running(state: State, round: string): readonly string[] {
  const rules = lookupsOf(definitionOf(state)).rounds.get(round)
  return rules ? orderOf(state, rules).filter((team) => !state.withdrawnTeams.has(team)) : []
}

function placeIn(state: State, round: string, team: string): { place: number; of: number } {
  const order = running(state, round)
  return { place: order.indexOf(team) + 1, of: order.length }
}

/** The score of a team as it would be announced now. */
export function scoreReveal(state: State, round: string, team: string): ScoreReveal {
  const score = scoreOf(state, round, team)
  return {
    kind: 'score',
    round,
    team,
    score: score?.shown ?? null,
    deductions: score?.deductions.map(cutOf) ?? [],
    bonuses: score?.bonuses.map(cutOf) ?? [],
  }
}

function cutOf(adjustment: Adjustment): RevealedCut {
  const points = adjustment.shown
  if (adjustment.source === 'secretary') return { kind: 'line', points, reason: adjustment.reason }
  return { kind: adjustment.source, points, seconds: adjustment.seconds ?? 0 }
}

/** A score cue reveals the one score; where ranks were announced with it, or stand live, those are told anew with it. */
function teamReveals(state: State, stage: Stage, cue: { readonly round: string; readonly team: string }): Reveal[] {
  const own = scoreReveal(state, cue.round, cue.team)
  const ranked = announcedOf(state.public.onAir).scores.get(roundTeam(cue.round, cue.team))?.rank !== undefined
  const reveals: Reveal[] = ranked ? roundReveals(state, stage, cue.round) : [own]
  if (stage.reveal === 'live') reveals.push(...interimRows(state, stage, reveals))
  return reveals
}

/** The round's scores with their ranks: all of them after the round, or those that are announced where teams are told one by one. */
function roundReveals(state: State, stage: Stage, round: string): Reveal[] {
  const announced = announcedOf(state.public.onAir).scores
  const teams = competing(state, stage.id).filter(
    (team) => stage.reveal === 'after-round' || announced.has(roundTeam(round, team)),
  )
  const entries = teams.map((team) => entryOf(state, stage, team, (id) => id === round))
  const ranks = new Map(rankRound(stageRules(stage), round, entries).rows.map((row) => [row.team, row.rank]))
  return teams.map((team) => ({ ...scoreReveal(state, round, team), rank: ranks.get(team) ?? null }))
}

/** Interim standings, with any announced score that has changed since told anew, so that rows and scores always agree. */
function overallReveals(state: State, stage: Stage): Reveal[] {
  const changed = changedScores(state).filter(({ round }) => stage.rounds.some(({ id }) => id === round))
  const reveals: Reveal[] = changed.map(({ round, team }) => scoreReveal(state, round, team))
  return [...reveals, ...interimRows(state, stage, reveals)]
}

function interimRows(state: State, stage: Stage, alsoRevealed: readonly Reveal[]): RowReveal[] {
  const announced = new Set<string>(announcedOf(state.public.onAir).scores.keys())
  for (const reveal of alsoRevealed) if (reveal.kind === 'score') announced.add(roundTeam(reveal.round, reveal.team))
  const teams = competing(state, stage.id)
  const rounds = stage.rounds.map(({ id }) => id).filter((id) => teams.some((team) => announced.has(`${id}/${team}`)))
  const entries = teams.map((team) =>
    // A team announced without a score is not ranked, whatever it has in other rounds.
    rounds.some((id) => announced.has(`${id}/${team}`) && scoreOf(state, id, team) === null)
      ? { team, scores: new Map<string, RoundScore>() }
      : entryOf(state, stage, team, (round) => announced.has(`${round}/${team}`)),
  )
  const scores = new Map(entries.map((entry) => [entry.team, entry.scores]))
  const { rows } = rankStage(stageRules(stage), entries, { rounds, partial: true })
  return rows.map((row) => rowReveal(stage, row, scores.get(row.team) ?? new Map(), false))
}

/** What gave a row its place among equals, in the words of an announcement. */
export function decidedByOf({ decidedBy }: StandingRow): DecidedBy {
  return (
    decidedBy && {
      rule: decidedBy.rule,
      ...(decidedBy.round === null ? {} : { round: decidedBy.round }),
      ...(decidedBy.criterion === null ? {} : { criterion: decidedBy.criterion }),
      ...(decidedBy.reason === null ? {} : { reason: decidedBy.reason }),
    }
  )
}

/** One row to be announced, or to be certified. */
export function rowReveal(
  stage: Stage,
  row: StandingRow,
  scores: ReadonlyMap<string, RoundScore>,
  certified: boolean,
): RowReveal {
  return {
    kind: 'row',
    stage: stage.id,
    team: row.team,
    rank: row.rank,
    total: row.total?.shown ?? null,
    rounds: Object.fromEntries([...scores].map(([round, score]) => [round, score.shown])),
    decidedBy: decidedByOf(row),
    certified,
  }
}

function certifiedRows(state: State, stage: Stage): readonly RowReveal[] {
  return state.certified.get(stage.id)?.rows ?? []
}

function ceremonyPlace(state: State, stage: Stage, place: number): Shown {
  const ranked = certifiedRows(state, stage).filter((row) => row.rank !== null)
  const row = ranked[place - 1]
  if (!row) throw new Error(`the certified table of ${stage.id} has no place ${place}`)
  return {
    scene: { kind: 'ceremony', stage: stage.id, team: row.team, place, of: ranked.length },
    reveals: [row],
  }
}

/** Announced scores that would be announced differently now: each is offered as a *correction*. */
export function changedScores(state: State): { readonly round: string; readonly team: string }[] {
  const changed: { round: string; team: string }[] = []
  for (const { rank: _, ...before } of announcedOf(state.public.onAir).scores.values()) {
    const { round, team } = before
    if (state.withdrawnTeams.has(team)) continue
    if (JSON.stringify(before) !== JSON.stringify(scoreReveal(state, round, team))) changed.push({ round, team })
  }
  return changed
}

/** True when rows of a certified table were announced and the table, certified again, now says otherwise. */
export function tableChanged(state: State, stage: Stage): boolean {
  const announced = announcedOf(state.public.onAir).rows
  return certifiedRows(state, stage).some((row) => {
    const before = announced.get(roundTeam(stage.id, row.team))
    return before?.certified === true && JSON.stringify(before) !== JSON.stringify(row)
  })
}
