/** Who did something, in words: by the name that the judge had then, also where somebody else sits in the seat by now. */
import { seatLabel } from '@bang-diem/shared/contest/seat-label.ts'
import type { Roster } from '../model/roster.svelte.ts'
import type { Words } from '../shell/words.ts'
import { seatName } from './request-words.ts'

export interface Hand {
  readonly seat: string
  readonly name: string | null
}

export function handName({ seat, name }: Hand, words: Words, roster: Roster): string {
  return name === null ? seatName(seat, words, roster) : `${seatLabel(seat.replace(/^judge:/, ''))} ${name}`
}

/** How a sheet came in where that is not a matter of course: from paper, or from somebody who sits in the seat no more. */
export function sheetOrigin(
  judge: string,
  sheet: { readonly name: string | null; readonly paper: { readonly entered: Hand; readonly approved: Hand } | null },
  words: Words,
  roster: Roster,
): string[] {
  const { amendments } = words
  const now = roster.judges.find(({ id }) => id === judge)?.name
  const { name, paper } = sheet
  return [
    ...(name === null || name === now ? [] : [amendments.marker(name)]),
    ...(paper === null
      ? []
      : [amendments.paper(handName(paper.entered, words, roster), handName(paper.approved, words, roster))]),
  ]
}
