/**
 * What a phone keeps for one seat, in one history of a contest. A contest that was made anew under an id that was used before has
 * another history, and nothing of the old one is ever read into it: yesterday's rehearsal must not mark today's show.
 *
 * What older histories left behind stays, silent, in case the old folder is put back; only the oldest of them go.
 */
import type { PhoneStore } from './phone-store.ts'

/**
 * So many histories a phone keeps, by the order in which they were last opened. A count and not days: on a phone whose clock is wrong
 * nothing may be lost for that.
 */
export const HISTORIES_KEPT = 8

/** The number of the visit at which each history was last opened here. */
const OPENED = 'opened/'

export interface SeatRecords {
  /** Every record of the seat, by its own key. */
  readAll(): Promise<ReadonlyMap<string, unknown>>
  put(key: string, record: unknown): Promise<void>
  remove(keys: readonly string[]): Promise<void>
}

/** `history` as the hub names it to who joins; `seat` is `judge:gk1`. */
export function seatRecords(store: PhoneStore, history: string, seat: string): SeatRecords {
  const prefix = `${history}/${seat}/`
  return {
    async readAll() {
      const records = await store.read(prefix)
      // Nobody waits for it, and what it cannot do today it does at the next visit.
      tidy(store, history).catch((fault: unknown) => console.warn('older contests still lie on this phone', fault))
      return new Map([...records].map(([key, record]) => [key.slice(prefix.length), record]))
    },
    put: (key, record) => store.put(prefix + key, record),
    remove: (keys) => store.remove(keys.map((key) => prefix + key)),
  }
}

/** Notes that this history was opened, and takes the oldest others away. Histories that nobody noted are left alone. */
async function tidy(store: PhoneStore, history: string): Promise<void> {
  const visits = [...(await store.read(OPENED))].flatMap(([key, visit]) =>
    typeof visit === 'number' ? [{ of: key.slice(OPENED.length), visit }] : [],
  )
  await store.put(OPENED + history, Math.max(0, ...visits.map(({ visit }) => visit)) + 1)
  const others = visits.filter(({ of }) => of !== history).sort((one, other) => other.visit - one.visit)
  for (const { of } of others.slice(HISTORIES_KEPT - 1)) {
    const records = await store.read(`${of}/`)
    await store.remove([...records.keys(), OPENED + of])
  }
}
