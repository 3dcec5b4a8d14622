/** The ids of commands, made on the page before the first send: 20 characters of `[a-z0-9]`, some 103 bits. */
import type { Entropy } from './ports.ts'

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789'
const LENGTH = 20
/** 252 is the largest multiple of 36 in a byte; what lies above would make some characters likelier than others. */
const FAIR_BELOW = 252

export function makeId(entropy: Entropy): string {
  let id = ''
  while (id.length < LENGTH) {
    for (const byte of entropy.bytes(LENGTH)) {
      if (byte < FAIR_BELOW && id.length < LENGTH) id += ALPHABET.charAt(byte % ALPHABET.length)
    }
  }
  return id
}
