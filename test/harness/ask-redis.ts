/** One command to a Redis over a connection of its own, past the program under test and by another client than its own. */
import { createClient } from 'redis'

/** Answers as protocol 2 does: texts, numbers, lists. Rejects when there is no connection or the command is refused. */
export async function askRedis(url: string, words: readonly string[]): Promise<unknown> {
  const client = createClient({ url, RESP: 2, socket: { reconnectStrategy: false } })
  // What goes wrong rejects the command as well.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await client.sendCommand([...words])
  } finally {
    client.destroy()
  }
}
