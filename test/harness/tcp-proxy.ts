/**
 * A bad line between two programs that speak TCP: it passes every byte on until it is told to cut, to hold back one direction, to
 * refuse, or to swallow everything without a word, as a Wi-Fi that has gone does. It changes no byte and knows no protocol.
 */
import { connect, createServer, type Server, type Socket } from 'node:net'
import { freePort } from './free-port.ts'

/** `up` is what the caller sends, `down` what the server answers. */
export type Direction = 'up' | 'down'

/** What becomes of a piece that wants to pass: `cut` loses it with the connection, `pass-then-cut` delivers it first. */
export type Verdict = 'pass' | 'cut' | 'pass-then-cut'

/** Sees every piece before it passes, as it came from the socket: a message may begin and end anywhere in it. */
export type Watcher = (direction: Direction, bytes: Buffer) => Verdict

interface Target {
  readonly host?: string
  readonly port: number
}

export class TcpProxy {
  readonly port: number
  readonly #server: Server
  readonly #target: Target
  readonly #lines = new Set<Line>()
  readonly #held = new Set<Direction>()
  #watcher: Watcher = () => 'pass'
  #swallows = false

  private constructor(target: Target, port: number) {
    this.#target = target
    this.port = port
    this.#server = createServer((caller) => this.#connected(caller))
  }

  static async open(target: Target): Promise<TcpProxy> {
    const proxy = new TcpProxy(target, await freePort())
    await proxy.accept()
    return proxy
  }

  /** How many connections lead through it now. */
  get connections(): number {
    return this.#lines.size
  }

  /** From now on asks before each piece; without a watcher everything passes. */
  watch(watcher: Watcher = () => 'pass'): void {
    this.#watcher = watcher
  }

  /** Cuts every connection at both ends, with a reset. New ones are let in. */
  cut(): void {
    for (const line of [...this.#lines]) line.cut()
  }

  /** Cuts every connection and refuses new ones, as an address does where nobody listens. */
  async refuse(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve))
    this.cut()
    await closed
  }

  /** Lets new connections in again. */
  accept(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(this.port, '127.0.0.1', () => {
        this.#server.off('error', reject)
        resolve()
      })
    })
  }

  /** Keeps back what goes in this direction, on every connection, until `release`. */
  hold(direction: Direction): void {
    this.#held.add(direction)
  }

  /** Lets what was held go on, in its order, whole. */
  release(direction: Direction): void {
    this.#held.delete(direction)
    for (const line of this.#lines) line.release(direction)
  }

  /** Takes every byte and every new connection and passes nothing on, without a word to either end. */
  swallow(): void {
    this.#swallows = true
  }

  /** Ends `swallow`. Connections that have lost bytes cannot go on: they are cut now. */
  mend(): void {
    this.#swallows = false
    for (const line of [...this.#lines]) if (line.hasLost) line.cut()
  }

  close(): Promise<void> {
    return this.refuse()
  }

  #connected(caller: Socket): void {
    const line = new Line(caller, this.#swallows ? undefined : connect({ host: '127.0.0.1', ...this.#target }), {
      verdict: (direction, bytes) => this.#watcher(direction, bytes),
      isHeld: (direction) => this.#held.has(direction),
      swallows: () => this.#swallows,
      ended: () => this.#lines.delete(line),
    })
    this.#lines.add(line)
  }
}

interface LinePorts {
  readonly verdict: Watcher
  readonly isHeld: (direction: Direction) => boolean
  readonly swallows: () => boolean
  readonly ended: () => void
}

/** One connection through the proxy. A caller that came while everything was swallowed has no server. */
class Line {
  hasLost = false
  readonly #caller: Socket
  readonly #server: Socket | undefined
  readonly #ports: LinePorts
  readonly #kept: Record<Direction, Buffer[]> = { up: [], down: [] }

  constructor(caller: Socket, server: Socket | undefined, ports: LinePorts) {
    this.#caller = caller
    this.#server = server
    this.#ports = ports
    this.hasLost = server === undefined
    this.#carry(caller, server, 'up')
    if (server) this.#carry(server, caller, 'down')
  }

  cut(): void {
    for (const socket of [this.#caller, this.#server]) if (socket) reset(socket)
    this.#ports.ended()
  }

  release(direction: Direction): void {
    const to = direction === 'up' ? this.#server : this.#caller
    for (const bytes of this.#kept[direction].splice(0)) to?.write(bytes)
  }

  #carry(from: Socket, to: Socket | undefined, direction: Direction): void {
    from.setNoDelay(true)
    from.on('data', (bytes) => this.#arrived(bytes, from, to, direction))
    // An end of the line that goes silently takes the other with it, unless the line itself pretends that nothing happened.
    from.on('error', () => undefined)
    from.on('close', () => this.#gone())
  }

  #arrived(bytes: Buffer, from: Socket, to: Socket | undefined, direction: Direction): void {
    if (this.#ports.swallows() || !to) {
      this.hasLost = true
      return
    }
    const verdict = this.#ports.verdict(direction, bytes)
    if (verdict === 'cut') return this.cut()
    if (verdict === 'pass-then-cut') {
      to.end(bytes)
      reset(from)
      return
    }
    if (this.#ports.isHeld(direction)) this.#kept[direction].push(bytes)
    else if (!to.write(bytes)) {
      from.pause()
      to.once('drain', () => from.resume())
    }
  }

  #gone(): void {
    if (this.#ports.swallows()) {
      this.hasLost = true
      return
    }
    // What was written before is still delivered; nothing comes back.
    for (const socket of [this.#caller, this.#server]) socket?.destroySoon()
    this.#ports.ended()
  }
}

/** A reset of a line whose end is already on its way never comes to an end in Node, and keeps the program from ending. */
function reset(socket: Socket): void {
  if (socket.writableEnded) socket.destroy()
  else socket.resetAndDestroy()
}
