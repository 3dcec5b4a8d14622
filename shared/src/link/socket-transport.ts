/**
 * The transport over one WebSocket to the hub's Socket.IO. It has no reconnection, buffering or recovery: how to come back is the
 * connection's to decide, and what is resent cannot be known here.
 */
import * as v from 'valibot'
import { connectFrame, eventFrame, type Frame, pong, readFrame, wireAddress } from './socket-wire.ts'
import type { OpenTransport } from './transport.ts'

/** What the hub puts beside the error when it says no to the handshake. */
const refusedSchema = v.object({ data: v.looseObject({ code: v.string() }) })

export const openSocket: OpenTransport = (address, handshake, events) => {
  const socket = new WebSocket(wireAddress(address))
  const answers = new Map<number, (answer: unknown) => void>()
  let asked = 0
  let connected = false
  let ended = false

  function end(tell: () => void) {
    if (ended) return
    ended = true
    connected = false
    answers.clear()
    socket.close()
    tell()
  }

  function take(frame: Frame): void {
    switch (frame.kind) {
      case 'opened':
        return socket.send(connectFrame(handshake))
      case 'ping':
        return socket.send(pong)
      case 'connected':
        connected = true
        return events.onOpen()
      case 'refused': {
        const refused = v.safeParse(refusedSchema, frame.error)
        return end(() => (refused.success ? events.onRefused(refused.output.data) : events.onClosed()))
      }
      case 'event':
        return events.onMessage(frame.event, frame.body)
      case 'answer': {
        const answer = answers.get(frame.id)
        answers.delete(frame.id)
        return answer?.(frame.body)
      }
      case 'ended':
        return end(() => events.onClosed())
      case 'other':
        return
    }
  }

  socket.onmessage = ({ data: text }: MessageEvent<unknown>) => {
    if (ended || typeof text !== 'string') return
    let frame: Frame
    try {
      frame = readFrame(text)
    } catch {
      // Something other than a hub is speaking, or it is broken: neither is worth listening to.
      return end(() => events.onClosed())
    }
    take(frame)
  }
  socket.onerror = () => end(() => events.onClosed())
  socket.onclose = () => end(() => events.onClosed())

  return {
    send(event, body) {
      if (connected) socket.send(eventFrame(event, body, null))
    },
    ask(event, body, onAnswer) {
      if (!connected) return
      answers.set(++asked, onAnswer)
      socket.send(eventFrame(event, body, asked))
    },
    close: () => end(() => undefined),
  }
}
