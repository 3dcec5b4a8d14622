/**
 * What a kill cannot prove, since the kernel outlives the process: that the ledger flushes. SQLite is asked for its setting, and the
 * flushes between sending and answer are counted from outside.
 */
import { openEmbeddedLedger } from '@bang-diem/server/ledgers/embedded/embedded.ts'
import { limits } from '@bang-diem/server/limits.ts'
import { EmbeddedMedium } from '../ledger/embedded-medium.ts'
import { flushesPerAppend } from './durability/flushes.ts'
import { traceAppends } from './durability/traced-appends.ts'

/** SQLite's number for `synchronous = FULL`. */
const full = 2
const appends = 20

export interface FlushReport {
  readonly synchronous: string
  readonly appends: number
  /** Appends with at least one flush of the log between sending and answer. */
  readonly flushed: number
  readonly faults: readonly string[]
}

export async function watchFlushes(): Promise<FlushReport> {
  const medium = await EmbeddedMedium.make()
  try {
    const flushes = [...flushesPerAppend(await traceAppends(medium.folder, appends)).values()]
    const flushed = flushes.filter((count) => count > 0).length
    const ledger = await openEmbeddedLedger({ folder: medium.folder, limits: limits.ledger })
    const { synchronous } = await ledger.settings()
    await ledger.close()
    const faults = [
      ...(synchronous === full ? [] : [`SQLite says synchronous = ${synchronous}`]),
      ...(flushed === appends ? [] : [`${appends - flushed} appends were answered before a flush`]),
    ]
    return { synchronous: synchronous === full ? 'FULL' : String(synchronous), appends, flushed, faults }
  } finally {
    await medium.dispose()
  }
}
