/** One raw connection of the generator: it says who it is, answers pings, and passes every other frame on. */
import type { Socket } from 'node:net'
import { WebSocket } from 'ws'
import { maskedFrame } from '../../harness/masked-frame.ts'
import { ackOf, connect, ping, pong } from '../frames.ts'
import { frameReader } from './frame-reader.ts'

type Listener = (frame: string) => void

export class Line {
  readonly #stream: Socket
  readonly #acks = new Map<number, Listener>()
  #lastAck = 0
  /** Told of every frame that is neither a ping nor an acknowledgement. */
  listener: Listener | undefined

  /** Takes over what the handshake has opened. */
  private constructor(stream: Socket) {
    this.#stream = stream
    stream.removeAllListeners('data')
    stream.on(
      'data',
      frameReader((frame) => this.#receive(frame)),
    )
  }

  /** Resolves when the other side has welcomed the handshake; rejects when it refuses or breaks off. */
  static async open(url: string, auth: string): Promise<Line> {
    const line = await Line.#shakeHands(url)
    await new Promise<void>((resolve, reject) => {
      line.#stream.once('close', () => reject(new Error(`${url} broke off`)))
      line.listener = (frame) => {
        if (frame.startsWith(connect)) resolve()
        if (frame.startsWith('44')) reject(new Error(`${url} refused: ${frame}`))
      }
      line.#say(connect + auth)
    })
    line.listener = undefined
    return line
  }

  /** The library opens the WebSocket; the line takes over before anything else can be read. */
  static #shakeHands(url: string): Promise<Line> {
    const socket = new WebSocket(url, { perMessageDeflate: false })
    return new Promise((resolve, reject) => {
      socket.once('error', reject)
      socket.once('upgrade', ({ socket: stream }) => socket.once('open', () => resolve(new Line(stream))))
    })
  }

  /** The number for the next command's acknowledgement. */
  nextAck(): number {
    this.#lastAck += 1
    return this.#lastAck
  }

  /** Sends a prepared frame, masked already; `answered` is called with its acknowledgement. */
  send(ack: number, frame: Buffer, answered: Listener): void {
    this.#acks.set(ack, answered)
    this.#stream.write(frame)
  }

  close(): void {
    this.#stream.destroy()
  }

  #say(text: string): void {
    this.#stream.write(maskedFrame(text))
  }

  #receive(frame: string): void {
    if (frame === ping) return this.#say(pong)
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
