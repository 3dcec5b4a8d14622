/**
 * How many bytes wait for a slow reader. The socket library does not say, so this looks below it: at what it keeps until its
 * transport can write again, and at what a WebSocket has taken and not got rid of. Where those do not answer, nothing is known to wait.
 */

/** What a packet takes beside its text: many small answers fill memory as well as a few large ones. */
const bytesPerPacket = 256

/** Bytes that were written to a connection of the library and have not left the process; of texts, their characters. */
export function bytesWaiting(connection: object): number {
  return keptBack(Reflect.get(connection, 'writeBuffer')) + inWebSocket(Reflect.get(connection, 'transport'))
}

/** A page that polls without fetching, and a WebSocket whose last message is still on its way, keep everything that follows. */
function keptBack(packets: unknown): number {
  if (!Array.isArray(packets)) return 0
  let bytes = packets.length * bytesPerPacket
  for (const packet of packets) {
    const text: unknown = packet instanceof Object ? Reflect.get(packet, 'data') : undefined
    if (typeof text === 'string') bytes += text.length
  }
  return bytes
}

function inWebSocket(transport: unknown): number {
  const socket: unknown = transport instanceof Object ? Reflect.get(transport, 'socket') : undefined
  const waiting: unknown = socket instanceof Object ? Reflect.get(socket, 'bufferedAmount') : undefined
  return typeof waiting === 'number' ? waiting : 0
}
