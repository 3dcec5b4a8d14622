/** One message to everyone in a room of the socket library: its frame is made once, and written to each by the short way. */
import type { Server } from 'socket.io'
import { frameOf, wroteFrame } from './frames.ts'

/** What sends the message to a room; to be called for one room after the other. */
export function messageTo(io: Server, event: 'delta' | 'beat', body: object): (room: string) => void {
  const frame = frameOf(`42${JSON.stringify([event, body])}`)
  const { adapter, sockets } = io.of('/')
  return (room) => {
    for (const id of adapter.rooms.get(room) ?? []) {
      const socket = sockets.get(id)
      if (socket && !wroteFrame(socket, frame)) socket.emit(event, body)
    }
  }
}
