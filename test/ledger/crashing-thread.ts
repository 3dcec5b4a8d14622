/**
 * The real storage thread, except that it dies once, around a COMMIT: while the file `crash` in the data folder says so.
 * With `before-commit` all rows are inserted and nothing counts; with `after-commit` all is durable and nobody is told.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { workerData } from 'node:worker_threads'
import { startSchema } from '@bang-diem/server/ledgers/embedded/messages.ts'
import * as v from 'valibot'

const order = join(v.parse(startSchema, workerData).folder, 'crash')
const exec = DatabaseSync.prototype.exec

DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string): void {
  const moment = sql === 'COMMIT' && existsSync(order) ? readFileSync(order, 'utf8') : 'never'
  if (moment !== 'never') rmSync(order)
  if (moment === 'before-commit') process.exit(1)
  exec.call(this, sql)
  if (moment === 'after-commit') process.exit(1)
}

await import('@bang-diem/server/ledgers/embedded/worker.ts')
