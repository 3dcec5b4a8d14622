/** A phone's store in memory, which goes on after a page was closed and can be made to fail. */
import type { PhoneStore } from '@bang-diem/shared/link/phone-store.ts'

export class MemoryPhone implements PhoneStore {
  readonly records = new Map<string, string>()
  /** True: whatever is written is refused, as by a full disk. */
  isFull = false

  async read(prefix: string): Promise<ReadonlyMap<string, unknown>> {
    const found = [...this.records].filter(([key]) => key.startsWith(prefix))
    return new Map(found.map(([key, text]): [string, unknown] => [key, JSON.parse(text)]))
  }

  async put(key: string, record: unknown): Promise<void> {
    if (this.isFull) throw new Error('this phone is full')
    this.records.set(key, JSON.stringify(record))
  }

  async remove(keys: readonly string[]): Promise<void> {
    for (const key of keys) this.records.delete(key)
  }
}
