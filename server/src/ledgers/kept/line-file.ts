/**
 * A mirror or an exported history as a place to read from: one contest, a commit a line. The contest's id is that of the definition in
 * the first line, which the chain then proves. It never writes.
 */
import { type FileHandle, open } from 'node:fs/promises'
import { decodeCommit } from '@bang-diem/shared/ledger/commit.ts'
import * as v from 'valibot'
import type { Histories, StoredCommit } from '../ledger.ts'
import { type FileLine, linesOf } from './lines.ts'

/** The file is no history. */
export class NoHistory extends Error {
  override readonly name = 'NoHistory'
}

const created = v.object({ type: v.literal('contest-created'), definition: v.object({ id: v.string() }) })

/** Rejects with `NoHistory`, or with what the system says when the file cannot be opened. */
export async function openLineFile(path: string): Promise<LineFile> {
  const file = await open(path, 'r')
  try {
    for await (const [first] of linesOf(file)) {
      const facts = first && decodeCommit(first.bytes.toString())?.facts
      const fact = facts?.find((each) => v.is(created, each))
      if (fact) return new LineFile(file, v.parse(created, fact).definition.id)
      if (first) break
    }
    throw new NoHistory('its first line is not the first commit of a contest')
  } catch (error) {
    await file.close()
    throw error
  }
}

export class LineFile implements Histories {
  readonly #file: FileHandle
  readonly #contest: string
  #leftOut = 0

  constructor(file: FileHandle, contest: string) {
    this.#file = file
    this.#contest = contest
  }

  /** Bytes at the file's end that are no line, for the program that wrote them died on the way; known once it was read to its end. */
  get leftOut(): number {
    return this.#leftOut
  }

  async contests(): Promise<readonly string[]> {
    return [this.#contest]
  }

  async *read(contest: string, after: number): AsyncGenerator<readonly StoredCommit[]> {
    if (contest !== this.#contest) return
    let number = 0
    for await (const lines of linesOf(this.#file)) {
      const commits: StoredCommit[] = []
      for (const line of lines) {
        const commit = this.#commitOf(line, number + 1)
        if (!commit) continue
        number = commit.number
        if (number > after) commits.push(commit)
      }
      if (commits.length > 0) yield commits
    }
  }

  close(): Promise<void> {
    return this.#file.close()
  }

  /** A line that is no commit keeps its place, so that whoever proves the chain can name it; undefined for one that was cut off. */
  #commitOf({ bytes, isWhole }: FileLine, place: number): StoredCommit | undefined {
    const line = bytes.toString()
    const commit = decodeCommit(line)
    if (commit) return { number: commit.number, hash: commit.hash, line }
    if (isWhole) return { number: place, hash: '', line }
    this.#leftOut = bytes.length
    return undefined
  }
}
