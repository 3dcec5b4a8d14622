/**
 * What a cue shows and reveals: the scene, and the values frozen into the fact. Only `take` asks for them. Which scores a cue tells anew
 * is said in one place, `freshIn`, and they alone can hold it up. The ceremony takes every row from the certified table.
 */
import type { Stage } from '../contest/definition.ts'
import { lookupsOf } from '../contest/lookups.ts'
import { announcedOf } from '../ledger/announced.ts'
import { roundTeam } from '../ledger/keys.ts'
import type { RowReveal, Scene } from '../ledger/reveals.ts'
import { definitionOf, type State } from '../ledger/state.ts'
import { hasLeft } from '../ledger/withdrawals.ts'
import { scoreReveal } from './announcements.ts'
import { announcedAward, changedAwards } from './awards.ts'
import { competingIn } from './entrants.ts'
import { type Cue, orderOf } from './rundown.ts'
import { type Performer, type Telling, tellScores, tellTables } from './tables.ts'

export interface Shown extends Telling {
  readonly scene: Scene
}

/** The scene of a cue with its reveals; `certify` has none, since the head judge's act takes its place. */
export function showCue(state: State, cue: Exclude<Cue, { step: 'certify' }>): Shown {
  const lookups = lookupsOf(definitionOf(state))
  const stage = lookups.stages.get(cue.stage)
  if (!stage) throw new Error(`cue ${cue.id} belongs to no stage`)
  switch (cue.step) {
    case 'title':
      return bare({ kind: 'title', stage: stage.id })
    case 'session':
      return bare({ kind: 'session', session: cue.session })
    case 'qualifiers':
      return bare({ kind: 'qualifiers', stage: stage.id, teams: [...competingIn(state, stage)] })
    case 'award':
      return awardShown(state, stage, cue)
    case 'line-up':
      return bare({ kind: 'line-up', round: cue.round, teams: [...running(state, cue.round)] })
    case 'intro':
      return bare({ kind: 'team', round: cue.round, team: cue.team, ...placeIn(state, cue.round, cue.team) })
    case 'perform':
      return bare({ kind: 'performance', round: cue.round, team: cue.team, ...placeIn(state, cue.round, cue.team) })
    case 'marking':
      return bare({ kind: 'progress', round: cue.round, team: cue.team })
    case 'score':
      return interim(state, stage, cue, { kind: 'score', round: cue.round, team: cue.team })
    case 'correction':
      return interim(state, stage, cue, { kind: 'score', round: cue.round, team: cue.team, correction: true })
    case 'standings':
      return interim(state, stage, cue, { kind: 'round-standings', round: cue.round })
    case 'overall':
      return interim(state, stage, cue, { kind: 'standings', stage: stage.id, final: false })
    case 'place':
      return ceremonyPlace(state, stage, cue)
    case 'final':
    case 'table-correction':
      return finalTable(state, stage, cue)
  }
}

/** The scores that a cue tells anew, from what is recorded now: what is missing of them holds it up (U-6). */
export function freshIn(state: State, cue: Cue): readonly Performer[] {
  const stage = lookupsOf(definitionOf(state)).stages.get(cue.stage)
  if (!stage) return []
  switch (cue.step) {
    case 'score':
    case 'correction':
      return [{ round: cue.round, team: cue.team }]
    case 'standings': {
      if (stage.reveal !== 'after-round') return []
      const { scores } = announcedOf(state.public.onAir)
      const untold = competingIn(state, stage).filter((team) => !scores.has(roundTeam(cue.round, team)))
      return untold.map((team) => ({ round: cue.round, team }))
    }
    case 'place': {
      const team = rankedRows(state, stage)[cue.place - 1]?.team
      return changedIn(state, stage).filter((changed) => changed.team === team)
    }
    case 'final':
    case 'table-correction':
      return changedIn(state, stage)
    default:
      return []
  }
}

function interim(state: State, stage: Stage, cue: Cue, scene: Scene): Shown {
  const fresh = freshIn(state, cue)
  const standings = cue.step === 'overall' || (stage.reveal === 'live' && fresh.length > 0)
  const ranked = cue.step === 'standings' ? { ranked: cue.round } : {}
  return { scene, ...tellTables(state, stage, fresh, { ...ranked, standings }) }
}

