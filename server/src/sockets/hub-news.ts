/**
 * Which hubs pages are told of: all of them with the snapshot, and a changed list with the next beat. A page must know of a hub that began
 * after it connected before its own dies without a word. Pages connect between two beats, so none misses the one that carries the list.
 */
import type { Beat } from '@bang-diem/shared/protocol/down.ts'
import type { Neighbours } from '../neighbours.ts'
import type { BeatKind } from './socket-rooms.ts'

export class HubNews {
  readonly #neighbours: Pick<Neighbours, 'hubs'>
  readonly #due = new Set<BeatKind>()
  readonly stop: () => void

  constructor(neighbours: Pick<Neighbours, 'hubs' | 'onHubs'>) {
    this.#neighbours = neighbours
    this.stop = neighbours.onHubs(() => {
      this.#due.add('prompt').add('audience')
    })
  }

  /** The addresses of all hubs. */
  hubs(): readonly string[] {
    return this.#neighbours.hubs()
  }

  /** What the next beat of a kind carries beside the time: the list, once after each change. */
  withBeat(kind: BeatKind): Pick<Beat, 'hubs'> {
    return this.#due.delete(kind) ? { hubs: [...this.hubs()] } : {}
  }
}
