/**
 * A program that appends to an embedded ledger as the hub does, through faults of the disk: it resolves an unknown outcome by reading
 * back and tries again, on the same open ledger. It prints one line of JSON for each refusal and one at the end.
 * Arguments: folder, appends to get through, and optionally a file to delete after the third refusal, to make room.
 */
import { rmSync, writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { commitsAfter, headAfter, readAll, texts } from '@bang-diem/server/ledgers/contract/samples.ts'
import { openEmbeddedLedger } from '@bang-diem/server/ledgers/embedded/embedded.ts'
import { LedgerUnavailable } from '@bang-diem/server/ledgers/errors.ts'
import type { StoredCommit } from '@bang-diem/server/ledgers/ledger.ts'
import { loadContest } from '@bang-diem/server/ledgers/verify.ts'
import { limits } from '@bang-diem/server/limits.ts'
import { sha256 } from '@bang-diem/server/sha256.ts'
import type { Head } from '@bang-diem/shared/ledger/commit.ts'
import type { Report } from './report.ts'

const batch = 5
const contest = 'failing'
const [folder, appends, ballast] = process.argv.slice(2)
if (!folder || !appends) throw new Error('usage: stubborn-appender.ts <folder> <appends> [ballast]')

function say(report: Report): void {
  writeSync(1, `${JSON.stringify(report)}\n`)
}

const ledger = await openEmbeddedLedger({ folder, limits: limits.ledger })
const followed: number[] = []
ledger.follow(contest, 0, (commits) => followed.push(...commits.map(({ number }) => number)))

let refusals = 0

/** Tells of a refusal and waits a little; anything else is a bug. */
async function endure(error: unknown): Promise<'none' | 'unknown'> {
  refusals += 1
  if (!(error instanceof LedgerUnavailable) || refusals > 100) throw error
  say({ event: 'refused', reason: error.reason, outcome: error.outcome })
  if (ballast && refusals === 3) rmSync(ballast)
  await sleep(5)
  return error.outcome
}

/** Asks again until the medium lets it through. */
async function insist<Result>(ask: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      await endure(error)
    }
  }
}

async function appendInsisting(after: Head, commits: readonly StoredCommit[]): Promise<void> {
  for (;;) {
    try {
      await ledger.append(contest, after, commits)
      return
    } catch (error) {
      if ((await endure(error)) === 'none') continue
      const found = await insist(() => readAll(ledger, contest, after.number))
      say({ event: 'read-back', found: found.length })
      if (found[0]?.hash === commits[0]?.hash) return
    }
  }
}

let head = await insist(() => ledger.head(contest))
for (let done = 0; done < Number(appends); done += 1) {
  const commits = commitsAfter(head, texts(batch), `append-${done}`)
  await appendInsisting(head, commits)
  head = headAfter(commits)
}

while ((followed.at(-1) ?? 0) < head.number) await sleep(5)
const loaded = await insist(() => loadContest(ledger, contest, sha256, () => undefined))
say({ event: 'done', appended: head.number, loaded: loaded.number, followed })
await ledger.close()
