/**
 * Answers to commands, written straight to the WebSocket. When a thousand judges press together, each waits for the answers before
 * the own one, and the library's encoder and queue cost as much again as the writing itself.
 *
 * It uses two private members of the library: the method that makes the callback for a numbered packet, and the WebSocket below a
 * transport. Where either is not what is expected, and on a connection that is no WebSocket yet, the library's own way is taken; a
 * test holds the bytes of both ways together. An answer may overtake a delta that the library still holds back: pages read the
 * two apart from each other.
 */
import type { Socket } from 'socket.io'

interface Writable {
  send(text: string): void
}

/** From now on the socket's answers go the short way where there is one. */
export function answerPromptly(socket: Socket): void {
  const stock: unknown = Reflect.get(socket, 'ack')
  if (typeof stock !== 'function') return
  Reflect.set(socket, 'ack', (packet: number) => {
    let isAnswered = false
    return (answer: unknown) => {
      if (isAnswered) return
      isAnswered = true
      const line = openLine(socket)
      if (line) line.send(`43${packet}[${JSON.stringify(answer)}]`)
      else Reflect.apply(Reflect.apply(stock, socket, [packet]), socket, [answer])
    }
  })
}

/** The open WebSocket of a connection; undefined while it has none. */
function openLine({ conn }: Socket): Writable | undefined {
  if (conn.readyState !== 'open' || conn.transport.name !== 'websocket') return undefined
  const line: unknown = Reflect.get(conn.transport, 'socket')
  return isWritable(line) ? line : undefined
}

/** What can send and is open: 1 is `OPEN` of every WebSocket. */
function isWritable(line: unknown): line is Writable {
  if (typeof line !== 'object' || line === null) return false
  return Reflect.get(line, 'readyState') === 1 && typeof Reflect.get(line, 'send') === 'function'
}
