/**
 * The network of a story: which hub answers at which address, and the lines between pages and hubs. What goes over it is shown to a
 * witness, who changes nothing.
 */
import type { OpenTransport } from '@bang-diem/shared/link/transport.ts'
import type { Caller, Door } from './ends.ts'
import { Line } from './line.ts'
import type { SimulatedTime } from './time.ts'

/** Who looks on: `up` and `saying` at the hub's end, `down` and `answered` at the page's. */
export interface Witness {
  note(text: string): void
  up(line: Line, text: string): void
  saying(line: Line, question: string, answer: string): void
  down(line: Line, event: string, text: string): void
  answered(line: Line, question: string, answer: string): void
}

export class Network {
  readonly #time: SimulatedTime
  readonly #witness: Witness
  readonly #doors = new Map<string, Door>()
  #lines: Line[] = []
  #opened = 0

  constructor(time: SimulatedTime, witness: Witness) {
    this.#time = time
    this.#witness = witness
  }

  /** The hub at an address from now on; null when nobody is there. */
  place(address: string, door: Door | null): void {
    if (door) this.#doors.set(address, door)
    else this.#doors.delete(address)
  }

  at(address: string): Door | undefined {
    return this.#doors.get(address)
  }

  /** The way a page opens its connections. */
  openFor(caller: Caller): OpenTransport {
    return (address, handshake, events) => {
      this.#opened += 1
      const line = new Line(`${caller.name}#${this.#opened}`, caller, events, {
        time: this.#time,
        witness: this.#witness,
      })
      this.#lines.push(line)
      line.knock(this.#doors.get(address), handshake)
      return line
    }
  }

  /** The lines that are not over, of a page or of all. */
  lines(of?: string): readonly Line[] {
    this.#lines = this.#lines.filter(({ condition }) => condition !== 'over')
    return of === undefined ? this.#lines : this.#lines.filter(({ caller }) => caller.name === of)
  }
}
