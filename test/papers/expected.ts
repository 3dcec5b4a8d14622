/** What must stand on a paper, worked out from the API alone: its tables cell by cell, and its other lines word by word. */

/** A number as the API writes it, a text, several below each other in a cell, or nothing. */
export type Content = { readonly number: string } | { readonly together: readonly Content[] } | string | null

export interface ExpectedTable {
  readonly rows: readonly (readonly Content[])[]
}

/** Contents that follow each other in one line, with at most so many other words between them. */
export interface ExpectedLine {
  readonly contents: readonly Content[]
  readonly gap: number
}

export interface Expected {
  /** In the paper's order. */
  readonly tables: readonly ExpectedTable[]
  /** Lists of lines; each list is in order, and may begin anywhere. */
  readonly lines: readonly (readonly ExpectedLine[])[]
  /** Lines of the letterhead, which may stand on every leaf. */
  readonly letterhead?: readonly ExpectedLine[]
  /** What may stand anywhere and any number of times: numbers of a list, parts of a bar that are too narrow for their number. */
  readonly loose: readonly Content[]
}

export const figure = (number: string): Content => ({ number })

export const maybeFigure = (number: string | null | undefined): Content =>
  number === null || number === undefined ? null : { number }

/** The words of papers between two contents of a sentence. */
const SENTENCE_GAP = 14

export function sentence(...contents: readonly Content[]): ExpectedLine {
  return { contents, gap: SENTENCE_GAP }
}

/** Word by word. */
export function exactly(...contents: readonly Content[]): ExpectedLine {
  return { contents, gap: 0 }
}
