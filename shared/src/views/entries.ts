/**
 * The entries of the views: what each key of a view holds, as schemas, so that hub and pages agree and pages can check.
 * Keys with ids are written `row/<stage>/<team>`; the part before the first slash is the entry's kind.
 * It computes nothing: `hall.ts`, `judge.ts`, `mc.ts`, `desk.ts` and `head.ts` do.
 */
import * as v from 'valibot'
import { awardRevealSchema, rowRevealSchema, sceneSchema, scoreRevealSchema } from '../ledger/reveals.ts'
import { formerVersion, paperPart, settledPart } from './hand-entries.ts'

const text = v.string()
const maybe = v.optional(v.string())
const count = v.number()

/** `contest`, in every view. */
export const contestEntry = v.object({
  id: text,
  title: text,
  edition: maybe,
  organiser: maybe,
  venue: maybe,
  date: maybe,
  language: v.picklist(['vi', 'en']),
})
/** `team/<team>`, in every view; `index` is the place in the definition. */
export const teamEntry = v.object({
  name: text,
  shortName: maybe,
  unit: maybe,
  group: maybe,
  category: maybe,
  index: count,
})
/** `stage/<stage>`: `decimals` are those that totals are shown with. */
export const stageEntry = v.object({
  title: text,
  index: count,
  rounds: v.array(text),
  decimals: count,
  reveal: text,
  /** True where places come from ranks and the lower total is the better one. */
  lowerWins: v.boolean(),
  /** The names of its awards; who wins them is told by `award/…` and in the rows. */
  awards: v.array(v.object({ id: text, title: text, main: v.boolean() })),
  /** What teams are ranked among; absent where all are ranked together. */
  separately: v.optional(v.picklist(['group', 'category'])),
  maximum: text,
})
/** `round/<round>`; `index` is its place among all rounds. */
export const roundEntry = v.object({
  title: text,
  stage: text,
  index: count,
  maximum: text,
  weight: text,
  limitSeconds: v.optional(v.number()),
  warnSeconds: v.array(v.number()),
})
/** `scene`: hall, MC, desk. Absent before the first cue: stand-by. */
export const sceneEntry = sceneSchema
/** `timer`, of the team that was called last. Runs while `startedAt` (hub time, ms) is a number. */
export const timerEntry = v.object({
  round: text,
  team: text,
  elapsedMs: count,
  startedAt: v.nullable(count),
})
/** `progress`: sheets in, of sheets expected, for the team on stage. */
export const progressEntry = v.object({ round: text, team: text, submitted: count, expected: count })
/** `score/<round>/<team>` and `row/<stage>/<team>`: as revealed to the hall. */
export const scoreEntry = v.object(v.omit(scoreRevealSchema, ['kind']).entries)
export const rowEntry = v.object(v.omit(rowRevealSchema, ['kind']).entries)

/** `judge/<judge>`: MC, desk, head. */
export const judgeEntry = v.object({ name: text, title: maybe, head: v.boolean() })
/** `on-air`: the cue that the MC's next command must name; null before the first. */
export const onAirEntry = v.nullable(text)
const cueEntry = v.object({
  id: text,
  step: v.picklist([
    'title',
    'session',
    'qualifiers',
    'award',
    'line-up',
    'intro',
    'perform',
    'marking',
    'score',
    'standings',
    'overall',
    'certify',
    'place',
    'final',
    'correction',
    'table-correction',
  ]),
  stage: text,
  round: v.optional(text),
  team: v.optional(text),
  place: v.optional(count),
  session: v.optional(text),
  award: v.optional(text),
  category: v.optional(text),
  within: v.optional(count),
})
/** `rundown`: MC, desk; every cue in order, without values. */
export const rundownEntry = v.array(cueEntry)
/** `taken`: the ids of the cues that were taken, in the rundown's order. */
export const takenEntry = v.array(text)
const refusalEntry = v.looseObject({ code: text })
const offer = v.object({ cue: text, block: v.nullable(refusalEntry) })
/** `next`: the cue that *Next* takes (null at the end), and why it cannot now; `skipTo`: the cue that may be taken instead. */
export const nextEntry = v.object({ next: v.nullable(offer), skipTo: v.nullable(offer), pending: v.array(offer) })
/** `panel`: MC, desk; who is in and who is missing for the team called last. */
export const panelEntry = v.object({
  round: text,
  team: text,
  judges: v.array(
    /** `reason`: why an excused judge does not mark. */
    v.object({ judge: text, state: v.picklist(['in', 'missing', 'reopened', 'excused']), reason: maybe }),
  ),
})
const missing = v.object({
  round: text,
  team: text,
  judges: v.array(text),
  criteria: v.array(text),
  time: v.boolean(),
  factor: v.boolean(),
})
/** `missing/<round>/<team>`: MC, desk; what the score of a team that has performed still waits for. */
export const missingEntry = missing
/** `certified/<stage>`: MC, desk, judges; the receipt of the certified table, and its version: 1 for the first of the stage. */
export const certifiedEntry = v.object({ receipt: text, at: count, version: count })

