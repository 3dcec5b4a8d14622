/**
 * How many bytes wait for a slow reader. The socket library does not say, so this looks at the transport below it; where that
 * does not answer either, nothing is known to wait.
 */

/** Bytes that were written to a connection and have not left the process. */
export function bytesWaiting(transport: object): number {
  const socket: unknown = Reflect.get(transport, 'socket')
  if (typeof socket !== 'object' || socket === null) return 0
  const waiting: unknown = Reflect.get(socket, 'bufferedAmount')
  return typeof waiting === 'number' ? waiting : 0
}
