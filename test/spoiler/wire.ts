/**
 * A page that hears every byte: Socket.IO spoken by hand over a bare WebSocket, so that messages are compared as they came and not as
 * a library understood them. The library's own frames (session ids, pings on its own clock) say nothing about a contest and are
 * kept apart.
 */
import { WebSocket } from 'ws'

/** The beginnings of the library's frames. */
const frames = { open: '0', ping: '2', pong: '3', admitted: '40', event: '42', answer: '43', rejected: '44' } as const

export class Wire {
  readonly #socket: WebSocket
  readonly #answers = new Map<number, (text: string) => void>()
  #asked = 0

  private constructor(socket: WebSocket) {
    this.#socket = socket
  }

  /** Resolves when the first snapshot, or the refusal of the handshake, was heard. `onEvent` gets the text of each message. */
  static open(port: number, auth: object, onEvent: (text: string) => void): Promise<Wire> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`)
    const wire = new Wire(socket)
    return new Promise((resolve, reject) => {
      socket.on('error', reject)
      socket.on('message', (bytes) => {
        const text = String(bytes)
        if (text.startsWith(frames.event) || text.startsWith(frames.rejected)) {
          onEvent(text)
          resolve(wire)
        } else if (text.startsWith(frames.answer)) wire.#answered(text.slice(frames.answer.length))
        else if (text.startsWith(frames.open)) socket.send(`${frames.admitted}${JSON.stringify(auth)}`)
        else if (text.startsWith(frames.ping)) socket.send(frames.pong)
      })
    })
  }

  /** Asks, and resolves with the text of the answer. */
  ask(event: string, body?: unknown): Promise<string> {
    const number = this.#asked++
    return new Promise((resolve) => {
      this.#answers.set(number, resolve)
      this.#socket.send(`${frames.event}${number}${messageOf(event, body)}`)
    })
  }

  tell(event: string, body?: unknown): void {
    this.#socket.send(`${frames.event}${messageOf(event, body)}`)
  }

  /** Resolves when everything that the hub has sent so far was heard: an answer cannot overtake what was sent before it. */
  async settled(): Promise<void> {
    await this.ask('clock')
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#socket.on('close', () => resolve())
      this.#socket.close()
    })
  }

  #answered(text: string): void {
    const bracket = text.indexOf('[')
    const number = Number(text.slice(0, bracket))
    this.#answers.get(number)?.(text.slice(bracket))
    this.#answers.delete(number)
  }
}

function messageOf(event: string, body: unknown): string {
  return JSON.stringify(body === undefined ? [event] : [event, body])
}