/** `order/<round>`: desk. */
export const orderEntry = v.array(text)
const marks = v.record(text, text)
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
  missing: v.array(missing),
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
  block: v.nullable(refusalEntry),
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
/** `session/<session>`, in every view. */
export const sessionEntry = v.object({ title: text, date: maybe, time: maybe, index: count })
/** `award/<stage>/<award>`: as announced. */
export const awardEntry = v.object(v.omit(awardRevealSchema, ['kind']).entries)
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
/** `form/<round>`: desk, judge, head; what is marked in a round and by whom. */
export const formEntry = v.object({
  criteria: v.array(
    v.object({
      id: text,
      title: text,
      min: text,
      max: text,
      step: text,
      weight: text,
      scoredBy: v.picklist(['judges', 'secretary']),
    }),
  ),
  /** What the points are multiplied by, where the round has a factor: its name and bounds. */
  factor: v.optional(v.object({ title: maybe, min: text, max: text })),
  time: v.object({ limitSeconds: v.optional(count), minimumSeconds: count, needed: v.boolean() }),
})

/** `me`: judge, head. */
export const meEntry = v.object({ judge: text, name: text, title: maybe, head: v.boolean() })
/** `call`: judge, head; the team that the MC has called, and how far. Absent: "chờ MC". */
export const callEntry = v.object({
  round: text,
  team: text,
  step: v.picklist(['intro', 'performing', 'marking', 'revealed']),
})
/** `sheet/<round>/<team>`: judge, head; the own sheets that were ever opened. `closed`: revealed or certified without this sheet. */
export const ownSheetEntry = v.object({
  status: v.picklist(['open', 'submitted', 'reopened', 'closed', 'excused']),
  revision: count,
  marks: v.optional(marks),
  receipt: maybe,
  reason: maybe,
  /** The state of the latest request to reopen it. */
  request: v.optional(v.picklist(['waiting', 'approved', 'declined'])),
})
/** `count`: judge, head; own sheets in, of all that this judge will be asked for. */
export const countEntry = v.object({ submitted: count, total: count })

export type TimerEntry = v.InferOutput<typeof timerEntry>
export type CueEntry = v.InferOutput<typeof cueEntry>
export type NextEntry = v.InferOutput<typeof nextEntry>
export type LiveScoreEntry = v.InferOutput<typeof liveScoreEntry>
export type LiveRowEntry = v.InferOutput<typeof liveRowEntry>
export type ComingEntry = v.InferOutput<typeof comingEntry>
export type WinnersEntry = v.InferOutput<typeof winnersEntry>
export type FormerEntry = v.InferOutput<typeof formerEntry>
export type ReadyEntry = v.InferOutput<typeof readyEntry>
export type OwnSheetEntry = v.InferOutput<typeof ownSheetEntry>
export type CallEntry = v.InferOutput<typeof callEntry>
export type FormEntry = v.InferOutput<typeof formEntry>
