/**
 * A hub that stands still for five seconds with every connection open, as when a laptop is out of breath: pages must notice by
 * themselves, keep the last picture, and lose nothing of what was sent into the silence.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Fault } from '../fault.ts'
import type { Page } from '../page.ts'
import { repeatedly } from '../repeated.ts'
import { seconds } from '../table.ts'
import { Venue } from '../venue.ts'

const frozenMs = 5_000
/** Stage, staff and judges know within so many ms that the hub is silent. */
const noticeMs = 3_000

export const frozenHub: Fault = {
  name: 'hub stopped for 5 s',
  runs: { quick: 1, full: 3 },
  run: (scope) =>
    repeatedly(
      scope,
      async () => ({ venue: await Venue.open() }),
      ({ venue }, crowd) => {
        let noticing: Promise<readonly Loss[]> = Promise.resolve([])
        return {
          async fall() {
            venue.hub.signal('SIGSTOP')
            noticing = Promise.all(crowd.pages.map((page) => lossOf(page, performance.now())))
          },
          async heal() {
            const [losses] = await Promise.all([noticing, pause(frozenMs)])
            const slowest = Math.max(...losses.map(({ ms }) => ms))
            const isKept = crowd.pages.every(({ connection }, index) => connection.entries === losses[index]?.picture)
            venue.hub.signal('SIGCONT')
            if (!isKept) throw new Error('a page lost its last picture')
            if (slowest > noticeMs) throw new Error(`a page noticed only after ${Math.round(slowest)} ms`)
            venue.notes.push(`noticed after ${seconds(slowest)}`)
          },
          cuts: () => true,
        }
      },
    ),
}

interface Loss {
  readonly ms: number
  /** What the page showed when it lost the hub. */
  readonly picture: ReadonlyMap<string, unknown>
}

/** Resolves when the page says that its connection is lost. */
function lossOf({ name, connection }: Page, since: number): Promise<Loss> {
  return new Promise((resolve, reject) => {
    const cancel = connection.subscribe(() => {
      if (connection.status === 'live') return
      cancel()
      const picture = connection.entries
      if (picture.has('contest')) resolve({ ms: performance.now() - since, picture })
      else reject(new Error(`${name} shows nothing any more`))
    })
  })
}
