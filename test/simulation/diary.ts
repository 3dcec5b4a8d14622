/**
 * What happened in a story, line by line with its moment. The digest of all lines tells whether two runs of one seed were the same; the
 * lines themselves are kept by nobody but a reader who asks for them.
 */
import { createHash } from 'node:crypto'
import type { SimulatedTime } from './time.ts'

/** Lines that are digested together: a small update costs as much as a large one. */
const portion = 64

export class Diary {
  readonly #time: SimulatedTime
  readonly #onLine: ((line: string) => void) | undefined
  readonly #hash = createHash('sha256')
  #lines: string[] = []
  #count = 0

  constructor(time: SimulatedTime, onLine?: (line: string) => void) {
    this.#time = time
    this.#onLine = onLine
  }

  /** How many lines there are. */
  get count(): number {
    return this.#count
  }

  note(text: string): void {
    const line = `${this.#time.now().toFixed(1)} ${text}`
    this.#count += 1
    this.#lines.push(line)
    this.#onLine?.(line)
    if (this.#lines.length >= portion) this.#flush()
  }

  digest(): string {
    this.#flush()
    return this.#hash.copy().digest('hex')
  }

  #flush(): void {
    this.#hash.update(this.#lines.join('\n'))
    this.#lines = []
  }
}
