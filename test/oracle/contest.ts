/** A contest as engine and oracle are both given it, with the number that it was thrown from: what they differ on can be played again. */
import type { Contest } from '@bang-diem/verifier/scoring/contest.ts'

export type RandomContest = Contest & { readonly seed: number }
