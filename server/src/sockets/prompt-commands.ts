/**
 * Commands read straight off a connection, and their answers written straight to it. When a thousand judges press together, each waits
 * for those before the own one, and the library's decoder, queues and encoder cost as much again as reading and writing.
 *
 * It stands in front of the library's own listener and uses two private members below it: the WebSocket of a transport, and the stream
 * of a WebSocket. Whatever is not exactly as expected, message or member, goes the library's way; a test holds both ways together.
 * A command may overtake other messages of its page, and an answer a delta: neither is read with regard to the other.
 */
import type { Socket } from 'socket.io'

/** What a page asks, and the way to answer it, once. */
export type OnCommand = (message: unknown, answer: (ack: object) => void) => void

/** An event with a number to answer to, in the library's protocol (version 5) without the prefix of its transport. */
const event = '2'
/** What follows the number when the event is a command. */
const opening = '["command",'
/** The most digits of a number that is read here. */
const mostDigits = 9

/** Listens to the socket's commands. */
export function onCommands(socket: Socket, onCommand: OnCommand): void {
  socket.on('command', (message: unknown, answer: unknown) => {
    if (typeof answer === 'function') onCommand(message, (ack) => answer(ack))
  })
  const { conn } = socket
  const others = conn.listeners('data')
  conn.removeAllListeners('data')
  conn.on('data', (text: unknown) => {
    const command = socket.connected && typeof text === 'string' ? commandIn(text) : undefined
    if (command) onCommand(command.message, answerTo(socket, command.packet))
    else for (const other of others) Reflect.apply(other, conn, [text])
  })
}

interface Arrived {
  /** The number that its answer goes under. */
  readonly packet: string
  readonly message: unknown
}

/** The command in a message; undefined when it is another, or none that is well formed. */
function commandIn(text: string): Arrived | undefined {
  const list = text.startsWith(event) ? text.indexOf('[') : -1
  if (list < 2 || list > 1 + mostDigits || !text.startsWith(opening, list)) return undefined
  const packet = text.slice(1, list)
  const parts = /^\d+$/.test(packet) ? parsed(text.slice(list)) : undefined
  return Array.isArray(parts) && parts.length === 2 ? { packet, message: parts[1] } : undefined
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    // The library gets it next and closes the connection.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function answerTo(socket: Socket, packet: string): (ack: object) => void {
  let isAnswered = false
  return (ack) => {
    if (isAnswered) return
    isAnswered = true
    const text = `3${packet}[${JSON.stringify(ack)}]`
    if (!wroteFrame(socket, `4${text}`)) socket.conn.write(text)
  }
}

/** Writes the text as one frame where the connection has an open WebSocket and the text needs no more than that. */
function wroteFrame({ conn }: Socket, text: string): boolean {
  if (conn.readyState !== 'open' || conn.transport.name !== 'websocket' || !isPlain(text)) return false
  const line: unknown = Reflect.get(conn.transport, 'socket')
  if (typeof line !== 'object' || line === null || Reflect.get(line, 'readyState') !== open) return false
  const stream: unknown = Reflect.get(line, '_socket')
  if (!isWritable(stream)) return false
  stream.write(frameOf(text), 'latin1')
  return true
}

/** `readyState` of a WebSocket that can be written to. */
const open = 1

interface Writable {
  write(text: string, encoding: 'latin1'): unknown
}

function isWritable(stream: unknown): stream is Writable {
  return typeof stream === 'object' && stream !== null && typeof Reflect.get(stream, 'write') === 'function'
}

/** The longest text whose length a frame says in two bytes. */
const longest = 0xffff

/** A byte for each character, and not too many. */
function isPlain(text: string): boolean {
  return text.length <= longest && /^[ -~]*$/.test(text)
}

/** The bytes of an unmasked text frame, one for each character (RFC 6455, section 5.2). */
function frameOf(plain: string): string {
  const { length } = plain
  const size = length < 126 ? String.fromCharCode(length) : String.fromCharCode(126, length >> 8, length & 0xff)
  return `\x81${size}${plain}`
}
