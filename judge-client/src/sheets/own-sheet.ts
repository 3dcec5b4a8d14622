/**
 * One of the judge's own sheets as the page shows it: what the hub says of it, what this phone has sent about it, and what is written
 * on it. Computed anew from those three; it keeps nothing.
 */
import { isReceived, type OutboxItem } from '@bang-diem/shared/link/outbox-item.ts'
import type { OwnSheetEntry } from '@bang-diem/shared/views/judge-entries.ts'
import { acceptedMarks, type Criterion, type Texts } from '../marks/sheet-total.ts'
import { type SheetKey, sheetKey } from './choose-page.ts'
import { isInHub, type Phase, phaseOf, type Submission } from './sheet-phase.ts'
import { type Draft, startingMarks } from './starting-marks.ts'

export interface OwnSheet {
  readonly key: SheetKey
  readonly round: string
  readonly team: string
  readonly entry: OwnSheetEntry
  readonly phase: Phase
  /** The criteria that judges mark, in the form's order; `null` until the form is known. */
  readonly criteria: readonly Criterion[] | null
  readonly texts: Texts
  /** How many criteria have a mark that would be accepted. */
  readonly filled: number
  /** The commands about this sheet and its present revision, the latest of each. */
  readonly submission: OutboxItem | undefined
  readonly request: OutboxItem | undefined
  readonly recusal: OutboxItem | undefined
}

export interface SheetSources {
  readonly round: string
  readonly team: string
  readonly entry: OwnSheetEntry
  readonly criteria: readonly Criterion[] | null
  readonly draft: Draft | undefined
  readonly items: readonly OutboxItem[]
}

export function ownSheet({ round, team, entry, criteria, draft, items }: SheetSources): OwnSheet {
  const about = items.filter(({ body }) => body.round === round && body.team === team)
  const submission = latest(about, ({ body }) => body.type === 'submitSheet' && body.revision === entry.revision)
  const phase = phaseOf(entry.status, submissionOf(submission))
  const texts = textsOf(phase, entry, draft, submission)
  return {
    key: sheetKey(round, team),
    round,
    team,
    entry,
    phase,
    criteria,
    texts,
    filled: criteria ? Object.keys(acceptedMarks(criteria, texts)).length : 0,
    submission,
    request: latest(about, ({ body }) => body.type === 'requestReopen'),
    recusal: latest(about, ({ body }) => body.type === 'recuse'),
  }
}

/** The receipt of a sheet that is recorded: the hub's, or the acknowledgement's while the view is a moment behind. */
export function receiptOf({ phase, entry, submission }: OwnSheet): string | null {
  if (phase !== 'recorded') return null
  return entry.receipt ?? (submission?.state === 'recorded' ? submission.receipt : null)
}

/** True while the head judge has a request to reopen this sheet on the desk. */
export function isWaitingForHead({ phase, entry, request }: OwnSheet): boolean {
  if (!isInHub(phase)) return false
  return entry.request === 'waiting' || (entry.request === undefined && request?.state === 'recorded')
}

/** A sheet that left this phone shows what was sent, or what the hub has of it; any other what is written on it. */
function textsOf(
  phase: Phase,
  entry: OwnSheetEntry,
  draft: Draft | undefined,
  submission: OutboxItem | undefined,
): Texts {
  if (isInHub(phase) && entry.marks) return entry.marks
  const sent = submission?.body.type === 'submitSheet' ? submission.body.marks : undefined
  if ((isInHub(phase) || phase === 'sending') && sent) return sent
  return startingMarks(entry, draft)
}

function submissionOf(item: OutboxItem | undefined): Submission {
  return item && isReceived(item) ? 'received' : item?.state
}

/** The outbox is in the order of submission. (`findLast` is younger than the phones.) */
function latest(items: readonly OutboxItem[], suits: (item: OutboxItem) => boolean): OutboxItem | undefined {
  return items.filter(suits).pop()
}
