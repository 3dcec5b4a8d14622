/**
 * Has a document made in a thread of its own, from the contest's lines up to one commit: neither folding nor layout may hold up judges, and a
 * document that eats memory or time takes its thread with it and nothing else. The thread ends with its document.
 */
import { Worker } from 'node:worker_threads'
import type { Head } from '@bang-diem/shared/ledger/commit.ts'
import * as v from 'valibot'
import { LedgerUnavailable } from '../ledgers/errors.ts'
import type { Ledger, StoredCommit } from '../ledgers/ledger.ts'
import type { Timers } from '../timers.ts'
import type { DocumentLimits } from './document-limits.ts'
import { answerSchema, type Made, type Order } from './messages.ts'

export interface Workshop {
  readonly ledger: Pick<Ledger, 'read'>
  readonly timers: Pick<Timers, 'after'>
  readonly limits: DocumentLimits
}

/**
 * What has come of the order; `gone` when nobody waits for it any more (SPEC W-13, W-14). Rejects with `LedgerUnavailable` when the history cannot
 * be read, `BrokenChain` when it is not what was written.
 */
export async function makeDocument(order: Order, workshop: Workshop, gone: AbortSignal): Promise<Made | 'gone'> {
  const { ledger, timers, limits } = workshop
  const worker = new Worker(new URL('./making-thread.ts', import.meta.url), {
    workerData: { order, limits: { leaves: limits.leaves, cells: limits.cells } },
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes, maxYoungGenerationSizeMb: limits.youngMegabytes },
  })
  const ending = new AbortController()
  const answer = new Promise<Made | 'gone'>((resolve, reject) => {
    const cancel = timers.after(limits.makingMs, () => resolve({ come: 'too-large' }))
    ending.signal.addEventListener('abort', cancel)
    gone.addEventListener('abort', () => resolve('gone'), { signal: ending.signal })
    worker.once('message', (message: unknown) => resolve(v.parse(answerSchema, message)))
    worker.once('error', (error) => {
      if (Reflect.get(error, 'code') === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ come: 'too-large' })
      else reject(error)
    })
  })
  try {
    const [made] = await Promise.all([answer, tell(worker, ledger.read(order.contest, 0), order.head, gone)])
    return made
  } finally {
    ending.abort()
    await worker.terminate()
  }
}

/** Sends the history up to `head` in the parts in which it is read, so that no single one holds up what else arrives. */
async function tell(
  worker: Worker,
  history: AsyncIterable<readonly StoredCommit[]>,
  head: Head,
  gone: AbortSignal,
): Promise<void> {
  let told = 0
  for await (const chunk of history) {
    if (gone.aborted) return
    const commits = chunk.filter(({ number }) => number <= head.number)
    if (commits.length > 0) worker.postMessage(commits)
    told = commits.at(-1)?.number ?? told
    if (told === head.number) break
  }
  // Its medium has lost the end: the hub is giving it back.
  if (told < head.number) throw new LedgerUnavailable('not-answering', 'none', undefined)
  worker.postMessage([])
}
