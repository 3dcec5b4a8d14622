/**
 * Records that stay on this phone, each under a text of its own. Drafts and outboxes are kept through it; who owns which record is told
 * by its key alone, see `seat-records.ts`.
 */
import { delMany, promisifyRequest, set } from 'idb-keyval'
import { strictStore } from './strict-store.ts'

/** Each promise rejects when the medium fails. */
export interface PhoneStore {
  /** Every record whose key begins with the prefix, by key. */
  read(prefix: string): Promise<ReadonlyMap<string, unknown>>
  /** Resolves only when the record would survive the end of the page; replaces what has the same key. */
  put(key: string, record: unknown): Promise<void>
  remove(keys: readonly string[]): Promise<void>
}

/** In the phone's IndexedDB. localStorage is not used: it lost what was written in the last seconds before a kill. */
export function phoneStore(database: string, name: string): PhoneStore {
  const store = strictStore(database, name)
  return {
    async read(prefix) {
      // Keys are ASCII: everything that begins with the prefix lies before the prefix and the highest character.
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`)
      const [keys, records] = await store('readonly', (all) =>
        Promise.all([promisifyRequest(all.getAllKeys(range)), promisifyRequest(all.getAll(range))]),
      )
      return new Map(keys.map((key, at): [string, unknown] => [String(key), records[at]]))
    },
    put: (key, record) => set(key, record, store),
    remove: (keys) => delMany([...keys], store),
  }
}
