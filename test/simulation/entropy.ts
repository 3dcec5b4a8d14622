/** Entropy out of chance: the same seed gives the same tokens, salts and ids. Nothing of it is secret. */
import { below, type Chance, chanceOf } from '../robot/chance.ts'

/** Hex digits, as the hub is given them. */
export function hexBytes(chance: Chance): (bytes: number) => string {
  return (bytes) => {
    let text = ''
    while (text.length < bytes * 2) text += below(chance, 0x10000).toString(16).padStart(4, '0')
    return text.slice(0, bytes * 2)
  }
}

/** Bytes, as a page is given them. */
export function someBytes(chance: Chance): { bytes(count: number): Uint8Array } {
  return { bytes: (count) => Uint8Array.from({ length: count }, () => below(chance, 256)) }
}

/** A source of chance of its own, so that one part of a story does not depend on how often another one asked. */
export function branchOf(chance: Chance): Chance {
  return chanceOf(below(chance, 0x100000000))
}

/** From `least` up to, but not including, `most`. */
export function between(chance: Chance, least: number, most: number): number {
  return least + chance() * (most - least)
}

export function pick<Item>(chance: Chance, items: readonly Item[]): Item | undefined {
  return items[below(chance, items.length)]
}
