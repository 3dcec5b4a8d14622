/** The templates by their ids: an id without one does not compile. */
import type { LetterheadId } from '@bang-diem/shared/contest/letterheads.ts'
import type { LetterheadTemplate } from './letterhead.ts'
import { party } from './party.ts'
import { plain } from './plain.ts'
import { state } from './state.ts'
import { youthUnion } from './youth-union.ts'

export const letterheads: Readonly<Record<LetterheadId, LetterheadTemplate>> = {
  plain,
  party,
  state,
  'youth-union': youthUnion,
}
