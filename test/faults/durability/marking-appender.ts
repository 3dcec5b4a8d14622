/** A program that appends and writes `send <n>` before and `ack <n>` after each append, for a tracer to see. Arguments: folder, appends. */
import { writeSync } from 'node:fs'
import { commitsAfter, headAfter } from '@bang-diem/server/ledgers/contract/samples.ts'
import { openEmbeddedLedger } from '@bang-diem/server/ledgers/embedded/embedded.ts'
import { limits } from '@bang-diem/server/limits.ts'

const [folder, appends] = process.argv.slice(2)
if (!folder || !appends) throw new Error('usage: marking-appender.ts <folder> <appends>')
const contest = 'flush'
const ledger = await openEmbeddedLedger({ folder, limits: limits.ledger })
let head = await ledger.head(contest)
for (let append = 1; append <= Number(appends); append += 1) {
  const commits = commitsAfter(head, ['ghi'])
  writeSync(1, `send ${append}\n`)
  await ledger.append(contest, head, commits)
  writeSync(1, `ack ${append}\n`)
  head = headAfter(commits)
}
await ledger.close()
