/**
 * Where deltas and beats go: the names of the socket library's rooms, and the slices of those that many may be in.
 * It names rooms and counts readers; joining and writing is the socket edge's.
 */
import { type SliceOptions, Slices } from './slices.ts'

/** A room of the library, and what to do when its reader leaves. */
interface Place {
  readonly room: string
  readonly leave: () => void
}

/** The rooms of a page: for its deltas and for its beats. */
export interface Places {
  readonly deltas: string
  readonly beats: string
  readonly leave: () => void
}

/** Pages that must notice a dead connection within 3 s hear the prompt beats, phones of the audience the others. */
export type BeatKind = 'prompt' | 'audience'

export class SocketRooms {
  readonly #slices = new Map<string, Slices>()
  readonly #options: SliceOptions

  constructor(options: SliceOptions) {
    this.#options = options
  }

  /** The places of a new page, which reads a channel and hears the beats of its kind. */
  enter(contest: string, channel: string, kind: BeatKind): Places {
    const whole = roomName(contest, channel)
    const deltas = isSliced(channel) ? this.#enterSlice(whole) : { room: whole, leave: () => undefined }
    const beats = this.#enterSlice(beatRooms[kind])
    const leave = () => {
      deltas.leave()
      beats.leave()
    }
    return { deltas: deltas.room, beats: beats.room, leave }
  }

  /** Calls `send` with every room of a channel; a large audience's rooms one after the other, giving way in between. */
  broadcast(contest: string, channel: string, send: (room: string) => void): void {
    const whole = roomName(contest, channel)
    if (isSliced(channel)) this.#toSlices(whole, send)
    else send(whole)
  }

  /** Calls `send` with every room of beats of a kind, giving way in between. */
  beat(kind: BeatKind, send: (room: string) => void): void {
    this.#toSlices(beatRooms[kind], send)
  }

  #enterSlice(whole: string): Place {
    const slices = this.#slices.get(whole) ?? new Slices(this.#options)
    this.#slices.set(whole, slices)
    const slice = slices.enter()
    return { room: `${whole}/${slice}`, leave: () => slices.leave(slice) }
  }

  #toSlices(whole: string, send: (room: string) => void): void {
    this.#slices.get(whole)?.broadcast((slice) => send(`${whole}/${slice}`))
  }
}

function isSliced(channel: string): boolean {
  return channel.endsWith('@audience')
}

function roomName(contest: string, channel: string): string {
  return `${contest}|${channel}`
}

const beatRooms: Readonly<Record<BeatKind, string>> = { prompt: 'beat', audience: 'beat/audience' }

/** The staff of a contest. */
export function staffRoom(contest: string): string {
  return `${contest}|staff`
}
