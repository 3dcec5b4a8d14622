/** Where drafts are kept: on the phone, one record a sheet, under the contest's history and the seat. What cannot be read is left out, never guessed. */
import { type PhoneStore, phoneStore } from '@bang-diem/shared/link/phone-store.ts'
import { seatRecords } from '@bang-diem/shared/link/seat-records.ts'
import * as v from 'valibot'
import { type SheetKey, sheetKey } from './choose-page.ts'
import type { Draft } from './starting-marks.ts'

const draftSchema = v.object({ revision: v.number(), texts: v.record(v.string(), v.string()) })

export interface DraftStorage {
  readAll(): Promise<ReadonlyMap<SheetKey, Draft>>
  write(key: SheetKey, draft: Draft): Promise<void>
}

/** The drafts of one seat (`judge:gk1`) in one history on this phone. */
export function draftStorage(
  history: string,
  seat: string,
  store: PhoneStore = phoneStore('bang-diem-drafts', 'sheets'),
): DraftStorage {
  const records = seatRecords(store, history, seat)
  return {
    async readAll() {
      const drafts = new Map<SheetKey, Draft>()
      for (const [key, record] of await records.readAll()) {
        const [round, team] = key.split('/')
        const draft = v.safeParse(draftSchema, record)
        if (round !== undefined && team !== undefined && draft.success) drafts.set(sheetKey(round, team), draft.output)
      }
      return drafts
    },
    write: (key, draft) => records.put(key, draft),
  }
}
