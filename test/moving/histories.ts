/** Ledgers in folders of their own, and histories that begin as a contest does, for tests of moving and restoring. */

import { commitsAfter, headAfter, start } from '@bang-diem/server/ledgers/contract/samples.ts'
import { openEmbeddedLedger } from '@bang-diem/server/ledgers/embedded/embedded.ts'
import type { Ledger, StoredCommit } from '@bang-diem/server/ledgers/ledger.ts'
import { limits } from '@bang-diem/server/limits.ts'
import type { Place } from '@bang-diem/server/moving/bring.ts'
import { sha256 } from '@bang-diem/server/sha256.ts'
import { storedOf } from '@bang-diem/server/stored.ts'
import { seal } from '@bang-diem/shared/ledger/commit.ts'
import { onTestFinished } from 'vitest'
import { dataFolder } from '../harness/hub-process.ts'

export const contest = 'dan-van-kheo-2026'
/** Nothing here is timed: what comes at all comes within this, on the slowest machine. */
export const patience = { timeout: 30_000 }
export const ports = { sha256, limits: limits.ledger }

export async function newFolder(): Promise<string> {
  const folder = await dataFolder()
  onTestFinished(() => folder.remove())
  return folder.path
}

export async function openIn(folder: string): Promise<Ledger> {
  const ledger = await openEmbeddedLedger({ folder, limits: limits.ledger })
  onTestFinished(() => ledger.close())
  return ledger
}

/** A place with an embedded ledger in it. */
export async function newPlace(name: string): Promise<Place> {
  return { name, ledger: await openIn(await newFolder()) }
}

/** A whole history: the contest is created, and then so much is noted. */
export function historyOf(id: string, notes: readonly string[], created = 'ban đầu'): StoredCommit[] {
  const { hash: previous } = start(id)
  const fact = { type: 'contest-created', salt: 'c2FsdA', definition: { id, title: created } }
  const first = storedOf(seal({ number: 1, at: 1, by: 'hub', commandId: '', facts: [fact], previous }, sha256))
  return [first, ...commitsAfter(headAfter([first]), notes)]
}

export async function fill(
  { ledger }: Pick<Place, 'ledger'>,
  id: string,
  commits: readonly StoredCommit[],
): Promise<void> {
  for (let next = 0; next < commits.length; next += limits.ledger.commitsPerAppend) {
    const group = commits.slice(next, next + limits.ledger.commitsPerAppend)
    await ledger.append(id, next === 0 ? start(id) : headAfter(commits.slice(0, next)), group)
  }
}
