/**
 * The thread of one backup: writes it, and only when it is proven and has its name throws away what is older than the newest few. Whatever
 * goes wrong ends the thread with that error.
 */
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { workerData } from 'node:worker_threads'
import * as v from 'valibot'
import { unfinished, writeBackup } from './write-backup.ts'

const orderSchema = v.object({
  /** The data folder. */
  folder: v.string(),
  /** The folder of the backups. */
  backups: v.string(),
  name: v.string(),
  keep: v.number(),
  bytesLeftFree: v.number(),
})
export type BackupOrder = v.InferOutput<typeof orderSchema>

const { folder, backups, name, keep, bytesLeftFree } = v.parse(orderSchema, workerData)
await writeBackup(folder, join(backups, name), { bytesLeftFree })

// The one just made stays whatever the clock says.
const others = readdirSync(backups).filter((other) => /^ledger-.*\.sqlite$/.test(other) && other !== name)
const old = others.sort().slice(0, Math.max(0, others.length - (keep - 1)))
// What a hub that was killed had begun.
const begun = readdirSync(backups).filter((other) => other.endsWith(`.sqlite${unfinished}`))
for (const each of [...old, ...begun]) rmSync(join(backups, each))
