/**
 * A paper before it is a file: leaves of blocks with every word and figure in place. What makes a paper knows no format, and what writes a
 * file (`pdf/`, `tables/`) knows no contest, so that a figure is the same in every format. Nothing here computes.
 */
import type { Language } from '@bang-diem/shared/language/say.ts'
import type { Letterhead } from './letterheads/letterhead.ts'

/** A number: its decimal text, and how many places it is shown with at least. A spreadsheet gets the value, a page the text. */
export interface Figure {
  readonly number: string
  readonly decimals: number
}

/** `null`: nothing stands there. */
export type Content = string | Figure | null

export interface Cell {
  readonly content: Content
  readonly bold?: boolean
  /** Left out of the score, such as the highest mark: struck through. */
  readonly struck?: boolean
  /** The sign of a note below the table, such as `*` or `1`. */
  readonly mark?: string
  /** A second line, such as the receipt below a sum. */
  readonly below?: string
}

/** How wide a column is, and how it is aligned: a place number, a figure, a word or two, a name, a sentence. */
export type ColumnKind = 'place' | 'figure' | 'short' | 'name' | 'sentence'

export interface Column {
  readonly title: string
  readonly kind: ColumnKind
  /** What stands in it is written by hand: it has room for that. */
  readonly byHand?: boolean
  /** What the second lines of its cells are; without it they have none. */
  readonly below?: string
}

export interface Row {
  readonly cells: readonly Cell[]
}

export interface Table {
  readonly kind: 'table'
  /** Of its sheet in a workbook; the contest's words. */
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** What its marks mean, and what else must be read with it. */
  readonly notes: readonly string[]
}

export interface Bar {
  readonly label: string
  readonly total: Figure | null
  readonly parts: readonly {
    readonly figure: Figure /** Of the whole width, 0 to 1: for drawing alone. */
    readonly share: number
  }[]
}

/** Where somebody signs: whose place it is, what to do there, and the name below where it is known. */
export interface Signature {
  readonly title: string
  readonly hint: string
  readonly name: string | null
}

export type Block =
  | { readonly kind: 'letterhead'; readonly letterhead: Letterhead }
  | { readonly kind: 'title'; readonly text: string; readonly subjects: readonly string[] }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly look?: 'small' | 'bold' | 'large' | 'huge' | 'centred' }
  /** `null` is left open for writing by hand. */
  | { readonly kind: 'fields'; readonly fields: readonly { readonly label: string; readonly content: string | null }[] }
  | { readonly kind: 'list'; readonly items: readonly ListItem[]; readonly numbered: boolean }
  | Table
  | { readonly kind: 'bars'; readonly legend: readonly string[]; readonly bars: readonly Bar[] }
  /** A QR code and what stands below it; `large` is for a card, the other for the corner of a sheet beside the title. */
  | { readonly kind: 'code'; readonly text: string; readonly caption: string; readonly size: 'corner' | 'large' }
  /** Rows of two or three places side by side. They are never parted by the end of a page. */
  | { readonly kind: 'signatures'; readonly rows: readonly (readonly Signature[])[] }

export interface ListItem {
  readonly text: string
  /** Smaller, below: an example, a reason. */
  readonly aside?: string
  readonly items?: readonly ListItem[]
}

/** What begins on a page of its own. */
export interface Leaf {
  readonly blocks: readonly Block[]
}

export interface Paper {
  readonly language: Language
  /** Of the file's properties and its window. */
  readonly title: string
  /** Who issues it, for the file's properties. */
  readonly author?: string
  readonly orientation: 'portrait' | 'landscape'
  readonly style: PageStyle
  readonly leaves: readonly Leaf[]
  /** Page numbers, where the pages are one text; sheets that are torn apart have none. */
  readonly numbered: boolean
  /** At the foot of every page: version and head, or that it is not certified. */
  readonly foot: string
}

/** Sizes of a page, as the letterhead's regulation has them. Margins in millimetres, type in points. */
export interface PageStyle {
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
  readonly body: number
  readonly title: number
  readonly subject: number
  readonly pageNumber: 'top-centre' | 'foot'
  /** How far the first line of a paragraph stands in, in millimetres; nothing unless told. */
  readonly indent?: number
}
