/** The names that words about cues and scenes need. */
import type { Names } from '@bang-diem/shared/language/names.ts'

export interface ShowNames extends Names {
  readonly contestTitle: string
  shortTeam(id: string): string
  session(id: string): string
  award(stage: string, id: string): string
  /** A group or category of a stage, as it is said. */
  group(stage: string, category: string): string
}
