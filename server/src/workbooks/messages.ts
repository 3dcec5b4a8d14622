/** What goes to the thread that reads a workbook, and what comes back. */
import { problemCodes } from '@bang-diem/shared/contest/problems.ts'
import * as v from 'valibot'

const bound = v.number()

export const orderSchema = v.object({
  bytes: v.instance(Uint8Array),
  limits: v.object({
    files: bound,
    bytesUnpacked: bound,
    sheets: bound,
    rows: bound,
    columns: bound,
    cells: bound,
    characters: bound,
  }),
})

const problemSchema = v.object({
  path: v.string(),
  code: v.picklist(problemCodes),
  params: v.record(v.string(), v.string()),
  cell: v.optional(v.string()),
})

export const answerSchema = v.union([
  v.object({ ok: v.literal(true), definition: v.unknown() }),
  v.object({ ok: v.literal(false), problems: v.array(problemSchema) }),
])
export type Answer = v.InferOutput<typeof answerSchema>
