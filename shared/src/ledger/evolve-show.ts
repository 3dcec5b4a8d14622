/**
 * The part of the fold that the hall sees: what is on air, and the stopwatch.
 * It takes values from the facts as they were frozen and looks nothing up.
 */

import { beginProgress } from './evolve-sheets.ts'
import type { FactOf } from './facts.ts'
import { roundTeam } from './keys.ts'
import type { State, Timer } from './state.ts'

export type ShowFact = FactOf<
  'cue-taken' | 'cue-taken-back' | 'scene-shown' | 'timer-started' | 'timer-paused' | 'timer-reset'
>

export function evolveShow(state: State, fact: ShowFact, at: number): void {
  const { onAir, timer } = state.public
  switch (fact.type) {
    case 'cue-taken':
      takeCue(state, fact, at)
      return
    case 'cue-taken-back':
      onAir.pop()
      state.exactScores.pop()
      state.taken.delete(fact.cue)
      return
    case 'scene-shown':
      onAir.push({ cue: `show/${fact.scene.kind}`, scene: fact.scene, reveals: [] })
      state.exactScores.push([])
      return
    case 'timer-started':
      state.public.timer = started(timer, fact.round, fact.team, at)
      return
    case 'timer-paused':
      state.public.timer = timer && paused(timer, at)
      return
    case 'timer-reset':
      state.public.timer = { round: fact.round, team: fact.team, elapsedMs: 0, startedAt: null }
  }
}

function takeCue(state: State, fact: FactOf<'cue-taken'>, at: number): void {
  const { scene } = fact
  state.public.onAir.push({ cue: fact.cue, scene, reveals: fact.reveals })
  state.exactScores.push(fact.exact ?? [])
  state.taken.add(fact.cue)
  for (const reveal of fact.reveals) {
    if (reveal.kind === 'score') state.known.add(roundTeam(reveal.round, reveal.team))
    else if (reveal.kind === 'row')
      for (const round of Object.keys(reveal.rounds)) state.known.add(roundTeam(round, reveal.team))
  }
  if (scene.kind === 'performance') {
    state.performed.add(roundTeam(scene.round, scene.team))
    beginProgress(state, scene.round, scene.team)
    state.public.timer = { round: scene.round, team: scene.team, elapsedMs: 0, startedAt: at }
  } else if (scene.kind === 'progress') {
    state.public.timer = state.public.timer && paused(state.public.timer, at)
  }
}

function started(timer: Timer | null, round: string, team: string, at: number): Timer {
  if (timer?.round === round && timer.team === team) {
    return timer.startedAt === null ? { ...timer, startedAt: at } : timer
  }
  return { round, team, elapsedMs: 0, startedAt: at }
}

/** The stopwatch standing still, with what it has counted. */
export function paused(timer: Timer, at: number): Timer {
  if (timer.startedAt === null) return timer
  return { ...timer, elapsedMs: timer.elapsedMs + (at - timer.startedAt), startedAt: null }
}
