/** What scenes need beside their picture: words, the reader's notation, hub time and the tables that the hall knew before. */
import type { HallWords } from '@bang-diem/shared/language/vi/hall.ts'
import { createContext } from 'svelte'
import type { Team } from '../hall/hall.ts'
import type { KnownTables } from '../hall/known-tables.ts'

export type Tools = {
  readonly words: HallWords
  /** A decimal string in the reader's notation: "92.25" → "92,25". */
  readonly show: (decimal: string) => string
  /** Hub time in ms. */
  readonly hubNow: () => number
  readonly known: KnownTables
  /** Everybody in the contest, so that a table which grows calls its teams from the first row on as it will in the end. */
  readonly teams: readonly Team[]
  /** A phone reads down a page that scrolls; a stage screen turns pages by itself. */
  readonly phone: boolean
}

export const [tools, provideTools] = createContext<Tools>()
