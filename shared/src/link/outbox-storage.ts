/**
 * Where an outbox is kept: in the phone's IndexedDB, under the contest and the seat. What it holds survives a reload, a closed page
 * and a killed browser. localStorage is not used: it lost what was written in the last seconds before a kill.
 */
import { delMany, promisifyRequest, set } from 'idb-keyval'
import * as v from 'valibot'
import { type KeptCommand, keptCommandSchema } from './kept-command.ts'
import { strictStore } from './strict-store.ts'

/** Each promise rejects when the medium fails; the outbox goes on without it and says so. */
export interface OutboxStorage {
  /** Everything kept, in no particular order. */
  load(): Promise<readonly KeptCommand[]>
  /** Resolves only when the command would survive the end of the page; replaces what has the same id. */
  put(kept: KeptCommand): Promise<void>
  remove(ids: readonly string[]): Promise<void>
}

/** The outbox of one seat (`judge:gk1`) in one contest on this device. */
export function outboxStorage(contest: string, seat: string): OutboxStorage {
  const store = strictStore('bang-diem-outbox', 'commands')
  const prefix = `${contest}/${seat}/`
  return {
    async load() {
      // Ids are ASCII: everything that begins with the prefix lies before the prefix and the highest character.
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`)
      const kept = await store('readonly', (commands) => promisifyRequest(commands.getAll(range)))
      return kept.flatMap((one) => {
        const parsed = v.safeParse(keptCommandSchema, one)
        return parsed.success ? [parsed.output] : []
      })
    },
    put: (kept) => set(prefix + kept.id, kept, store),
    remove: (ids) =>
      delMany(
        ids.map((id) => prefix + id),
        store,
      ),
  }
}
