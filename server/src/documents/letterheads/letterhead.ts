/** The head of a paper: two columns of lines, then place and date. Which lines and how large is each template's own; it draws nothing. */
import type { Definition } from '@bang-diem/shared/contest/definition.ts'
import type { Wording } from '@bang-diem/shared/scoring/wording.ts'
import type { PageStyle } from '../paper.ts'

export interface LetterheadLine {
  readonly text: string
  /** In points. */
  readonly size: number
  readonly look: 'plain' | 'bold' | 'italic'
  /** A rule below it: as long as the text, or a part of it. */
  readonly rule?: 'full' | 'part'
}

/** The head of one paper, with every line filled in. */
export interface Letterhead {
  readonly left: readonly LetterheadLine[]
  readonly right: readonly LetterheadLine[]
  /** The paper's number, below the left lines and as high as place and date; null where it has none. */
  readonly number: LetterheadLine | null
  /** Place and date, below the right lines; null where the template has none. */
  readonly dateline: LetterheadLine | null
}

/** What the lines are made of. */
export interface LetterheadInput {
  readonly definition: Definition
  /** The kind of paper in a number, such as `BB`; null where the paper has no number. */
  readonly kind: string | null
  /** As asked for; null is left open for writing by hand. */
  readonly number: string | null
  /** Of the paper, `2026-10-14`; null is left open. */
  readonly date: string | null
}

export interface LetterheadTemplate {
  readonly title: Wording
  readonly style: PageStyle
  readonly lines: (input: LetterheadInput) => Letterhead
}
