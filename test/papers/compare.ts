/** One file beside what is expected of it, and again with one number changed, which must be noticed. */
import { pageTexts } from '../documents/read-pdf.ts'
import { difference } from './account.ts'
import type { Offered } from './api.ts'
import type { Expected } from './expected.ts'
import type { Facts } from './facts.ts'
import type { Language } from './numbers.ts'
import { readPages } from './pages.ts'
import { figuresIn, withPlant } from './plant.ts'
import { csvDifference, workbookDifference } from './tables.ts'

export interface Compared {
  /** null: every number is the API's. */
  readonly difference: string | null
  /** Whether a wrong number was noticed; null where there was none to change. */
  readonly plantFound: boolean | null
  /** How many numbers were compared. */
  readonly numbers: number
}

export interface FileToCompare {
  readonly format: 'pdf' | 'xlsx' | 'csv'
  readonly bytes: Buffer
  readonly expected: Expected
  readonly language: Language
}

export async function compared({ format, bytes, expected, language }: FileToCompare): Promise<Compared> {
  const planted = withPlant(expected, format !== 'pdf')
  const numbers = countOf(expected, format !== 'pdf')
  const plainly = async (wanted: Expected): Promise<string | null> => {
    switch (format) {
      case 'pdf':
        return difference(words, wanted, language)
      case 'xlsx':
        return workbookDifference(bytes, wanted.tables, language)
      case 'csv':
        return csvDifference(bytes, wanted.tables, language)
    }
  }
  const words = format === 'pdf' ? readPages(pageTexts(bytes), language).words : []
  const found = await plainly(expected)
  return { difference: found, plantFound: planted && (await plainly(planted)) !== null, numbers }
}

/** What is wrong with the foots of a paper about a stage; null where nothing is. */
export function footDifference(facts: Facts, offered: Offered, foots: readonly (string | null)[]): string | null {
  const { name, stage } = offered
  if (foots.some((foot) => foot === null)) return 'a page without its foot'
  if (stage === undefined || name === 'score-sheets-blank') return null
  const table = facts.certified(facts.stage(stage))
  if (!table) return null
  const record = `${table.commit.number}-${table.commit.hash.slice(0, 16).toUpperCase()}`
  const version = facts.certifications(facts.stage(stage)).length
  const wrong = foots.find((foot) => !foot?.includes(record) || !foot.includes(` ${version} `))
  return wrong === undefined ? null : `a foot that does not name version ${version}, record ${record}: ${wrong}`
}

function countOf({ tables, lines }: Expected, tablesOnly: boolean): number {
  const rows = tables.flatMap((table) => table.rows.flat())
  const others = tablesOnly ? [] : lines.flat().flatMap(({ contents }) => contents)
  return [...rows, ...others].reduce((sum, content) => sum + figuresIn(content), 0)
}
