/**
 * The transport over Socket.IO. WebSocket only, and the library's own reconnection, buffering and recovery are off or unused: how
 * to come back is the connection's to decide, and a library that resends cannot know what a command's answer was.
 */
import { io } from 'socket.io-client'
import * as v from 'valibot'
import type { OpenTransport } from './transport.ts'

/** What the hub puts beside the error when it says no to the handshake. */
const refusedSchema = v.object({ data: v.looseObject({ code: v.string() }) })

export const openSocketIo: OpenTransport = (address, handshake, events) => {
  const socket = io(address, {
    auth: handshake,
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
  })
  let ended = false
  function end(tell: () => void) {
    if (ended) return
    ended = true
    socket.offAny()
    socket.disconnect()
    tell()
  }
  socket.on('connect', () => {
    if (!ended) events.onOpen()
  })
  socket.on('connect_error', (error) => {
    const refused = v.safeParse(refusedSchema, error)
    end(() => (refused.success ? events.onRefused(refused.output.data) : events.onClosed()))
  })
  socket.on('disconnect', () => end(() => events.onClosed()))
  socket.onAny((event: string, body: unknown) => events.onMessage(event, body))
  return {
    send(event, body) {
      // Without a connection the library would keep the message and send it to whoever comes next.
      if (socket.connected) socket.emit(event, ...(body === undefined ? [] : [body]))
    },
    ask(event, body, onAnswer) {
      if (socket.connected) socket.emit(event, ...(body === undefined ? [] : [body]), onAnswer)
    },
    close: () => end(() => undefined),
  }
}
