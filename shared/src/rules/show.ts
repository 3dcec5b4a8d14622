/** The MC's commands: take a cue, take it back, show a scene by hand, run the stopwatch. */

import { lookupsOf } from '../contest/lookups.ts'
import type { State } from '../ledger/state.ts'
import { definitionOf } from '../ledger/state.ts'
import type { CommandOf } from './commands.ts'
import { accept, type Decision, refuse } from './decision.ts'
import { blockOf, nextOf } from './next.ts'
import { showCue } from './reveal.ts'

/** The cue on air: what the next command of the MC must have seen. */
export function onAirOf(state: State): string | null {
  return state.public.onAir.at(-1)?.cue ?? null
}

export function take(state: State, command: CommandOf<'take'>): Decision {
  const onAir = onAirOf(state)
  if (command.onAir !== onAir) return refuse({ code: 'cue-moved', onAir })
  const { allowed, next, rundown } = nextOf(state)
  const cue = allowed.find((each) => each.id === command.cue)
  if (!cue) {
    const exists = rundown.some((each) => each.id === command.cue)
    if (!exists) return refuse({ code: 'reference-unknown', field: 'cue', id: command.cue })
    return refuse({ code: 'cue-out-of-turn', cue: command.cue, next: next?.cue.id ?? null })
  }
  if (cue.step === 'certify') return refuse({ code: 'gate-not-yours', cue: cue.id })
  const block = blockOf(state, cue)
  if (block) return refuse(block)
  const { scene, reveals, exact } = showCue(state, cue)
  const beside = exact.length > 0 ? { exact: [...exact] } : {}
  return accept({ type: 'cue-taken', cue: cue.id, scene, reveals: [...reveals], ...beside })
}

export function back(state: State, command: CommandOf<'back'>): Decision {
  const onAir = onAirOf(state)
  if (command.onAir !== onAir) return refuse({ code: 'cue-moved', onAir })
  return onAir === null ? refuse({ code: 'nothing-on-air' }) : accept({ type: 'cue-taken-back', cue: onAir })
}

export function show(state: State, command: CommandOf<'show'>): Decision {
  const onAir = onAirOf(state)
  if (command.onAir !== onAir) return refuse({ code: 'cue-moved', onAir })
  const { scene } = command
  const stage = 'stage' in scene ? scene.stage : undefined
  if (stage !== undefined && !lookupsOf(definitionOf(state)).stages.has(stage)) {
    return refuse({ code: 'reference-unknown', field: 'stage', id: stage })
  }
  // Interim rows must never stand under the word "final".
  if (scene.kind === 'standings' && scene.final && !state.taken.has(`${scene.stage}/final`)) {
    return refuse({ code: 'cue-out-of-turn', cue: `${scene.stage}/final`, next: nextOf(state).next?.cue.id ?? null })
  }
  return accept({ type: 'scene-shown', scene })
}

const timerFacts = { startTimer: 'timer-started', pauseTimer: 'timer-paused', resetTimer: 'timer-reset' } as const

export function runTimer(state: State, command: CommandOf<'startTimer' | 'pauseTimer' | 'resetTimer'>): Decision {
  const { timer } = state.public
  if (!timer) return refuse({ code: 'timer-without-team' })
  return accept({ type: timerFacts[command.type], round: timer.round, team: timer.team })
}
