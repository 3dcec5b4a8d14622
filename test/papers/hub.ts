/** One real hub with the histories of many contests in its ledger, and everything that its calls answer about them. */

import { openEmbeddedLedger } from '@bang-diem/server/ledgers/embedded/embedded.ts'
import { limits } from '@bang-diem/server/limits.ts'
import { sha256 } from '@bang-diem/server/sha256.ts'
import { genesis } from '@bang-diem/shared/ledger/commit.ts'
import { dataFolder, type HubProcess, startHub } from '../harness/hub-process.ts'
import type { History } from './history.ts'

export interface PaperHub {
  readonly running: HubProcess
  /** Ends the hub and throws its histories away. */
  close(): Promise<void>
}

export async function hubWith(histories: readonly History[]): Promise<PaperHub> {
  const folder = await dataFolder()
  const ledger = await openEmbeddedLedger({ folder: folder.path, limits: limits.ledger })
  for (const { state, commits } of histories) {
    let head = genesis(state.contest, sha256)
    for (let next = 0; next < commits.length; next += limits.ledger.commitsPerAppend) {
      const group = commits.slice(next, next + limits.ledger.commitsPerAppend)
      const last = group.at(-1)
      await ledger.append(state.contest, head, group)
      if (last) head = { number: last.number, hash: last.hash }
    }
  }
  await ledger.close()
  const hub = await startHub({ dataFolder: folder.path })
  const close = async () => {
    await hub.stop()
    await folder.remove()
  }
  return { running: hub, close }
}
