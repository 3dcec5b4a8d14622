/** What somebody may do to a ledger's file, at a random place, and the commit that must then be named. */
import type { Dice } from '../oracle/dice.ts'

export type Tampered = {
  readonly how: 'byte' | 'removed' | 'swapped'
  readonly bytes: Uint8Array
  /** The commit that does not go on any more. */
  readonly named: number
}

export function fileOf(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''))
}

export function tamperings(lines: readonly string[], dice: Dice): Tampered[] {
  return [withChangedByte(lines, dice), withoutCommit(lines, dice), withSwapped(lines, dice)]
}

/** Any byte becomes any other one; the line's end counts as a part of its line. */
function withChangedByte(lines: readonly string[], dice: Dice): Tampered {
  const bytes = fileOf(lines)
  const at = dice.below(bytes.length)
  const before = bytes[at] ?? 0
  bytes[at] = before ^ dice.between(1, 255)
  const named = 1 + bytes.subarray(0, at).filter((byte) => byte === 10).length
  return { how: 'byte', bytes, named }
}

/** Any but the last: of a history that ends earlier only a receipt can tell. */
function withoutCommit(lines: readonly string[], dice: Dice): Tampered {
  const at = dice.below(lines.length - 1)
  return { how: 'removed', bytes: fileOf(lines.filter((_, index) => index !== at)), named: at + 1 }
}

function withSwapped(lines: readonly string[], dice: Dice): Tampered {
  const [first = 0, second = 0] = dice
    .shuffled(lines.map((_, index) => index))
    .slice(0, 2)
    .sort((a, b) => a - b)
  const moved = lines.map(
    (line, index) => (index === first ? lines[second] : index === second ? lines[first] : line) ?? '',
  )
  return { how: 'swapped', bytes: fileOf(moved), named: first + 1 }
}
