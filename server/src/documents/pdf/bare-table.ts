/** A table that only places things side by side: without lines, and without room around its cells. */
import type { TableLayout } from 'pdfmake'

export const bareTable: TableLayout = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 0,
}
