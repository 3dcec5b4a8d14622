/**
 * Memory for one viewer: what the server's process grows by while two thousand more viewers connect and look on.
 * Beside it the bare `ws` relay. The first viewers are not counted, because they grow what all later ones share.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { socketUrl, startBaseline } from '../baselines/baseline.ts'
import { hallHandshake, makeContest } from '../contests.ts'
import type { Figure, Measurement } from '../figure.ts'
import { Generator } from '../generator/generator.ts'
import { withHub } from '../hub.ts'
import { residentBytes } from '../processes.ts'

const first = 1000
const counted = 2000
/** After the last has connected, for handshakes to be forgotten. */
const restMs = 3000

export const memory: Measurement = {
  name: 'memory',
  measure: () =>
    withHub(async (hub, pid) => {
      const relay = await startBaseline('relay')
      const generator = new Generator()
      try {
        const contest = await makeContest(hub, { id: 'hoi-thi', judges: 9, teams: 20, rounds: 1 })
        await contest.call(contest.performances.slice(0, 1))
        const viewer = hallHandshake(contest.id, 'audience')
        const bare = await bytesPerViewer(generator, relay.url, relay.pid, viewer)
        const ours = await bytesPerViewer(generator, socketUrl(hub.port), pid, viewer)
        return [figureOf(ours, bare)]
      } finally {
        generator.stop()
        relay.stop()
      }
    }),
}

async function bytesPerViewer(generator: Generator, url: string, pid: number, viewer: string): Promise<number> {
  const connect = async (count: number) => {
    await generator.ask({ type: 'connect', group: url, url, auths: Array.from({ length: count }, () => viewer) })
    await pause(restMs)
    return residentBytes(pid)
  }
  const before = await connect(first)
  return ((await connect(counted)) - before) / counted
}

function figureOf(ours: number, bare: number): Figure {
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
  return {
    name: 'memory-per-viewer',
    says: `resident memory of the server for one more viewer, against a bare ws relay`,
    value: ours / 1000,
    unit: 'kB',
    ratio: ours / bare,
    aim: null,
    hub: kB(ours),
    baseline: kB(bare),
  }
}
