/**
 * A program that writes a ledger, lets the folder become read-only, tries to open it, lets it become writable and opens it again.
 * Arguments: folder and the two shell commands, which find the folder as `$0`. It prints one line of JSON for each opening.
 */
import { execFileSync } from 'node:child_process'
import { writeSync } from 'node:fs'
import { appendNext, readAll, texts } from '@bang-diem/server/ledgers/contract/samples.ts'
import { openEmbeddedLedger } from '@bang-diem/server/ledgers/embedded/embedded.ts'
import { LedgerUnavailable } from '@bang-diem/server/ledgers/errors.ts'
import type { Ledger } from '@bang-diem/server/ledgers/ledger.ts'
import { limits } from '@bang-diem/server/limits.ts'
import type { Report } from './report.ts'

const [folder, lock, unlock] = process.argv.slice(2)
if (!folder || !lock || !unlock) throw new Error('usage: read-only-opener.ts <folder> <lock> <unlock>')
const contest = 'read-only'

async function visit(place: string, during: (ledger: Ledger) => Promise<unknown>): Promise<Report> {
  try {
    const ledger = await openEmbeddedLedger({ folder: place, limits: limits.ledger })
    const commits = (await readAll(ledger, contest)).length
    await during(ledger)
    await ledger.close()
    return { event: 'opened', commits }
  } catch (error) {
    if (!(error instanceof LedgerUnavailable)) throw error
    return { event: 'refused', reason: error.reason, outcome: error.outcome }
  }
}

function say(report: Report): void {
  writeSync(1, `${JSON.stringify(report)}\n`)
}

say(await visit(folder, (ledger) => appendNext(ledger, contest, texts(3))))
execFileSync('sh', ['-c', lock, folder])
say(await visit(folder, () => Promise.reject(new Error('a read-only folder was opened'))))
execFileSync('sh', ['-c', unlock, folder])
say(await visit(folder, (ledger) => appendNext(ledger, contest, texts(1))))
