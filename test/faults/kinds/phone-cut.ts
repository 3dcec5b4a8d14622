/** The Wi-Fi between pages and hub: lines that are cut exactly when a command or its answer passes, and lines that fall silent. */
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../harness/free-port.ts'
import { TcpProxy } from '../../harness/tcp-proxy.ts'
import { below } from '../../robot/chance.ts'
import type { Fault } from '../fault.ts'
import { atPiece } from '../pieces.ts'
import { repeatedly } from '../repeated.ts'
import { Venue } from '../venue.ts'

/** So long new connections are refused after a cut, and so long the silence lasts. */
const goneMs = 500
const silentMs = 4_000
/** Ten commands pass, each in a piece of its own, and ten answers. */
const piecesBefore = 8

export const phoneCut: Fault = {
  name: 'phones cut off, at a command or its answer',
  runs: { quick: 1, full: 40 },
  run: (scope) =>
    repeatedly(scope, openBehindProxy, ({ proxy }, _crowd, chance) => ({
      comes: () => atPiece(proxy, chance, piecesBefore),
      async heal() {
        await proxy.refuse()
        await pause(below(chance, goneMs))
        await proxy.accept()
      },
      cuts: () => true,
    })),
}

export const phoneSilent: Fault = {
  name: 'phones in a hole of the Wi-Fi for 4 s',
  runs: { quick: 0, full: 3 },
  run: (scope) =>
    repeatedly(scope, openBehindProxy, ({ proxy }) => ({
      fall: async () => proxy.swallow(),
      async heal() {
        await pause(silentMs)
        proxy.mend()
      },
      cuts: () => true,
    })),
}

async function openBehindProxy() {
  const port = await freePort()
  const proxy = await TcpProxy.open({ port })
  const venue = await Venue.open({
    port,
    publicUrl: `http://127.0.0.1:${proxy.port}`,
    parts: [{ stop: () => proxy.close() }],
  })
  return { venue, proxy }
}
