/** A program that starts a Redis, tells its process id and waits to be killed. */
import { startRedis } from './redis-server.ts'

const { pid } = await startRedis()
process.send?.(pid)
