/** The contract suite's harness for the embedded ledger: a real folder, a real child process, a real file. */
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { CrashMoment, Medium } from '@bang-diem/server/ledgers/contract/harness.ts'
import { openEmbeddedLedger } from '@bang-diem/server/ledgers/embedded/embedded.ts'
import type { Ledger } from '@bang-diem/server/ledgers/ledger.ts'
import { limits } from '@bang-diem/server/limits.ts'
import * as v from 'valibot'
import { linesOf, startProgram } from './program.ts'

export class EmbeddedMedium implements Medium {
  readonly folder: string
  readonly #open: Ledger[] = []

  constructor(folder: string) {
    this.folder = folder
  }

  static async make(): Promise<EmbeddedMedium> {
    return new EmbeddedMedium(await mkdtemp(join(tmpdir(), 'bang-diem-ledger-')))
  }

  async open(): Promise<Ledger> {
    const ledger = await openEmbeddedLedger({ folder: this.folder, limits: limits.ledger })
    this.#open.push(ledger)
    return ledger
  }

  async openCrashing(moment: CrashMoment): Promise<Ledger> {
    const threadCode = new URL('./crashing-thread.ts', import.meta.url)
    const ledger = await openEmbeddedLedger({ folder: this.folder, limits: limits.ledger, threadCode })
    this.#open.push(ledger)
    await writeFile(join(this.folder, 'crash'), moment)
    return ledger
  }

  async appendUntilKilled(contest: string, batch: number, reports: number): Promise<readonly number[]> {
    const child = startProgram(new URL('./appender.ts', import.meta.url), [this.folder, contest, String(batch)])
    const numbers: number[] = []
    const ended = once(child, 'exit')
    for await (const line of linesOf(child)) {
      numbers.push(Number(line))
      if (numbers.length === reports) child.kill('SIGKILL')
    }
    await ended
    if (child.signalCode !== 'SIGKILL') throw new Error(`the appender ended by itself: ${child.exitCode}`)
    return numbers
  }

  async flipByte(contest: string, number: number): Promise<void> {
    const line = this.#lineOf(contest, number)
    const path = join(this.folder, 'ledger.sqlite')
    const file = await readFile(path)
    // Pages that were split keep a dead copy of what moved away: the living one is among all of them.
    let flipped = 0
    for (let at = file.indexOf(line); at >= 0; at = file.indexOf(line, at)) {
      const middle = at + Math.floor(line.length / 2)
      file.writeUInt8(file.readUInt8(middle) ^ 1, middle)
      flipped += 1
    }
    if (flipped === 0) throw new Error(`the line of commit ${number} is not in the file`)
    await writeFile(path, file)
  }

  async dispose(): Promise<void> {
    await Promise.all(this.#open.map((ledger) => ledger.close()))
    await rm(this.folder, { recursive: true })
  }

  #lineOf(contest: string, number: number): Buffer {
    const database = new DatabaseSync(join(this.folder, 'ledger.sqlite'))
    const row = database
      .prepare('SELECT last, lines FROM appends WHERE contest = ? AND last >= ? ORDER BY last')
      .get(contest, number)
    database.close()
    const { last, lines } = v.parse(v.object({ last: v.number(), lines: v.string() }), row)
    return Buffer.from(lines.split('\n').at(number - last - 1) ?? '')
  }
}
