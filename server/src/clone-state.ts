/** A second copy of a state, for the tentative one to be made anew. Values are immutable and shared; only the containers are copied. */
import type { State } from '@bang-diem/shared/ledger/state.ts'

export function cloneState(state: State): State {
  const { definition, onAir, timer, progress } = state.public
  const counts = [...progress].map(([key, count]) => [key, { ...count }] as const)
  return {
    ...state,
    public: { definition, onAir: [...onAir], timer, progress: new Map(counts) },
    seats: new Map(state.seats),
    sessions: new Map(state.sessions),
    accepted: new Map(state.accepted),
    orders: new Map(state.orders),
    taken: new Set(state.taken),
    known: new Set(state.known),
    performed: new Set(state.performed),
    sheets: new Map(state.sheets),
    excused: new Map(state.excused),
    tallies: new Map(state.tallies),
    times: new Map(state.times),
    deductions: new Map(state.deductions),
    bonuses: new Map(state.bonuses),
    withdrawnTeams: new Map(state.withdrawnTeams),
    requests: new Map(state.requests),
    ties: new Map(state.ties),
    certified: new Map(state.certified),
    exactScores: [...state.exactScores],
    notes: [...state.notes],
    scoreVersions: new Map(state.scoreVersions),
  }
}
