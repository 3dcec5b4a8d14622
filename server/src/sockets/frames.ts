/**
 * Text written straight to connections as one WebSocket frame, made once for everyone who gets it. The library's encoder and queue
 * cost as much again as the writing: a thousand judges wait for each other's answers, a thousand phones for one delta.
 *
 * It uses two private members: the WebSocket of a transport, and the stream of a WebSocket. Where either is not what is expected, on a
 * connection that is no WebSocket, and while the library still holds something back, which would be overtaken, it writes nothing and
 * says so: then the library's own way is to be taken. A test holds the bytes of both ways together.
 */
import type { Socket } from 'socket.io'

/** The bytes of an unmasked text frame (RFC 6455, section 5.2). */
export function frameOf(text: string): Buffer {
  const length = Buffer.byteLength(text)
  const header = length < 126 ? 2 : length <= 0xffff ? 4 : 10
  const frame = Buffer.allocUnsafe(header + length)
  frame[0] = 0x81
  frame[1] = header === 2 ? length : header === 4 ? 126 : 127
  if (header === 4) frame.writeUInt16BE(length, 2)
  if (header === 10) frame.writeBigUInt64BE(BigInt(length), 2)
  frame.write(text, header)
  return frame
}

/** Writes the frame and answers true, where the short way is open. */
export function wroteFrame({ conn }: Socket, frame: Buffer): boolean {
  const { transport } = conn
  if (conn.readyState !== 'open' || transport.name !== 'websocket' || !transport.writable) return false
  const line: unknown = Reflect.get(transport, 'socket')
  if (typeof line !== 'object' || line === null || Reflect.get(line, 'readyState') !== open) return false
  const stream: unknown = Reflect.get(line, '_socket')
  if (!isWritable(stream)) return false
  stream.write(frame)
  return true
}

/** `readyState` of a WebSocket that can be written to. */
const open = 1

interface Writable {
  write(bytes: Buffer): unknown
}

function isWritable(stream: unknown): stream is Writable {
  return typeof stream === 'object' && stream !== null && typeof Reflect.get(stream, 'write') === 'function'
}
