/**
 * Screens that take everything and read nothing, and ask for more without end, while judges submit: nobody else waits for them, what the
 * hub keeps for them is bounded, and once they read again they show what everybody shows.
 */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { contest } from '../crowd.ts'
import type { Fault } from '../fault.ts'
import { repeatedly } from '../repeated.ts'
import { seconds } from '../table.ts'
import { Venue } from '../venue.ts'
import { waitUntil } from '../wait.ts'

const pages = 50
/** So long they read nothing. */
const deafMs = 3_000
const askEveryMs = 50
/** While they do, an answer to anybody else may take so long on a machine that has other things to do. */
const answerMs = 1_000
const opening = `40${JSON.stringify({ protocol: 1, contest, screen: 'stage' })}`

export const slowReader: Fault = {
  name: 'screens that ask and do not read for 3 s',
  runs: { quick: 1, full: 3 },
  run: (scope) =>
    repeatedly(
      scope,
      async () => ({ venue: await Venue.open() }),
      ({ venue }, crowd) => {
        let deaf: readonly DeafPage[] = []
        return {
          async prepare() {
            deaf = await Promise.all(Array.from({ length: pages }, () => DeafPage.open(venue.hub.url)))
          },
          async fall() {
            for (const page of deaf) page.stopReading()
          },
          async heal() {
            const before = residentBytes(venue.hub.pid)
            await pause(deafMs)
            const grown = Math.max(0, residentBytes(venue.hub.pid) - before)
            await Promise.all(deaf.map((page) => page.readAgain()))
            const slowest = Math.max(...crowd.pages.flatMap(({ sent }) => sent.map(({ at, endedAt }) => endedAt - at)))
            if (slowest > answerMs) throw new Error(`somebody waited ${seconds(slowest)} for an answer`)
            venue.notes.push(
              `${pages} screens; the hub grew by ${Math.round(grown / 1e6)} MB, the slowest answer took ${seconds(slowest)}`,
            )
          },
        }
      },
    ),
}

class DeafPage {
  readonly #socket: WebSocket
  #snapshots = 0
  #asking: NodeJS.Timeout | undefined

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.on('message', (bytes) => {
      if (String(bytes).startsWith('42["snapshot"')) this.#snapshots += 1
    })
    socket.on('error', () => socket.terminate())
  }

  static async open(hub: string): Promise<DeafPage> {
    const socket = new WebSocket(`${hub.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
    const page = new DeafPage(socket)
    await once(socket, 'open')
    socket.send(opening)
    await waitUntil('a screen has its picture', () => page.#snapshots > 0)
    return page
  }

  stopReading(): void {
    this.#socket.pause()
    this.#asking = setInterval(() => this.#socket.send('42["resync"]'), askEveryMs)
  }

  /** Reads on until it has had a picture after all that it asked, and goes. */
  async readAgain(): Promise<void> {
    clearInterval(this.#asking)
    const before = this.#snapshots
    this.#socket.resume()
    await waitUntil('a screen that reads again has its picture', () => this.#snapshots > before)
    this.#socket.terminate()
  }
}

/** What a process occupies in memory. */
function residentBytes(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
}
