/** What the programs of this folder print, one JSON object a line. */
import * as v from 'valibot'

const refused = v.object({ event: v.literal('refused'), reason: v.string(), outcome: v.string() })
const reportSchema = v.variant('event', [
  refused,
  v.object({ event: v.literal('read-back'), found: v.number() }),
  v.object({ event: v.literal('opened'), commits: v.number() }),
  v.object({ event: v.literal('done'), appended: v.number(), loaded: v.number(), followed: v.array(v.number()) }),
])
export type Report = v.InferOutput<typeof reportSchema>

export function parseReports(lines: readonly string[]): Report[] {
  return lines.map((line) => v.parse(reportSchema, JSON.parse(line)))
}

export function refusalsIn(reports: readonly Report[]): v.InferOutput<typeof refused>[] {
  return reports.filter((report) => report.event === 'refused')
}
