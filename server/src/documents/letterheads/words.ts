/** Words of letterheads beside those that a regulation fixes, and how it writes numbers and days. */
import type { InBoth } from '@bang-diem/shared/language/say.ts'

/** To be filled in by hand. */
export const OPEN = '……'
export const OPEN_PLACE = '………………'

const vi = {
  organisers: 'Ban Tổ chức',
  number: (number: string) => `Số: ${number}`,
  day: (day: string, month: string, year: string) => `ngày ${day} tháng ${month} năm ${year}`,
  openDay: `ngày ${OPEN} tháng ${OPEN} năm ${OPEN}`,
}

// biome-ignore format: a year
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

const en = {
  organisers: 'The organisers',
  number: (number: string) => `No. ${number}`,
  day: (day: string, month: string, year: string) => `${Number(day)} ${months[Number(month) - 1] ?? month} ${year}`,
  openDay: `date ${OPEN_PLACE}`,
}

export const letterheadWords: InBoth<typeof vi> = { vi, en }

/** The body that issues, in the numbers of its papers. */
export const ORGANISERS_SYMBOL = 'BTC'
