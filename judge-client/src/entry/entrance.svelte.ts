/**
 * The way in: a link's code or a remembered session becomes a judge at this phone. It also brings the judge back when a newer
 * device has taken the seat. It knows nothing of sheets.
 */
import { HubLink } from '@bang-diem/shared/link/hub-link.svelte.ts'
import { Outbox } from '@bang-diem/shared/link/outbox.svelte.ts'
import { outboxStorage } from '@bang-diem/shared/link/outbox-storage.ts'
import { join, type KeptSession, loadSession, readLinkCode, saveSession } from '@bang-diem/shared/link/session.ts'
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
  #rejoining = $state.raw<'no' | 'under-way' | 'failed'>('no')

  get step(): Step {
    return this.#step
  }

  /** How the return to this phone stands, see `rejoin`. */
  get rejoining(): 'no' | 'under-way' | 'failed' {
    return this.#rejoining
  }

  /** A link's code comes before a remembered session: whoever scans a new card means it. */
  start(): void {
    const code = readLinkCode()
    const kept = loadSession('judge')
    if (code !== null && code !== kept?.code) void this.enter(code)
    else if (kept !== null) this.#sitDown(kept)
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

  /** Opens a new session with the same code: the newest session drives the seat. Drafts on this phone stay as they are. */
  async rejoin(): Promise<void> {
    const { step } = this
    if (step.kind !== 'inside' || this.#rejoining === 'under-way') return
    this.#rejoining = 'under-way'
    const outcome = await join(step.session.code)
    this.#rejoining = outcome.ok ? 'no' : 'failed'
    if (!outcome.ok) return
    saveSession('judge', outcome.value, step.session.code)
    step.seat.close()
    this.#sitDown({ ...outcome.value, code: step.session.code }, step.seat.drafts)
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

  #sitDown(session: KeptSession, drafts?: Drafts): void {
    const { contest, judge, session: token } = session
    if (judge === null) return this.#ask('notJudge', session.code)
    const link = new HubLink({ contest, session: token })
    const outbox = new Outbox(link, outboxStorage(contest, `judge:${judge}`))
    const seat = new JudgeSeat(link, outbox, drafts ?? new Drafts(draftStorage(contest, judge)))
    if (!drafts) void seat.drafts.load()
    this.#step = { kind: 'inside', seat, session }
  }
}
