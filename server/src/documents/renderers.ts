/** What writes a paper as a file of each format. Their libraries are loaded by whoever needs them: what lays out pages takes a while to begin. */
import type { Format } from './document.ts'
import type { Paper } from './paper.ts'

type Render = (paper: Paper) => Uint8Array | Promise<Uint8Array>

export const renderers: Readonly<Record<Format, () => Promise<Render>>> = {
  pdf: async () => (await import('./pdf/render-pdf.ts')).renderPdf,
  xlsx: async () => (await import('./tables/xlsx.ts')).renderXlsx,
  csv: async () => (await import('./tables/csv.ts')).renderCsv,
}
