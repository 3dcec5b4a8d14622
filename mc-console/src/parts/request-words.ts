/** What a request asks for, and who asks, in words. */
import type { RequestCard } from '../model/records.svelte.ts'
import type { Roster } from '../model/roster.svelte.ts'
import type { Words } from '../shell/words.ts'

export function requestTitle({ act }: RequestCard, words: Words, roster: Roster): string {
  const { acts } = words.requests
  if (act.kind === 'reopen-stage') return acts['reopen-stage'](roster.stage(act.stage ?? ''))
  return acts[act.kind](roster.judge(act.judge ?? ''), roster.shortTeam(act.team ?? ''), roster.round(act.round ?? ''))
}

/** A seat in words: a judge by name, the others by their desk. */
export function seatName(seat: string, words: Words, roster: Roster): string {
  if (seat === 'mc' || seat === 'secretary' || seat === 'organiser') return words.desks[seat]
  return seat.startsWith('judge:') ? roster.judge(seat.slice('judge:'.length)) : seat
}
