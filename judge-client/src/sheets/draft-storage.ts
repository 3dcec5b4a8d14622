/** Where drafts lie in IndexedDB: one record a contest, judge, round and team. What cannot be read is left out, never guessed. */
import { createStore, entries, set } from 'idb-keyval'
import * as v from 'valibot'
import { type SheetKey, sheetKey } from './choose-page.ts'
import type { Draft } from './starting-marks.ts'

const draftSchema = v.object({ revision: v.number(), texts: v.record(v.string(), v.string()) })
const recordKeySchema = v.tuple([v.string(), v.string(), v.string(), v.string()])

export interface DraftStorage {
  readAll(): Promise<ReadonlyMap<SheetKey, Draft>>
  write(key: SheetKey, draft: Draft): Promise<void>
}

export function draftStorage(contest: string, judge: string): DraftStorage {
  const store = createStore('bang-diem-drafts', 'sheets')
  const recordKey = (key: SheetKey) => [contest, judge, ...key.split('/')]
  return {
    async readAll() {
      const drafts = new Map<SheetKey, Draft>()
      for (const [at, record] of await entries(store)) {
        const place = v.safeParse(recordKeySchema, at)
        const draft = v.safeParse(draftSchema, record)
        if (!place.success || !draft.success) continue
        const [ofContest, ofJudge, round, team] = place.output
        if (ofContest === contest && ofJudge === judge) drafts.set(sheetKey(round, team), draft.output)
      }
      return drafts
    },
    write: (key, draft) => set(recordKey(key), draft, store),
  }
}
