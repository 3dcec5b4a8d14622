/** Hub time and the days of a definition as a paper writes them, on the clock of the hall: the machine's own time zone. */
import type { Language } from '@bang-diem/shared/language/say.ts'

const two = (count: number) => String(count).padStart(2, '0')

/** `19:32:05`. */
function clockOf(at: number): string {
  const time = new Date(at)
  return `${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`
}

/** `17/10/2026`, in either language: on one paper all days are written alike. */
function dayOf(at: number): string {
  const time = new Date(at)
  return `${two(time.getDate())}/${two(time.getMonth() + 1)}/${time.getFullYear()}`
}

/** `2026-10-17` → `17/10/2026`. */
export function dayWritten(date: string): string {
  return date.split('-').reverse().join('/')
}

/** Clock and day together, as a sentence needs them. */
export function whenOf(at: number, language: Language): string {
  const joint = language === 'vi' ? 'ngày' : 'on'
  return `${clockOf(at).slice(0, 5)} ${joint} ${dayOf(at)}`
}
