/** `2026-10-14` as it is written in Vietnam: `14/10/2026`. Any other text stays as it is. */
export function showDate(date: string): string {
  const [year, month, day, more] = date.split('-')
  return year && month && day && more === undefined ? `${day}/${month}/${year}` : date
}
