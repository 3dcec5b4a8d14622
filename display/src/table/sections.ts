/**
 * Pages of a table whose teams are ranked in groups. A group is not torn apart where it fits on a page, and on every page each group stands
 * under its own heading, so that nobody takes the rank in one group for the rank in another.
 */
import { heightOf, intoPages } from './pages.ts'

type Sectioned = { readonly height: number; readonly row: { readonly section: string } }

/** Height of a heading, in u. */
export const HEADING = 6.4

/** Whether a heading stands above this row of a page. */
export function opensSection(page: readonly Sectioned[], index: number): boolean {
  const section = page[index]?.row.section ?? ''
  return section !== '' && section !== page[index - 1]?.row.section
}

/** With its headings. */
export function heightOfPage(page: readonly Sectioned[]): number {
  return heightOf(page) + HEADING * page.filter((_, index) => opensSection(page, index)).length
}

/** Rows of one section stand together. */
export function intoSectionPages<T extends Sectioned>(rows: readonly T[], height: number): T[][] {
  const blocks = bySection(rows).flatMap((own) =>
    intoPages(own, own[0]?.row.section === '' ? height : height - HEADING).map((part) => ({
      rows: part,
      height: heightOfPage(part),
    })),
  )
  return intoPages(blocks, height).map((page) => page.flatMap((block) => block.rows))
}

function bySection<T extends Sectioned>(rows: readonly T[]): T[][] {
  const sections = new Map<string, T[]>()
  for (const each of rows) {
    const own = sections.get(each.row.section)
    if (own === undefined) sections.set(each.row.section, [each])
    else own.push(each)
  }
  return [...sections.values()]
}
