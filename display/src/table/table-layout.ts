/**
 * How large a table is set and how it is divided into pages, from the space there is. Lengths are in `u`, the unit of the hall: a
 * hundredth of the screen's height. Type never goes below what the last row can read: totals 6 u, names 4.2 u, notes
 * 3.2 u; when a table does not fit at that size, it is turned into pages and not made smaller.
 */
import type { Team } from '../hall/hall.ts'
import { type FittedName, linesOf, namesFor } from './name-fit.ts'
import { heightOfPage, intoSectionPages } from './sections.ts'
import type { TableRow } from './table-row.ts'

/** At scale 1, the smallest. */
const size = { total: 6, name: 4.2, note: 3.2, row: 6.2, nameLine: 4.8, noteLine: 3.8, rank: 5.8, mark: 0.7 }
const SCALES: readonly number[] = [1.5, 1.4, 1.3, 1.2, 1.1, 1]
/** For a table that stands beside something larger; notes keep their size. */
const SECONDARY: readonly number[] = [1.2, 1.1, 1, 0.9, 0.8]
/** Width of a digit and of a comma, in em of the numerals. */
const DIGIT = { wide: 0.68, narrow: 0.34 }

/** The leader's row is taller, not louder. */
const LEADER = 1.3
const GAP = 2.2
const BAR = { each: 9, all: 27 }
/** Beside bars a name keeps at least this much; otherwise there are no bars. */
const NAME_NEEDS = 56
/** In steps of scale, for all names of a table; tuned by looking at tables of 4 to 30 teams. */
const WORTH = { bars: 0.2, full: 0.3, line: 1 }
/** Rows of a short table stand apart, by this much at most. */
const APART = 4

export type LaidRow = { readonly row: TableRow; readonly name: FittedName; readonly height: number }

export type TableLayout = {
  readonly scale: number
  /** Width of the totals, in u. */
  readonly totals: number
  /** Width of the bars, in u; 0 when there are none. */
  readonly bars: number
  readonly pages: readonly (readonly LaidRow[])[]
}

export type TableSpace = {
  readonly width: number
  /** Infinite on a page that scrolls: there is nothing to fill, and the smallest type is used. */
  readonly height: number
  /** Em of a text's own size. */
  readonly widthOf: (text: string) => number
  /** How many rows there will be in the end, so that a table that grows does not change its type on the way. */
  readonly planned?: number
  readonly secondary?: boolean
  /** All who may come into it: their names are long or short together. */
  readonly teams?: readonly Team[]
}

export function layTable(rows: readonly TableRow[], space: TableSpace): TableLayout {
  const scrolls = space.height === Number.POSITIVE_INFINITY
  const layouts = (scrolls ? [1] : space.secondary ? SECONDARY : SCALES).map((scale) => layAt(rows, space, scale))
  const fewest = Math.min(...layouts.map((layout) => layout.pagesPlanned))
  const best = layouts.filter((layout) => layout.pagesPlanned === fewest).reduce((a, b) => (b.worth > a.worth ? b : a))
  const { scale, totals, bars } = best
  return { scale, totals, bars, pages: scrolls ? best.pages : spread(best.pages, space) }
}

type Attempt = TableLayout & {
  readonly pagesPlanned: number
  /** Large type is worth most, then names that are whole, then the bars. */
  readonly worth: number
}

function layAt(rows: readonly TableRow[], space: TableSpace, scale: number): Attempt {
  const totals = Math.max(0, ...rows.map((row) => widthOfTotal(row.total))) * size.total * scale
  const ranks = rows.some((row) => row.rank !== undefined) ? (size.rank + GAP) * scale : 0
  const besideBars = space.width - totals - ranks - 2 * GAP * scale - size.mark
  const bars = barsWidth(rows, besideBars)
  const nameWidth = besideBars - (bars === 0 ? 0 : bars + GAP * scale)
  const teams = space.teams ?? rows.map((row) => row.team)
  const nameOf = namesFor(teams, nameWidth / (size.name * scale), space.widthOf)
  const laid = rows.map((row) => layRow(row, nameOf(row.team), nameWidth, space.widthOf, scale))
  const toCome = Math.max(0, (space.planned ?? 0) - rows.length)
  const planned = [...laid, ...Array.from({ length: toCome }, () => comingRow(rows, scale))]
  return {
    scale,
    totals,
    bars,
    pages: intoSectionPages(laid, space.height),
    pagesPlanned: intoSectionPages(planned, space.height).length,
    worth: scale + (bars > 0 ? WORTH.bars : 0) - mean(laid.map(costOf)),
  }
}

/** A row that is not there yet, as far as the layout knows it. */
function comingRow(rows: readonly TableRow[], scale: number) {
  return { height: size.row * scale, row: { section: rows.at(-1)?.section ?? '' } }
}

function barsWidth(rows: readonly TableRow[], width: number): number {
  const wanted = Math.min(BAR.all, BAR.each * Math.max(0, ...rows.map((row) => row.bars.length)))
  return width - wanted > NAME_NEEDS ? wanted : 0
}

/** In em of the numerals. */
function widthOfTotal(total: string | null | undefined): number {
  if (total === undefined) return 0
  return [...(total ?? '0')].reduce((sum, sign) => sum + (sign === '.' ? DIGIT.narrow : DIGIT.wide), 0)
}

function layRow(
  row: TableRow,
  name: FittedName,
  width: number,
  widthOf: TableSpace['widthOf'],
  scale: number,
): LaidRow {
  const nameSize = size.name * scale
  const noteScale = Math.max(1, scale)
  const noteEm = width / (size.note * noteScale)
  const beside =
    name.lines === 1 &&
    widthOf(name.text) * nameSize + (widthOf(row.note) * size.note * noteScale + GAP * scale) <= width
  const noteLines = row.note === '' || beside ? 0 : linesOf(row.note, noteEm, widthOf)
  const text = name.lines * size.nameLine * scale + noteLines * size.noteLine * noteScale + 1.4 * scale
  return { row, name, height: Math.max(size.row * scale * (row.leads ? LEADER : 1), text) }
}

function costOf({ row, name }: LaidRow): number {
  return (name.lines > 1 ? WORTH.line : 0) + (name.text === row.team.name ? 0 : WORTH.full)
}

function mean(costs: readonly number[]): number {
  return costs.reduce((sum, each) => sum + each, 0) / Math.max(1, costs.length)
}

/** Gives the height that the fullest page leaves over to all rows alike, within reason. */
function spread(pages: TableLayout['pages'], space: TableSpace): TableLayout['pages'] {
  const toCome = pages.length === 1 ? Math.max(0, (space.planned ?? 0) - (pages[0]?.length ?? 0)) : 0
  const spare = pages.map((page) => {
    const coming = toCome * Math.max(...page.map((row) => row.height))
    return (space.height - heightOfPage(page) - coming) / (page.length + toCome)
  })
  const each = Math.min(APART, Math.max(0, Math.min(...spare)))
  return pages.map((page) => page.map((laid) => ({ ...laid, height: laid.height + each })))
}
