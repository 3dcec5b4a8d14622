/** When, where in the history and by whom a fact was written: what the fold knows beside the fact itself. It reads no clock. */
import { lookupsOf } from '../contest/lookups.ts'
import type { Head } from './commit.ts'
import type { Hand } from './desk-records.ts'
import type { PublicState } from './state.ts'

export interface Moment {
  readonly at: number
  readonly head: Head
  /** The seat of the commit. */
  readonly by: string
}

/** Who sits in a seat now. A judge may be replaced later: what the former one did keeps the former name. */
export function handOf({ public: { definition } }: { readonly public: PublicState }, seat: string): Hand {
  const judge = seat.startsWith('judge:') ? seat.slice('judge:'.length) : ''
  return { seat, name: definition ? (lookupsOf(definition).judges.get(judge)?.name ?? null) : null }
}
