/**
 * The templates that a paper may begin with: their ids, for the definition, and their titles, for whoever chooses one. Which lines they have is for
 * the papers to say.
 */
import type { Wording } from '../scoring/wording.ts'

export const letterheadIds = ['plain', 'party', 'state', 'youth-union'] as const

export type LetterheadId = (typeof letterheadIds)[number]

export const letterheadTitles: Readonly<Record<LetterheadId, Wording>> = {
  plain: { vi: 'Không tiêu ngữ', en: 'No motto' },
  party: { vi: 'Cơ quan Đảng', en: 'Party body' },
  state: { vi: 'Cơ quan Nhà nước (Nghị định 30)', en: 'State body (Decree 30)' },
  'youth-union': { vi: 'Đoàn Thanh niên', en: 'Youth Union' },
}
