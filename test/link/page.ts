/** A page under test: the real connection on a simulated clock, with scripted hubs and repeatable randomness. */
import { Connection } from '@bang-diem/shared/link/connection.ts'
import type { ConnectionOptions } from '@bang-diem/shared/link/connection-options.ts'
import type { Entropy } from '@bang-diem/shared/link/ports.ts'
import { ScriptedHubs } from './scripted-hubs.ts'
import { SimulatedTimers } from './simulated-timers.ts'

/** A small generator with a seed: the same bytes in every run. */
export function seededEntropy(seed = 1): Entropy {
  let state = seed >>> 0
  return {
    bytes: (count) =>
      Uint8Array.from({ length: count }, () => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
        return state >>> 24
      }),
  }
}

export const home = 'http://192.168.1.10:8080'
export const judge: ConnectionOptions = { contest: 'hoi-thi', session: 'session-of-gk1-0123456789' }

export function openPage(options: ConnectionOptions = judge) {
  const timers = new SimulatedTimers()
  const hubs = new ScriptedHubs(timers)
  const entropy = seededEntropy()
  const connection = new Connection(options, { home, open: hubs.open, timers, entropy })
  /** Beats of the latest visit, one a second, for so many seconds. */
  async function beats(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second++) {
      await timers.pass(1_000)
      hubs.visit.say('beat', { at: 5_000_000 + timers.now() })
    }
  }
  return { timers, hubs, entropy, connection, beats }
}
