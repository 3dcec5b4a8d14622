/** Takes single commits out of a read that comes in chunks, for those who hold two histories side by side. */
import type { StoredCommit } from './ledger.ts'

export class OneByOne {
  readonly #chunks: AsyncIterator<readonly StoredCommit[]>
  #chunk: readonly StoredCommit[] = []
  #next = 0

  constructor(chunks: AsyncIterable<readonly StoredCommit[]>) {
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  /** Undefined after the last, however often it is asked for. */
  async next(): Promise<StoredCommit | undefined> {
    while (this.#next >= this.#chunk.length) {
      const { done, value } = await this.#chunks.next()
      if (done) return undefined
      this.#chunk = value
      this.#next = 0
    }
    return this.#chunk[this.#next++]
  }
}
