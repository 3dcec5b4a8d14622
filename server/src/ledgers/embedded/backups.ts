/**
 * Makes a backup of the ledger every so often while something has changed, each in a thread of its own that ends with it: neither an append
 * nor the event loop waits for a copy. One that fails is told and tried again; it never stops the hub, and never costs an older backup.
 */
import { mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { BackupLimits } from '../../limits.ts'
import type { BackupOrder } from './backup-thread.ts'
import { textOf } from './medium-fault.ts'

export interface BackupOptions {
  readonly limits: BackupLimits
  /** Wall clock in ms, for the names. */
  readonly now: () => number
  /** Told why a backup failed, and null after one that did not. */
  readonly onFailing: (why: string | null) => void
}

export class Backups {
  readonly #folder: string
  readonly #options: BackupOptions
  readonly #looking: NodeJS.Timeout
  /** What an earlier run has written may not be in any backup. */
  #changed = true
  #running: Promise<void> | undefined

  constructor(folder: string, options: BackupOptions) {
    this.#folder = folder
    this.#options = options
    this.#looking = setInterval(() => this.#look(), options.limits.lookMs)
    this.#looking.unref()
  }

  /** Something was appended. */
  changed(): void {
    this.#changed = true
  }

  /** Resolves when nothing is being copied any more. */
  async stop(): Promise<void> {
    clearInterval(this.#looking)
    await this.#running
  }

  #look(): void {
    if (!this.#changed || this.#running) return
    this.#running = this.#backUpIfDue()
      .then((made) => {
        if (made) this.#options.onFailing(null)
      })
      .catch((error: unknown) => {
        this.#changed = true
        this.#options.onFailing(textOf(error))
      })
      .finally(() => {
        this.#running = undefined
      })
  }

  async #backUpIfDue(): Promise<boolean> {
    const { limits, now } = this.#options
    const backups = join(this.#folder, 'backups')
    await mkdir(backups, { recursive: true, mode: 0o700 })
    const age = now() - (await newest(backups))
    // A clock that was set back makes the newest one younger than nothing.
    if (age >= 0 && age < limits.everyMs) return false
    this.#changed = false
    const name = `ledger-${new Date(now()).toISOString().replaceAll(/[:.]/g, '-')}.sqlite`
    const { keep, bytesLeftFree } = limits
    await runThread({ folder: this.#folder, backups, name, keep, bytesLeftFree })
    return true
  }
}

/** When the newest backup was made, in ms; long ago when there is none. */
async function newest(folder: string): Promise<number> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sqlite'))
  const times = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).mtimeMs))
  return Math.max(0, ...times)
}

/** Resolves when the thread has made the backup; rejects with what went wrong in it. */
function runThread(order: BackupOrder): Promise<void> {
  const worker = new Worker(new URL('./backup-thread.ts', import.meta.url), { workerData: order })
  return new Promise((resolve, reject) => {
    worker.on('error', reject)
    worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the backup's thread ended with ${code}`))))
  })
}
