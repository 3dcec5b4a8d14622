/**
 * The way in: a link's code or a remembered session becomes a judge at this phone, with what the phone keeps of this seat in this very
 * history of the contest. It knows nothing of sheets.
 */
import type { ApiOutcome } from '@bang-diem/shared/link/http.ts'
import { HubLink } from '@bang-diem/shared/link/hub-link.svelte.ts'
import { Outbox } from '@bang-diem/shared/link/outbox.svelte.ts'
import { outboxStorage } from '@bang-diem/shared/link/outbox-storage.ts'
import {
  addressOf,
  join,
  type KeptSession,
  loadCode,
  loadSession,
  readLinkCode,
  saveSession,
} from '@bang-diem/shared/link/session.ts'
import type { Joined } from '@bang-diem/shared/protocol/down.ts'
import { JudgeSeat } from '../seat/judge-seat.svelte.ts'
import { draftStorage } from '../sheets/draft-storage.ts'
import { Drafts } from '../sheets/drafts.svelte.ts'
import { findCode } from './link-code.ts'

/** Why there is no way in: worded by the page. */
export type EntryProblem = 'unreadable' | 'unknown' | 'notJudge' | 'unreachable'

export type Step =
  | { readonly kind: 'asking'; readonly problem: EntryProblem | null; readonly code: string | null }
  | { readonly kind: 'joining' }
  | { readonly kind: 'inside'; readonly seat: JudgeSeat; readonly session: KeptSession }

export class Entrance {
  #step = $state.raw<Step>({ kind: 'asking', problem: null, code: null })

  get step(): Step {
    return this.#step
  }

  /** A link's code comes before a remembered session: whoever scans a new card means it. */
  start(): void {
    const kept = loadSession('judge')
    const code = readLinkCode() ?? loadCode('judge')
    if (kept !== null && (code === null || code === kept.code)) this.#sitDown(kept)
    else if (code !== null) void this.enter(code)
  }

  /** Another link was opened in this very tab: only the fragment changes, and the page stays. */
  followLink(): void {
    const code = readLinkCode()
    if (code !== null) void this.enter(code)
  }

  /** `written`: a code or a whole link. */
  async enter(written: string): Promise<void> {
    const code = findCode(written)
    if (code === null) return this.#ask('unreadable', written)
    if (this.#step.kind === 'inside') this.#step.seat.close()
    this.#step = { kind: 'joining' }
    const outcome = await join(code)
    if (!outcome.ok) return this.#ask(outcome.kind === 'no-connection' ? 'unreachable' : 'unknown', code)
    if (outcome.value.role !== 'judge') return this.#ask('notJudge', code)
    saveSession('judge', outcome.value, code)
    this.#sitDown({ ...outcome.value, code })
  }

  /** Where the head judge's desk is. */
  deskAddress(refuge: string | null): string {
    return addressOf('console', this.#step.kind === 'inside' ? this.#step.session.code : '', refuge)
  }

  /** The head judge has a desk in the staff's page; the same session opens it. */
  lendSessionToConsole(): void {
    if (this.#step.kind !== 'inside') return
    const { code, ...joined } = this.#step.session
    saveSession('console', joined, code)
  }

  #ask(problem: EntryProblem, code: string): void {
    this.#step = { kind: 'asking', problem, code }
  }

  #sitDown(session: KeptSession): void {
    const { contest, history, judge, session: token } = session
    if (judge === null) return this.#ask('notJudge', session.code)
    const seatId = `judge:${judge}`
    const link = new HubLink({ contest, session: token }, () => this.#exchange(seat, session.code))
    const outbox = new Outbox(link, outboxStorage(history, seatId))
    const seat: JudgeSeat = new JudgeSeat(link, outbox, new Drafts(draftStorage(history, seatId)))
    void seat.drafts.load()
    this.#step = { kind: 'inside', seat, session }
  }

  /** Another session for the seat that is open: its sheets, drafts and outbox stay as they are. */
  async #exchange(seat: JudgeSeat, code: string): Promise<ApiOutcome<Joined>> {
    const outcome = await join(code)
    // Another link may have been opened meanwhile, and that is the one to be remembered.
    if (outcome.ok && this.#step.kind === 'inside' && this.#step.seat === seat) {
      saveSession('judge', outcome.value, code)
      this.#step = { kind: 'inside', seat, session: { ...outcome.value, code } }
    }
    return outcome
  }
}
