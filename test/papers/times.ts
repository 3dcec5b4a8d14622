/** Hub time as papers write it, on the clock of the machine that prints: both run on the same machine here. */

const two = (count: number) => String(count).padStart(2, '0')

/** `19:32`. */
export function clockAt(at: number): string {
  const time = new Date(at)
  return `${two(time.getHours())}:${two(time.getMinutes())}`
}

/** `17/10/2026`. */
export function dayAt(at: number): string {
  const time = new Date(at)
  return `${two(time.getDate())}/${two(time.getMonth() + 1)}/${time.getFullYear()}`
}
