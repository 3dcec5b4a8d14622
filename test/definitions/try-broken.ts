/** Makes the mistake in a real .xlsx file, or in a definition, and tells what is not told as it should be. */
import { contentsOf } from '@bang-diem/server/workbooks/cell-contents.ts'
import { uploadLimits } from '@bang-diem/server/workbooks/upload-limits.ts'
import { bytesOf } from '@bang-diem/server/workbooks/write-workbook.ts'
import { parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import type { SheetTable } from '@bang-diem/shared/contest/workbook/cells.ts'
import { sheetsOf } from '@bang-diem/shared/contest/workbook/export.ts'
import { readWorkbook, type WorkbookReading } from '@bang-diem/shared/contest/workbook/workbook.ts'
import { tellProblem } from '@bang-diem/shared/language/problems.ts'
import type { BrokenDefinition, BrokenWorkbook } from './broken.ts'
import { goodDefinition, goodInput } from './good-definition.ts'
import { Paper } from './sheet-paper.ts'

/** The sheets as a file, and read again. */
export async function throughFile(sheets: readonly SheetTable[]): Promise<WorkbookReading> {
  return readFile(await bytesOf(sheets))
}

export async function readFile(bytes: Buffer): Promise<WorkbookReading> {
  const contents = await contentsOf(bytes, uploadLimits)
  if (!contents.ok) throw new Error(`no workbook: ${contents.code}`)
  return readWorkbook(contents.sheets)
}

interface Told {
  readonly where: string
  readonly code: string
}

/** Exactly one problem, there and of that code; null when that is so. */
function differs(expected: Told, told: readonly Told[]): string | null {
  const [only, second] = told
  if (only?.where === expected.where && only.code === expected.code && second === undefined) return null
  const found = told.map(({ where, code }) => `${where} ${code}`).join('; ')
  return `expected ${expected.where} ${expected.code}, found ${found === '' ? 'nothing' : found}`
}

export async function tryWorkbook({ spoil, code }: BrokenWorkbook): Promise<string | null> {
  const paper = new Paper(sheetsOf(goodDefinition(), 'vi'))
  const where = spoil(paper)
  const read = await throughFile(paper.sheets)
  const problems = read.ok ? [] : read.problems
  const wordless = problems.filter((problem) => !tellProblem(problem, 'vi').startsWith(`${problem.cell} – `))
  if (wordless.length > 0) return 'a problem is told without its cell'
  return differs(
    { where, code },
    problems.map((problem) => ({ where: problem.cell, code: problem.code })),
  )
}

export function tryDefinition({ path, value, code, told: where = path }: BrokenDefinition): string | null {
  const parsed = parseDefinition(withChange(path, value))
  const problems = parsed.ok ? [] : parsed.problems
  return differs(
    { where, code },
    problems.map((problem) => ({ where: problem.path, code: problem.code })),
  )
}

/** The good definition as plain JSON with one place changed. */
function withChange(path: string, value: unknown): unknown {
  const whole: unknown = JSON.parse(JSON.stringify(goodInput))
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '')
  let place: unknown = whole
  for (const key of keys.slice(0, -1)) place = Reflect.get(Object(place), key)
  if (value === undefined) Reflect.deleteProperty(Object(place), keys.at(-1) ?? '')
  else Reflect.set(Object(place), keys.at(-1) ?? '', value)
  return whole
}
