/** Faults that wait for what passes: a line that is cut exactly when a command, or an answer, goes through it. */
import type { Direction, TcpProxy, Verdict } from '../harness/tcp-proxy.ts'
import { below, type Chance } from '../robot/chance.ts'

/** The command is lost; it arrives and its answer cannot; or the answer itself is lost. */
const ways: readonly { readonly direction: Direction; readonly verdict: Verdict }[] = [
  { direction: 'up', verdict: 'cut' },
  { direction: 'up', verdict: 'pass-then-cut' },
  { direction: 'down', verdict: 'cut' },
]

/** Arms the proxy for one piece, after at most so many others; resolves with the moment at which it wanted to pass. */
export function atPiece(proxy: TcpProxy, chance: Chance, atMost: number): Promise<number> {
  const { direction, verdict } = ways[below(chance, ways.length)] ?? { direction: 'up', verdict: 'cut' }
  let before = below(chance, atMost + 1)
  return new Promise((resolve) => {
    proxy.watch((way, _bytes) => {
      if (way !== direction) return 'pass'
      before -= 1
      if (before >= 0) return 'pass'
      proxy.watch()
      resolve(performance.now())
      return verdict
    })
  })
}
