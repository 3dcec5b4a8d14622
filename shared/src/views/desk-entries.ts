/** Entries of the desks: everything that was recorded, as it stands, revealed or not. No judge and no hall gets them but where one says so. */
import * as v from 'valibot'
import { formerVersion, paperPart, settledPart } from './hand-entries.ts'
import { missingEntry, refusalPart } from './show-entries.ts'

const text = v.string()
const maybe = v.optional(v.string())
const count = v.number()
const marks = v.record(v.string(), v.string())

/** `order/<round>`: desk. */
export const orderEntry = v.array(text)
/** `sheet/<round>/<team>/<judge>`: desk; head, once the own sheet of that team is in. */
export const staffSheetEntry = v.object({
  status: v.picklist(['submitted', 'reopened']),
  revision: count,
  marks,
  receipt: text,
  at: count,
  fromPaper: v.boolean(),
  /** The judge's name when the sheet came in. */
  name: v.nullable(text),
  paper: paperPart,
})
/** `former/<round>/<team>/<judge>`: as `sheet/…`; the sheet as it was each time before it was opened again, oldest first. */
export const formerEntry = v.array(formerVersion)
/** `away/<judge>`: desk, head; a judge who has left, and how many teams that judge is excused from by it. */
export const awayEntry = v.object({ reason: text, at: count, teams: count })
/** `withdrawn/<team>`: desk; a team that left, by itself or disqualified. */
export const withdrawnEntry = v.object({ reason: text, disqualified: v.boolean() })
/** `excused/<round>/<team>/<judge>`: the reason. `tally/<round>/<team>/<criterion>`: points. */
export const textEntry = text
/** `factor/<round>/<team>`: the recorded factor. `question/<stage>/<question>/<team>`: points. Both texts. `time/<round>/<team>`: recorded seconds. */
export const secondsEntry = count
/** `deduction/<id>` and `bonus/<id>`; `withdrawn` is the reason, or null while it counts. */
export const lineEntry = v.object({
  id: text,
  round: text,
  team: text,
  points: text,
  reason: text,
  withdrawn: v.nullable(text),
})
/** `live-score/<round>/<team>`: desk; the score as it stands now, revealed or not. `combined` is before bonuses and deductions. */
export const liveScoreEntry = v.object({
  complete: v.boolean(),
  combined: v.nullable(text),
  score: v.nullable(text),
  deductions: v.array(v.object({ kind: text, points: text, seconds: v.optional(count), reason: v.optional(text) })),
  bonuses: v.array(v.object({ kind: text, points: text, seconds: v.optional(count), reason: v.optional(text) })),
  /** What the head judge should know: `all-outliers-kept`, `below-minimum-time`, … */
  flags: v.array(text),
})
/** `live-row/<stage>/<team>`: desk; head, once every sheet of the stage is in. */
export const liveRowEntry = v.object({
  /** The group or category that the team is ranked in; absent where all are ranked together. */
  category: maybe,
  rank: v.nullable(count),
  total: v.nullable(text),
  rounds: v.record(text, v.nullable(text)),
  complete: v.boolean(),
})
/** `ready/<stage>`: desk, head; what certification still waits for (nothing: it may be certified). */
export const readyEntry = v.object({
  missing: v.array(missingEntry),
  requests: v.array(text),
  /** Ties that wait for something to be recorded, each a group of teams. */
  ties: v.array(v.array(text)),
  /** In the same order: what each of them waits for. */
  awaits: v.array(v.object({ by: v.picklist(['decision', 'lot', 'question']), question: maybe, maximum: maybe })),
})
/** `coming/<stage>`: desk, head; who would come on to a stage, and what stands in the way. */
export const comingEntry = v.object({
  from: text,
  /** Settled: these are the teams of the stage. */
  settled: v.boolean(),
  teams: v.array(text),
  tied: v.array(v.object({ teams: v.array(text), places: count })),
  /** Why nothing can be said yet; null when it can. */
  block: v.nullable(refusalPart),
})
/** `winners/<stage>/<award>`: desk; who has an award as everything stands. `doubled` and `tiedAtEdge` are warnings. */
export const winnersEntry = v.object({
  title: text,
  main: v.boolean(),
  picked: v.boolean(),
  teams: v.array(text),
  tiedAtEdge: v.array(text),
  doubled: v.array(text),
  announced: v.boolean(),
})
/** `request/<id>`: desk, head. */
export const requestEntry = v.object({
  id: text,
  by: text,
  name: v.nullable(text),
  at: count,
  reason: text,
  status: v.picklist(['waiting', 'approved', 'declined']),
  settled: settledPart,
  act: v.object({
    kind: v.picklist(['reopen-sheet', 'enter-sheet', 'reopen-stage']),
    round: maybe,
    team: maybe,
    judge: maybe,
    stage: maybe,
    marks: v.optional(marks),
  }),
})
/** `seat/<seat>`: desk; how many sessions were opened with the present link. */
export const seatEntry = v.object({ sessions: count })
/** `note/<n>`: desk. */
export const noteEntry = v.object({ at: count, text })
export type LiveScoreEntry = v.InferOutput<typeof liveScoreEntry>
export type LiveRowEntry = v.InferOutput<typeof liveRowEntry>
export type ComingEntry = v.InferOutput<typeof comingEntry>
export type WinnersEntry = v.InferOutput<typeof winnersEntry>
export type FormerEntry = v.InferOutput<typeof formerEntry>
export type ReadyEntry = v.InferOutput<typeof readyEntry>
