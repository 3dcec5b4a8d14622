/**
 * The form of how papers begin: what a definition says about it as texts to type, and back again. An empty field is left out, so that the letterhead's
 * own line, the contest's organiser or the usual symbol stands there. Whether the lines are in order is for the definition's own checks.
 */
import type { LetterheadId } from '@bang-diem/shared/contest/letterheads.ts'
import type { Papers } from '@bang-diem/shared/contest/papers.ts'

export interface LetterheadForm {
  letterhead: LetterheadId
  parent: string
  issuer: string
  /** One a line. */
  right: string
  place: string
  symbol: string
  secretary: string
  chair: string
}

/** Those that are one line of text, in the order of a paper, with the longest that each may be. */
export const lineFields = [
  ['parent', 160],
  ['issuer', 160],
  ['place', 80],
  ['symbol', 20],
  ['secretary', 80],
  ['chair', 80],
] as const

export function formOf(papers: Papers): LetterheadForm {
  const {
    letterhead,
    parent = '',
    issuer = '',
    right = [],
    place = '',
    symbol = '',
    secretary = '',
    chair = '',
  } = papers
  return { letterhead, parent, issuer, right: right.join('\n'), place, symbol, secretary, chair }
}

/** `papers` of a definition, unchecked. */
export function papersFrom({ letterhead, right, ...texts }: LetterheadForm): Record<string, unknown> {
  const written = Object.entries(texts).filter(([, text]) => text.trim() !== '')
  const lines = right.split(/\r?\n/).filter((line) => line.trim() !== '')
  return { letterhead, ...Object.fromEntries(written), ...(lines.length > 0 ? { right: lines } : {}) }
}
