/**
 * Keeps a second copy of every contest as plain lines in a folder, such as a stick in the laptop. It is rung after commits, reads what is
 * new from the ledger and writes it behind everybody's back: nobody waits for it, and what goes wrong with it is told and nothing else.
 * The folder itself is never made: one that is gone is a stick that was pulled, and not a place on another disk.
 */
import type { MirrorLimits } from '../../limits.ts'
import type { Ledger } from '../ledger.ts'
import { MirrorFile } from './mirror-file.ts'

export interface MirrorOptions {
  readonly folder: string
  readonly ledger: Pick<Ledger, 'read'>
  readonly limits: MirrorLimits
  /** Wall clock in ms, for the names of what is put aside. */
  readonly now: () => number
  /** Told why a file cannot be written, and null when all of them can. */
  readonly onFailing: (why: string | null) => void
}

export class Mirror {
  readonly #options: MirrorOptions
  readonly #files = new Map<string, MirrorFile>()
  /** Contests of which the ledger may have more than their files, in the order in which they take turns. */
  readonly #behind = new Set<string>()
  readonly #failing = new Set<string>()
  readonly #stopping = new AbortController()
  #writing: Promise<void> | undefined

  constructor(options: MirrorOptions) {
    this.#options = options
  }

  /** The contest has new commits, or was not looked at yet. */
  rang(contest: string): void {
    if (this.#stopping.signal.aborted) return
    this.#behind.add(contest)
    this.#writing ??= this.#write()
  }

  /** Resolves when what was rung for is written, or cannot be. The ledger is still open. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#writing
  }

  async #write(): Promise<void> {
    for (const contest of this.#behind) {
      this.#behind.delete(contest)
      const wrote = await this.#complete(contest)
      if (!wrote && !this.#stopping.signal.aborted) this.#behind.add(contest)
      await this.#rest(wrote ? this.#options.limits.pauseMs : this.#options.limits.retryMs)
    }
    this.#writing = undefined
  }

  async #complete(contest: string): Promise<boolean> {
    const { folder, ledger, now, onFailing } = this.#options
    const file = this.#files.get(contest) ?? new MirrorFile(folder, contest, ledger, now)
    this.#files.set(contest, file)
    const hadFailed = this.#failing.size > 0
    try {
      await file.complete()
      this.#failing.delete(contest)
      if (hadFailed && this.#failing.size === 0) onFailing(null)
      return true
    } catch (error) {
      this.#failing.add(contest)
      if (!hadFailed) onFailing(error instanceof Error ? error.message : String(error))
      return false
    }
  }

  /** Not while stopping: then what is left is written at once. */
  #rest(ms: number): Promise<void> {
    const { signal } = this.#stopping
    return new Promise((resolve) => {
      const rested = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', rested)
        resolve()
      }
      const timer = setTimeout(rested, signal.aborted ? 0 : ms)
      signal.addEventListener('abort', rested)
    })
  }
}
