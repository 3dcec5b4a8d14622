/**
 * A port of this machine for a server that must come back on it after every restart. It keeps nothing reserved: whoever asks binds it soon.
 *
 * Below the range from which systems take ports for outgoing connections: while the server is away, a page that tries again could
 * otherwise be given that very port for its own end, and be connected to itself.
 */
import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

const range = { from: 10_000, below: 30_000 }
/** More ports than this that are all taken mean that something else is wrong. */
const tries = 50

export async function freePort(): Promise<number> {
  for (let tried = 0; tried < tries; tried += 1) {
    const port = randomInt(range.from, range.below)
    if (await isFree(port)) return port
  }
  throw new Error(`of ${tries} ports none is free`)
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
