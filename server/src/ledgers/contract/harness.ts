/** What a ledger's test must provide for the contract suite. */
import { onTestFinished } from 'vitest'
import type { Ledger } from '../ledger.ts'

/** When the writing side dies during an append: with everything sent but nothing decided, or with all written but no answer given. */
export type CrashMoment = 'before-commit' | 'after-commit'

/** One fresh place where history can be kept, such as a folder or a database of its own. */
export interface Medium {
  open(): Promise<Ledger>
  /** A ledger whose next append meets a crash at this moment, once. */
  openCrashing(moment: CrashMoment): Promise<Ledger>
  /**
   * A process of its own appends batches of `batch` commits, one after the other, and reports the number of the last commit of each
   * resolved append; after `reports` of them it is killed with SIGKILL. Answers all numbers that it reported.
   */
  appendUntilKilled(contest: string, batch: number, reports: number): Promise<readonly number[]>
  /** Changes one byte of this commit's line where it is stored, by other means than the ledger; no ledger is open meanwhile. */
  flipByte(contest: string, number: number): Promise<void>
  /** Closes what is still open and removes everything. */
  dispose(): Promise<void>
}

export interface LedgerHarness {
  newMedium(): Promise<Medium>
}

export async function mediumOf(harness: LedgerHarness): Promise<Medium> {
  const medium = await harness.newMedium()
  onTestFinished(() => medium.dispose())
  return medium
}

export async function ledgerOf(harness: LedgerHarness): Promise<Ledger> {
  return (await mediumOf(harness)).open()
}
