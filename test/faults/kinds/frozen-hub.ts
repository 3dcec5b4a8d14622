/**
 * A hub that stands still for five seconds with every connection open, as when a laptop is out of breath: pages must notice by
 * themselves, keep the last picture, and lose nothing of what was sent into the silence.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Crowd } from '../crowd.ts'
import type { Fault } from '../fault.ts'
import type { Page } from '../page.ts'
import { repeatedly } from '../repeated.ts'
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
        let noticing: Promise<void> = Promise.resolve()
        return {
          async fall() {
            venue.hub.signal('SIGSTOP')
            noticing = everybodyNotices(crowd, venue.notes)
          },
          async heal() {
            await Promise.all([noticing, pause(frozenMs)])
            venue.hub.signal('SIGCONT')
          },
          cuts: () => true,
        }
      },
    ),
}

/** Every page says in time that its connection is lost, and keeps what it shows. */
async function everybodyNotices(crowd: Crowd, notes: string[]): Promise<void> {
  const frozenAt = performance.now()
  const losses = await Promise.all(crowd.pages.map((page) => lossOf(page, frozenAt)))
  const slowest = Math.max(...losses)
  if (slowest > noticeMs) throw new Error(`a page noticed only after ${Math.round(slowest)} ms`)
  notes.push(`noticed after ${(slowest / 1000).toFixed(1)} s`)
}

/** Resolves with the ms after which the page said that its connection is lost. */
function lossOf({ name, connection }: Page, since: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const cancel = connection.subscribe(() => {
      if (connection.status === 'live') return
      cancel()
      if (connection.entries.has('contest')) resolve(performance.now() - since)
      else reject(new Error(`${name} shows nothing any more`))
    })
  })
}
