/**
 * Where an outbox is kept: on the phone, under the contest's history and the seat. What it holds survives a reload, a closed page and
 * a killed browser.
 */
import * as v from 'valibot'
import { type KeptCommand, keptCommandSchema } from './kept-command.ts'
import { type PhoneStore, phoneStore } from './phone-store.ts'
import { seatRecords } from './seat-records.ts'

/** Each promise rejects when the medium fails; the outbox goes on without it and says so. */
export interface OutboxStorage {
  /** Everything kept, in no particular order. */
  load(): Promise<readonly KeptCommand[]>
  /** Resolves only when the command would survive the end of the page; replaces what has the same id. */
  put(kept: KeptCommand): Promise<void>
  remove(ids: readonly string[]): Promise<void>
}

/** The outbox of one seat (`judge:gk1`) in one history on this device. */
export function outboxStorage(
  history: string,
  seat: string,
  store: PhoneStore = phoneStore('bang-diem-outbox', 'commands'),
): OutboxStorage {
  const commands = seatRecords(store, history, seat)
  return {
    async load() {
      return [...(await commands.readAll()).values()].flatMap((one) => {
        const parsed = v.safeParse(keptCommandSchema, one)
        return parsed.success ? [parsed.output] : []
      })
    },
    put: (kept) => commands.put(kept.id, kept),
    remove: (ids) => commands.remove(ids),
  }
}
