/** Faults of a workbook in English. */
import type { WorkbookProblemWords } from '../problems.ts'

export const workbookProblems: WorkbookProblemWords = {
  'not-a-workbook': () => 'is no Excel workbook (.xlsx) that can be read. Save it as “Excel Workbook (.xlsx)”.',
  'workbook-too-large': () =>
    'is too large for a definition. Take out sheets, rows, columns and pictures that are not needed.',
  'unknown-sheet': (param) => `no sheet is called “${param('name')}”. Delete it or give it its right name.`,
  'missing-sheet': (param) => `the sheet “${param('english')}” is missing.`,
  'unknown-heading': (param) =>
    param('name') === ''
      ? 'something is written under no heading or beside no field.'
      : `no column or field is called “${param('name')}”. Look at its spelling.`,
  'missing-heading': (param) => `the column “${param('english')}” is missing.`,
  'bad-notation': (param) =>
    `is not in the right form${param('received') === '' ? '' : ` at “${param('received')}”`}: one entry a line: the name of the choice, then each parameter after a semicolon, such as “per-minute; points=1; count=full”.`,
  'ambiguous-comma': () =>
    'a comma between two digits can mean two things. Write decimals with a point (0.5), and a space after a comma between numbers.',
  'not-yes-or-no': (param) => `“${param('received')}” is neither yes nor no. Write “yes”, or leave it empty.`,
  'unexpected-date': () => 'the spreadsheet has turned a text into a date. Format the cell as text and type it again.',
  'cell-error': (param) => `its formula fails or was not worked out (${param('received')}). Type the value itself.`,
}
