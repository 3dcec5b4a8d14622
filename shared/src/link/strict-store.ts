/**
 * An IndexedDB store whose writes are flushed to the medium before they count as done. The library's own store leaves that to the
 * browser, and a phone whose battery is pulled within a second would forget what its lamp called stored. Nor does the library open a
 * database again that a browser closed without a word.
 */
import { promisifyRequest, type UseStore } from 'idb-keyval'

/** The durability hint is newer than the phones that this runs on: where it is unknown, browsers ignore it. */
const flushed: IDBTransactionOptions = { durability: 'strict' }

export function strictStore(database: string, store: string): UseStore {
  let opened: Promise<IDBDatabase> | undefined
  const forget = () => {
    opened = undefined
  }
  const open = () => {
    const request = indexedDB.open(database)
    request.onupgradeneeded = () => request.result.createObjectStore(store)
    const opening = promisifyRequest(request)
    opened = opening
    // Safari closes idle databases, and a private window may refuse to open one: the next use tries again.
    opening.then((db) => {
      db.onclose = forget
    }, forget)
    return opening
  }
  const recordsOf = (db: IDBDatabase, mode: IDBTransactionMode) =>
    db.transaction(store, mode, flushed).objectStore(store)
  return async (mode, use) => {
    let records: IDBObjectStore
    try {
      records = recordsOf(await (opened ?? open()), mode)
    } catch {
      // Closed, and nobody was told of it: it is opened once more.
      records = recordsOf(await open(), mode)
    }
    return use(records)
  }
}
