/**
 * A hub that stands still for five seconds with every connection open, as when a laptop is out of breath: pages must notice by
 * themselves, keep the last picture, and lose nothing of what was sent into the silence.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { type Aftermath, aftermath } from './aftermath.ts'
import { Crowd } from './crowd.ts'
import type { Page } from './page.ts'
import { SupervisedHub } from './supervised-hub.ts'
import { waitUntil } from './wait.ts'

const frozenMs = 5_000
/** Stage, staff and judges know within so many ms that the hub is silent. */
const noticeMs = 3_000

export interface FrozenReport extends Aftermath {
  /** Ms until the slowest page had noticed. */
  readonly noticed: number
  /** Ms from the thaw until everybody was back and every command answered. */
  readonly recovery: number
}

export async function freeze(seed: number): Promise<FrozenReport> {
  const hub = await SupervisedHub.start()
  const crowd = await Crowd.gather(hub, 2, seed)
  try {
    const { round, team } = await crowd.callNext()
    await crowd.steady()
    const frozenAt = performance.now()
    hub.signal('SIGSTOP')
    const noticing = crowd.pages.map((page) => lossOf(page, frozenAt))
    await Promise.all(crowd.phones.map((phone) => phone.submit(round, team, '7')))
    const losses = await Promise.all(noticing)
    await pause(frozenAt + frozenMs - performance.now())
    const kept = crowd.pages.every(({ connection }, index) => connection.entries === losses[index]?.picture)
    hub.signal('SIGCONT')
    const recovery = await waitUntil('everybody has come back', () => crowd.allLive && crowd.allDrained)
    const noticed = Math.max(...losses.map(({ ms }) => ms))
    const { sheets, faults } = await aftermath(hub, crowd)
    const late = noticed > noticeMs ? [`a page noticed only after ${Math.round(noticed)} ms`] : []
    const lost = kept ? [] : ['a page lost its last picture']
    return { sheets, faults: [...faults, ...late, ...lost], noticed, recovery }
  } finally {
    crowd.close()
    await hub.stop()
  }
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
