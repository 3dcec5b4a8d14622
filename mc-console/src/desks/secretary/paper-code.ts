/**
 * The code of a blank sheet of paper: the address that its picture holds, scanned or typed, or `round · team · judge` as it stands below the
 * picture. It opens nothing and gives nobody a seat.
 */
import { readSheetAddress } from '../../shell/sheet-address.ts'

/** The place of a sheet in its contest, by ids. */
export interface SheetPlace {
  readonly round: string
  readonly team: string
  readonly judge: string
}

/** Who and what the contest is made of. */
interface Known {
  readonly rounds: readonly { readonly id: string }[]
  readonly teams: readonly { readonly id: string }[]
  readonly judges: readonly { readonly id: string }[]
}

export type Read =
  | { readonly ok: true; readonly place: SheetPlace }
  | { readonly ok: false; readonly wrong: 'unreadable' | 'foreign' | 'unknown' }

const idForm = /^[a-z0-9-]{1,40}$/

/** The sheet that a code is of, or why it is none of this contest (SPEC W-39). */
export function readPaperCode(typed: string, contest: string, known: Known): Read {
  // Ids have no capitals, and a scanner writes in capitals alone where the keyboard is locked so.
  const text = typed.trim().toLowerCase()
  const address = readSheetAddress(text)
  const [round = '', team = '', judge = '', ...more] = (address?.sheet ?? text).split(/[\s·/]+/)
  if (more.length > 0 || ![round, team, judge].every((id) => idForm.test(id))) return { ok: false, wrong: 'unreadable' }
  if (address !== null && address.contest !== contest) return { ok: false, wrong: 'foreign' }
  const isKnown = has(known.rounds, round) && has(known.teams, team) && has(known.judges, judge)
  return isKnown ? { ok: true, place: { round, team, judge } } : { ok: false, wrong: 'unknown' }
}

function has(all: readonly { readonly id: string }[], id: string): boolean {
  return all.some((one) => one.id === id)
}
