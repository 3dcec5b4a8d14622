/**
 * A whole hub as a program of its own, which the test can freeze, kill and start again on the same port; and its data folder, which may be
 * copied, put back and emptied while the hub is down.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'

const main = fileURLToPath(import.meta.resolve('@bang-diem/server/main.ts'))
const readySchema = v.object({ ready: v.object({ port: v.number() }) })
const START_LIMIT = 10_000

export class HubProgram {
  readonly organiserKey = 'organiser-key-of-the-test'
  readonly #folder = mkdtempSync(join(tmpdir(), 'bang-diem-link-'))
  readonly #copies = new Map<string, string>()
  #child: ChildProcess | null = null
  #port = 0

  get address(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  async start(): Promise<void> {
    const { organiserKey: ORGANISER_KEY } = this
    const env = { ...process.env, HOST: '127.0.0.1', PORT: String(this.#port), DATA_DIR: this.#folder, ORGANISER_KEY }
    const child = fork(main, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    this.#child = child
    this.#port = await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no hub within ${START_LIMIT} ms`)), START_LIMIT)
      child.once('exit', (code) => reject(new Error(`the hub ended with ${code}`)))
      child.on('message', (message) => {
        const parsed = v.safeParse(readySchema, message)
        if (!parsed.success) return
        clearTimeout(timer)
        resolve(parsed.output.ready.port)
      })
    })
  }

  /** Frozen, it keeps every connection open and says nothing: what a closed laptop looks like to a phone. */
  freeze(): void {
    this.#child?.kill('SIGSTOP')
  }

  async kill(): Promise<void> {
    const child = this.#child
    if (child === null || child.exitCode !== null || child.signalCode !== null) return
    await new Promise((resolve) => {
      child.once('exit', resolve)
      child.kill('SIGKILL')
    })
  }

  /** The folder as it is now, under this name. */
  backUp(name: string): void {
    const copy = `${this.#folder}-${name}`
    cpSync(this.#folder, copy, { recursive: true })
    this.#copies.set(name, copy)
  }

  putBack(name: string): void {
    const copy = this.#copies.get(name)
    if (copy === undefined) throw new Error(`nothing was backed up as ${name}`)
    this.emptyFolder()
    cpSync(copy, this.#folder, { recursive: true })
  }

  emptyFolder(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }

  async remove(): Promise<void> {
    await this.kill()
    for (const folder of [this.#folder, ...this.#copies.values()]) rmSync(folder, { recursive: true, force: true })
  }
}
