/** The names that words about cues and scenes need. */
import type { Names } from '@bang-diem/shared/language/names.ts'

export interface ShowNames extends Names {
  readonly contestTitle: string
  shortTeam(id: string): string
}
