/**
 * The transport over one WebSocket to the hub's Socket.IO. It has no reconnection, buffering or recovery: how to come back is the
 * connection's to decide, and what is resent cannot be known here.
 */
import * as v from 'valibot'
import { connectFrame, eventFrame, type Frame, pong, readFrame, wireAddress } from './socket-wire.ts'
import type { OpenTransport, Transport, TransportEvents } from './transport.ts'

/** What the hub puts beside the error when it says no to the handshake. */
const refusedSchema = v.object({ data: v.looseObject({ code: v.string() }) })

export const openSocket: OpenTransport = (address, handshake, events) => new SocketTransport(address, handshake, events)

class SocketTransport implements Transport {
  readonly #socket: WebSocket
  readonly #handshake: object
  readonly #events: TransportEvents
  readonly #answers = new Map<number, (answer: unknown) => void>()
  #asked = 0
  #connected = false
  #ended = false

  constructor(address: string, handshake: object, events: TransportEvents) {
    this.#handshake = handshake
    this.#events = events
    this.#socket = new WebSocket(wireAddress(address))
    this.#socket.onmessage = ({ data: text }: MessageEvent<unknown>) => this.#heard(text)
    this.#socket.onerror = () => this.#end(() => events.onClosed())
    this.#socket.onclose = () => this.#end(() => events.onClosed())
  }

  send(event: string, body?: unknown): void {
    if (this.#connected) this.#socket.send(eventFrame(event, body, null))
  }

  ask(event: string, body: unknown, onAnswer: (answer: unknown) => void): void {
    if (!this.#connected) return
    this.#asked += 1
    this.#answers.set(this.#asked, onAnswer)
    this.#socket.send(eventFrame(event, body, this.#asked))
  }

  close(): void {
    this.#end(() => undefined)
  }

  #heard(text: unknown): void {
    if (this.#ended || typeof text !== 'string') return
    let frame: Frame
    try {
      frame = readFrame(text)
    } catch {
      // Something other than a hub is speaking, or it is broken: neither is worth listening to.
      return this.#end(() => this.#events.onClosed())
    }
    this.#take(frame)
  }

  #take(frame: Frame): void {
    switch (frame.kind) {
      case 'opened':
        return this.#socket.send(connectFrame(this.#handshake))
      case 'ping':
        return this.#socket.send(pong)
      case 'connected':
        this.#connected = true
        return this.#events.onOpen()
      case 'refused': {
        const refused = v.safeParse(refusedSchema, frame.error)
        return this.#end(() => {
          if (refused.success) this.#events.onRefused(refused.output.data)
          else this.#events.onClosed()
        })
      }
      case 'event':
        return this.#events.onMessage(frame.event, frame.body)
      case 'answer': {
        const answer = this.#answers.get(frame.id)
        this.#answers.delete(frame.id)
        return answer?.(frame.body)
      }
      case 'ended':
        return this.#end(() => this.#events.onClosed())
      case 'other':
        return
    }
  }

  #end(tell: () => void): void {
    if (this.#ended) return
    this.#ended = true
    this.#connected = false
    this.#answers.clear()
    this.#socket.close()
    tell()
  }
}
