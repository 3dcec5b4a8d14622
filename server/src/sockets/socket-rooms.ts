/**
 * Where deltas go: the names of the socket library's rooms for each channel, and the slices of a large audience.
 * It names rooms and counts readers; joining and writing is the socket edge's.
 */

import type { Timers } from '../timers.ts'
import { Slices } from './slices.ts'

export class SocketRooms {
  readonly #slices = new Map<string, Slices>()
  readonly #socketsPerSlice: number
  readonly #timers: Timers

  constructor(socketsPerSlice: number, timers: Timers) {
    this.#socketsPerSlice = socketsPerSlice
    this.#timers = timers
  }

  /** The room that a new reader of a channel joins, and what to do when it leaves. */
  enter(contest: string, channel: string): { readonly room: string; readonly leave: () => void } {
    const whole = roomName(contest, channel)
    if (!isSliced(channel)) return { room: whole, leave: () => undefined }
    const slices = this.#slices.get(whole) ?? new Slices(this.#socketsPerSlice, this.#timers)
    this.#slices.set(whole, slices)
    const slice = slices.enter()
    return { room: `${whole}/${slice}`, leave: () => slices.leave(slice) }
  }

  /** Calls `send` with every room of a channel; a large audience's rooms one after the other, giving way in between. */
  broadcast(contest: string, channel: string, send: (room: string) => void): void {
    const whole = roomName(contest, channel)
    if (!isSliced(channel)) send(whole)
    else this.#slices.get(whole)?.broadcast((slice) => send(`${whole}/${slice}`))
  }
}

function isSliced(channel: string): boolean {
  return channel.endsWith('@audience')
}

function roomName(contest: string, channel: string): string {
  return `${contest}|${channel}`
}

/** The rooms that beats go to: pages that must notice a dead connection within 3 s, and phones of the audience. */
export const beatRooms = { prompt: 'beat', audience: 'beat/audience' } as const

/** The staff of a contest. */
export function staffRoom(contest: string): string {
  return `${contest}|staff`
}
