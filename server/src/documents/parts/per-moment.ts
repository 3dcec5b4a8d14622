/** Remembers what was worked out of a stage until the contest goes on: the papers of one list ask for the same. It works nothing out itself. */
import type { Stage } from '@bang-diem/shared/contest/definition.ts'
import type { Head } from '@bang-diem/shared/ledger/commit.ts'
import type { State } from '@bang-diem/shared/ledger/state.ts'

interface Moment<Found> {
  readonly head: Head
  readonly found: Map<Stage, Found>
}

/** The same work, done once for each stage of a moment. What it answers is shared: nobody may change it. */
export function perMoment<Found>(work: (state: State, stage: Stage) => Found): (state: State, stage: Stage) => Found {
  const moments = new WeakMap<State, Moment<Found>>()
  return (state, stage) => {
    const last = moments.get(state)
    const { head, found } = last?.head === state.head ? last : { head: state.head, found: new Map<Stage, Found>() }
    moments.set(state, { head, found })
    const known = found.get(stage)
    if (known !== undefined) return known
    const now = work(state, stage)
    found.set(stage, now)
    return now
  }
}
