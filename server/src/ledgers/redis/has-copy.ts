/** Whether a replica has what was written over a connection. */
import type { Redis } from 'ioredis'

/** How long it is waited for, in ms; a hall's network answers within a few. */
const replicaMs = 200

/** True when one of `replicas` has everything that this connection has written, or when none is needed (null). */
export async function hasCopy(connection: Redis, replicas: number | null): Promise<boolean> {
  if (replicas === null) return true
  // Whoever waits for one that is not there holds up everybody else on the connection.
  return replicas > 0 && (await connection.wait(1, replicaMs)) > 0
}
