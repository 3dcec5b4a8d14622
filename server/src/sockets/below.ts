/**
 * What lies below a connection of the socket library, for the two short ways past it: the stream that `frames.ts` writes to, and the
 * receiver of its WebSocket, which `prompt-commands.ts` stands in front of. They are reached through three private members: the
 * WebSocket of a transport, and the stream and the receiver of a WebSocket. Undefined where one of them is not what is expected, and
 * on a connection that is no open WebSocket: then the library's own way is to be taken.
 */
import { Duplex, Writable } from 'node:stream'
import type { Socket } from 'socket.io'

/** What the bytes of a connection are written to. */
export function streamOf(socket: Socket): Duplex | undefined {
  const stream: unknown = memberOf(socket, '_socket')
  return stream instanceof Duplex ? stream : undefined
}

/** What the bytes that arrive are given to. */
export function receiverOf(socket: Socket): Writable | undefined {
  const receiver: unknown = memberOf(socket, '_receiver')
  return receiver instanceof Writable ? receiver : undefined
}

function memberOf({ conn }: Socket, name: string): unknown {
  const { transport } = conn
  if (conn.readyState !== 'open' || transport.name !== 'websocket') return undefined
  const line: unknown = Reflect.get(transport, 'socket')
  if (typeof line !== 'object' || line === null || Reflect.get(line, 'readyState') !== open) return undefined
  return Reflect.get(line, name)
}

/** `readyState` of a WebSocket that can be used. */
const open = 1
