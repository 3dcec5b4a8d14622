/**
 * One contest's file in the mirror: a commit a line, always a beginning of the ledger's history. It is compared with the ledger when it is
 * first met and whenever it is not as it was left; what is in it and not in the ledger is put aside under another name, never written over.
 * The file is open only while something is written, so that a stick can be taken out.
 */
import { constants } from 'node:fs'
import { access, type FileHandle, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { textOf } from '../commit-text.ts'
import type { Ledger } from '../ledger.ts'
import { OneByOne } from '../one-by-one.ts'
import { type FileLine, linesOf } from './lines.ts'

/** How far the file goes, and which file it was. */
interface Position {
  readonly number: number
  readonly bytes: number
  readonly inode: number
}

export class MirrorFile {
  readonly #folder: string
  readonly #contest: string
  readonly #ledger: Pick<Ledger, 'read'>
  readonly #now: () => number
  #position: Position | undefined

  constructor(folder: string, contest: string, ledger: Pick<Ledger, 'read'>, now: () => number) {
    this.#folder = folder
    this.#contest = contest
    this.#ledger = ledger
    this.#now = now
  }

  /** Appends what the ledger has more, and flushes it. Rejects with what the system or the ledger says; the next call then compares anew. */
  async complete(): Promise<void> {
    const known = this.#position
    this.#position = undefined
    const opened = (await this.#openWhere(known)) ?? (await this.#startAnew())
    try {
      const end = await this.#append(opened.file, opened.position)
      await opened.file.datasync()
      this.#position = end
    } finally {
      await opened.file.close()
    }
    if (opened.position.bytes === 0) await flushFolder(this.#folder)
  }

  get #path(): string {
    return join(this.#folder, `${this.#contest}.jsonl`)
  }

  /** Undefined when the file holds something that is not the ledger's: then it has another name now. */
  async #openWhere(known: Position | undefined): Promise<{ file: FileHandle; position: Position } | undefined> {
    const file = await open(this.#path, constants.O_RDWR | constants.O_CREAT, 0o600)
    try {
      const { size: bytes, ino: inode } = await file.stat()
      if (known && known.bytes === bytes && known.inode === inode) return { file, position: known }
      const common = await this.#compare(file)
      if (common) return { file, position: { ...common, inode } }
    } catch (error) {
      await file.close()
      throw error
    }
    await file.close()
    await rename(this.#path, await freeName(this.#folder, this.#contest, this.#now()))
    return undefined
  }

  async #startAnew(): Promise<{ file: FileHandle; position: Position }> {
    const file = await open(this.#path, 'wx+', 0o600)
    return { file, position: { number: 0, bytes: 0, inode: (await file.stat()).ino } }
  }

  /** How far the file is the ledger's; undefined where it is something else. A last line that was cut off is written again. */
  async #compare(file: FileHandle): Promise<Omit<Position, 'inode'> | undefined> {
    const commits = new OneByOne(this.#ledger.read(this.#contest, 0))
    let reached = { number: 0, bytes: 0 }
    for await (const lines of linesOf(file)) {
      for (const line of lines) {
        const commit = await commits.next()
        if (!commit || !isLineOf(line, Buffer.from(commit.line))) return undefined
        if (line.isWhole) reached = { number: commit.number, bytes: line.end }
      }
    }
    return reached
  }

  async #append(file: FileHandle, from: Position): Promise<Position> {
    let end = from
    for await (const chunk of this.#ledger.read(this.#contest, from.number)) {
      const bytes = Buffer.from(textOf(chunk))
      await writeAll(file, bytes, end.bytes)
      end = { ...end, number: chunk.at(-1)?.number ?? end.number, bytes: end.bytes + bytes.length }
    }
    return end
  }
}

function isLineOf({ bytes, isWhole }: FileLine, expected: Buffer): boolean {
  return bytes.equals(isWhole ? expected : expected.subarray(0, bytes.length))
}

/** A write may take only a part when there is hardly room. */
async function writeAll(file: FileHandle, bytes: Buffer, at: number): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    written += (await file.write(bytes, written, bytes.length - written, at + written)).bytesWritten
  }
}

async function freeName(folder: string, contest: string, now: number): Promise<string> {
  for (let time = now; ; time += 1) {
    const name = join(folder, `${contest}.aside-${new Date(time).toISOString().replaceAll(/[:.]/g, '-')}.jsonl`)
    if (!(await exists(name))) return name
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'code') === 'ENOENT') return false
    throw error
  }
}

/** A new file is on the disk once its folder is. Windows has no such thing. */
async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