/** Certified rows, with the announced scores that they contain and that have changed since: rows and scores agree. */
function certified(state: State, stage: Stage, cue: Cue, scene: Scene, rows: readonly RowReveal[]): Shown {
  const { reveals, exact } = tellScores(state, stage, freshIn(state, cue))
  return { scene, reveals: [...reveals, ...rows], exact }
}

function finalTable(state: State, stage: Stage, cue: Cue): Shown {
  const scene = { kind: 'standings', stage: stage.id, final: true } as const
  const { reveals, exact } = certified(state, stage, cue, scene, certifiedRows(state, stage))
  return { scene, reveals: [...reveals, ...changedAwards(state, stage)], exact }
}

function ceremonyPlace(state: State, stage: Stage, cue: Extract<Cue, { step: 'place' }>): Shown {
  const ranked = rankedRows(state, stage)
  const row = ranked[cue.place - 1]
  if (!row) throw new Error(`the certified table of ${stage.id} has no place ${cue.place}`)
  const scene = ceremonyScene(stage, row, cue, ranked)
  return certified(state, stage, cue, scene, [row])
}

/** In a group by itself a place is counted within the group; the first place called of all empties the tables of before. */
function ceremonyScene(
  stage: Stage,
  { team, category }: RowReveal,
  cue: Extract<Cue, { step: 'place' }>,
  ranked: readonly RowReveal[],
): Scene {
  const base = { kind: 'ceremony', stage: stage.id, team } as const
  if (category === undefined) return { ...base, place: cue.place, of: ranked.length }
  const of = ranked.filter((row) => row.category === category).length
  const place = cue.within ?? of
  const begins = category === ranked[0]?.category && place === of
  return { ...base, place, of, category, ...(begins ? { begins } : {}) }
}

function awardShown(state: State, stage: Stage, { award }: Extract<Cue, { step: 'award' }>): Shown {
  const reveal = announcedAward(state, stage.id, award)
  if (!reveal) throw new Error(`${stage.id} has no award ${award}`)
  return { scene: { kind: 'award', stage: stage.id, award }, reveals: [reveal], exact: [] }
}

function bare(scene: Scene): Shown {
  return { scene, reveals: [], exact: [] }
}

function running(state: State, round: string): readonly string[] {
  const { rounds, stageOfRound } = lookupsOf(definitionOf(state))
  const [rules, stage] = [rounds.get(round), stageOfRound.get(round)]
  return rules && stage ? orderOf(state, rules).filter((team) => !hasLeft(state, stage.id, team)) : []
}

function placeIn(state: State, round: string, team: string): { place: number; of: number } {
  const order = running(state, round)
  return { place: order.indexOf(team) + 1, of: order.length }
}

function certifiedRows(state: State, stage: Stage): readonly RowReveal[] {
  return state.certified.get(stage.id)?.rows ?? []
}

function rankedRows(state: State, stage: Stage): readonly RowReveal[] {
  return certifiedRows(state, stage).filter((row) => row.rank !== null)
}

/** Announced scores that would be announced differently now: each is offered as a *correction*. */
export function changedScores(state: State): Performer[] {
  const changed: Performer[] = []
  const { stageOfRound } = lookupsOf(definitionOf(state))
  for (const { rank: _, ...before } of announcedOf(state.public.onAir).scores.values()) {
    const { round, team } = before
    if (hasLeft(state, stageOfRound.get(round)?.id ?? '', team)) continue
    if (JSON.stringify(before) !== JSON.stringify(scoreReveal(state, round, team))) changed.push({ round, team })
  }
  return changed
}

function changedIn(state: State, stage: Stage): Performer[] {
  return changedScores(state).filter(({ round }) => stage.rounds.some(({ id }) => id === round))
}

/**
 * True when the whole certified table was told and, certified again, says otherwise. In the middle of a ceremony nothing is corrected:
 * it begins again.
 */
export function tableChanged(state: State, stage: Stage): boolean {
  if (!state.taken.has(`${stage.id}/final`) || !state.certified.has(stage.id)) return false
  const { rows } = announcedOf(state.public.onAir)
  const differs = (row: RowReveal) => JSON.stringify(rows.get(roundTeam(stage.id, row.team))) !== JSON.stringify(row)
  const changed = changedIn(state, stage).length + changedAwards(state, stage).length
  return changed > 0 || certifiedRows(state, stage).some(differs)
}
