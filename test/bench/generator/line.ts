/** One raw connection of the generator: it says who it is, answers pings, and passes every other frame on. */
import type { Socket } from 'node:net'
import { WebSocket } from 'ws'
import { ackOf, connect, ping, pong } from '../frames.ts'

type Listener = (frame: string) => void

export class Line {
  readonly #socket: WebSocket
  /** What frames that are prepared to the last byte are written to; there from the handshake on. */
  #stream: Socket | undefined
  readonly #acks = new Map<number, Listener>()
  #lastAck = 0
  /** Told of every frame that is neither a ping nor an acknowledgement. */
  listener: Listener | undefined

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.once('upgrade', (answer) => {
      this.#stream = answer.socket
    })
  }

  /** Resolves when the other side has welcomed the handshake; rejects when it refuses or breaks off. */
  static async open(url: string, auth: string): Promise<Line> {
    const socket = new WebSocket(url, { perMessageDeflate: false })
    const line = new Line(socket)
    const welcomed = new Promise<void>((resolve, reject) => {
      socket.once('error', reject)
      socket.once('close', () => reject(new Error(`${url} broke off`)))
      socket.once('open', () => socket.send(connect + auth))
      line.listener = (frame) => {
        if (frame.startsWith(connect)) resolve()
        if (frame.startsWith('44')) reject(new Error(`${url} refused: ${frame}`))
      }
    })
    socket.on('message', (bytes) => line.#receive(String(bytes)))
    await welcomed
    line.listener = undefined
    return line
  }

  /** The number for the next command's acknowledgement. */
  nextAck(): number {
    this.#lastAck += 1
    return this.#lastAck
  }

  /** Sends a prepared frame, masked already; `answered` is called with its acknowledgement. */
  send(ack: number, frame: Buffer, answered: Listener): void {
    if (!this.#stream) throw new Error('the line is not open')
    this.#acks.set(ack, answered)
    this.#stream.write(frame)
  }

  close(): void {
    this.#socket.removeAllListeners('close')
    this.#socket.terminate()
  }

  #receive(frame: string): void {
    if (frame === ping) return this.#socket.send(pong)
    const ack = ackOf(frame)
    if (ack === undefined) {
      this.listener?.(frame)
      return
    }
    const answered = this.#acks.get(ack)
    this.#acks.delete(ack)
    answered?.(frame)
  }
}
