/** Times as people of a desk type and read them. Points are `language/decimals.ts`. */

/** `4:35`, `04:35`, `4.35` (as on stopwatches) or plain minutes `4` → seconds; null when it is not a time of at most a day. */
export function secondsFrom(typed: string): number | null {
  const match = /^(\d{1,4})(?:[:.'\s](\d{1,2}))?$/.exec(typed.trim())
  if (!match) return null
  const [, minutes = '0', rest = '0'] = match
  if (Number(rest) > 59) return null
  const seconds = Number(minutes) * 60 + Number(rest)
  return seconds <= 86_400 ? seconds : null
}

/** Hub time as `14:05`, in the device's own zone: everybody is in the same hall. */
export function hourText(at: number): string {
  const moment = new Date(at)
  return `${String(moment.getHours()).padStart(2, '0')}:${String(moment.getMinutes()).padStart(2, '0')}`
}

/** `2026-10-14` as `14/10/2026`, as dates are written on every paper of the contest. */
export function dayText(date: string): string {
  return date.split('-').reverse().join('/')
}
