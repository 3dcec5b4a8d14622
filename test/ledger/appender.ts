/**
 * A program that appends batches to a ledger until somebody kills it, and prints the last number of each resolved append.
 * Arguments: folder or address, contest, batch size. Printing is synchronous, so that nothing it said can be lost with it.
 */
import { writeSync } from 'node:fs'
import { commitsAfter, headAfter, texts } from '@bang-diem/server/ledgers/contract/samples.ts'
import { openLedgerAt } from '@bang-diem/server/ledgers/registry.ts'
import { limits } from '@bang-diem/server/limits.ts'

const [folder, contest, batch] = process.argv.slice(2)
if (!folder || !contest || !batch) throw new Error('usage: appender.ts <folder> <contest> <batch>')
const ledger = await openLedgerAt({ location: folder, limits: limits.ledger })
let head = await ledger.head(contest)
for (;;) {
  const commits = commitsAfter(head, texts(Number(batch)))
  await ledger.append(contest, head, commits)
  head = headAfter(commits)
  writeSync(1, `${head.number}\n`)
}
