/** Secret bytes from the platform, drawn in large portions because a small draw costs as much as a large one. */
import { randomFillSync } from 'node:crypto'

const portion = 16 * 1024

/** A source of secret bytes as hex digits; each byte is given out once. */
export function entropySource(): (bytes: number) => string {
  const pool = Buffer.allocUnsafe(portion)
  let used = portion
  return (bytes) => {
    if (used + bytes > portion) {
      randomFillSync(pool)
      used = 0
    }
    used += bytes
    return pool.toString('hex', used - bytes, used)
  }
}
