/** What can be wrong with a workbook before it is a definition at all: codes of problems, see `contest/problems.ts`. */
export const workbookCodes = [
  'not-a-workbook',
  'workbook-too-large',
  'unknown-sheet',
  'missing-sheet',
  'unknown-heading',
  'missing-heading',
  'bad-notation',
  'ambiguous-comma',
  'not-yes-or-no',
  'unexpected-date',
  'cell-error',
] as const
