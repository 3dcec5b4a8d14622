/**
 * Commands read straight off a connection, and answered by the short way. When a thousand judges press together, each waits for those
 * before the own one, and the library's decoders, queues and events cost more than reading.
 *
 * It stands in front of what the library reads with, to which everything goes that is not exactly as expected; a test holds both ways
 * together. Commands are read together with those of other pages, in the order in which they came. Other messages of a page may overtake
 * its commands: they are not read with regard to each other.
 */
import type { Writable } from 'node:stream'
import type { Socket } from 'socket.io'
import { receiverOf } from './below.ts'
import { frameOf, shortTextIn, wroteFrame } from './frames.ts'

/** What a page asks, and the way to answer it, once. */
export type OnCommand = (message: unknown, answer: (ack: object) => void) => void

/** An event with a number to answer to: `4` of the transport's protocol (version 4), `2` of the library's (version 5). */
const event = '42'
/** What follows the number when the event is a command. */
const opening = '["command",'
/** The most digits of a number that is read here. */
const mostDigits = 9

/** Listens to the socket's commands; `later` is when those that came the short way are read. */
export function onCommands(socket: Socket, later: (task: () => void) => void, onCommand: OnCommand): void {
  socket.on('command', (message: unknown, answer: unknown) => {
    if (typeof answer === 'function') onCommand(message, (ack) => answer(ack))
  })
  const receiver = receiverOf(socket)
  if (!receiver) return
  readBefore(receiver, (bytes) => {
    const text = socket.connected ? shortTextIn(bytes) : undefined
    if (text === undefined || !looksLikeCommand(text)) return false
    later(() => {
      const command = commandIn(text)
      if (command) onCommand(command.message, answerTo(socket, command.packet))
      else socket.conn.emit('data', text.slice(1))
    })
    return true
  })
}

/** Answers whether it has read the bytes; the library reads the others. */
type Read = (bytes: Buffer) => boolean

/** Who reads first on each connection. A page may come in several times on one: as in the library, its commands are the last one's. */
const readers = new WeakMap<Writable, Read>()

function readBefore(receiver: Writable, read: Read): void {
  const isFirst = !readers.has(receiver)
  readers.set(receiver, read)
  if (!isFirst) return
  const { write } = receiver
  const value = (bytes: unknown, ...rest: unknown[]): unknown =>
    (Buffer.isBuffer(bytes) && readers.get(receiver)?.(bytes)) || Reflect.apply(write, receiver, [bytes, ...rest])
  Object.defineProperty(receiver, 'write', { value })
}

function looksLikeCommand(text: string): boolean {
  const list = text.startsWith(event) ? text.indexOf('[') : -1
  return list > event.length && list <= event.length + mostDigits && text.startsWith(opening, list)
}

interface Arrived {
  /** The number that its answer goes under. */
  readonly packet: string
  readonly message: unknown
}

/** The command in a message that looks like one; undefined when it is none that is well formed. */
function commandIn(text: string): Arrived | undefined {
  const list = text.indexOf('[')
  const packet = text.slice(event.length, list)
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
    if (!wroteFrame(socket, frameOf(`4${text}`))) socket.conn.write(text)
  }
}
