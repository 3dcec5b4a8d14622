/**
 * The places at which a contest's rules round, and how figures are written there: SPEC S-2 to S-4. It never touches a
 * number for which the rules name no rounding, except to write it down.
 */
import type { Note } from './contest.ts'
import { inFull, type Num, num, rounded, same, written } from './numbers.ts'
import type { Rounding, RoundingPlace } from './rules.ts'

export type Places = {
  /** Rounded where the rules name a rounding for the place, otherwise as it is. */
  readonly roundedAt: (place: RoundingPlace, value: Num) => Num
  /** As people see a figure of this place; `null`: of none that has a rounding. */
  readonly writtenAt: (place: RoundingPlace | null, value: Num) => string
  /** What somebody entered: in full, with at least the decimals of the place (SPEC S-4). */
  readonly enteredAt: (place: RoundingPlace, value: Num) => string
  /** A rank or a sum of ranks, as short as it can be in full. */
  readonly brief: (value: Num) => string
}

const TOTAL_UNLESS_NAMED: Rounding = { at: 'total', decimals: 2, mode: 'half-up' }

export function placesOf(roundings: readonly Rounding[], note: Note): Places {
  const named = (place: RoundingPlace | null) => roundings.find(({ at }) => at === place)
  const ofTotals = named('total') ?? TOTAL_UNLESS_NAMED
  return {
    roundedAt(place, value) {
      const rounding = place === 'total' ? ofTotals : named(place)
      if (rounding === undefined) return value
      const result = rounded(value, rounding)
      if (!same(result, value)) {
        note(`rounding at ${place}, ${rounding.mode}`)
      }
      return result
    },
    writtenAt: (place, value) => written(value, named(place) ?? ofTotals),
    enteredAt(place, value) {
      const rounding = named(place) ?? ofTotals
      return inFull(value, rounding.decimals, rounding)
    },
    brief: (value) => inFull(value, 0, ofTotals),
  }
}

/** What people see, as a number. */
export function seenAt(places: Places, place: RoundingPlace | null, value: Num): Num {
  return num(places.writtenAt(place, value))
}
