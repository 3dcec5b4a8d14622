/**
 * `npm run backup -- [--from <data folder>] --to <file>`: one clean file of a folder's whole ledger, also while a hub runs on it. It reads
 * and never writes there; a file that is there already is left alone.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { configure, optionsOf, run } from '../environment.ts'
import { hasLedger, writeBackup } from '../ledgers/embedded/write-backup.ts'
import { limits } from '../limits.ts'
import { noLedger } from '../moving/refused.ts'

const usage = 'npm run backup -- [--from <thư mục dữ liệu · data folder>] --to <tệp · file>'

interface Options {
  readonly from: string
  readonly to: string
}

function parse(): Options | undefined {
  const text = { type: 'string' } as const
  const { from, to } = parseArgs({ options: { from: text, to: text } }).values
  return to === undefined ? undefined : { from: resolve(from ?? configure().dataFolder), to: resolve(to) }
}

run(async () => {
  const { from, to } = optionsOf(usage, parse)
  if (!hasLedger(from)) throw noLedger(from)
  await writeBackup(from, to, limits.backups)
  console.info(`Đã sao lưu ${from} vào ${to}. · Backed up to ${to}.`)
})
