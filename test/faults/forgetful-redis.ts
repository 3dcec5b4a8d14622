/**
 * A Redis that loses what it had not flushed when the power is cut. Killing the process alone loses nothing, since the kernel outlives
 * it: so every write to the append-only file and every flush of it are written down from outside, and after the kill the file is cut
 * back to what the last flush that was over had found in it. It spares nothing that was flushed and keeps nothing that was not.
 */
import { readFileSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { type RedisServer, startRedis } from '../harness/redis-server.ts'
import { underStrace } from './durability/tools.ts'
import { waitUntil } from './wait.ts'

export class ForgetfulRedis {
  readonly server: RedisServer
  /** What was in the file when Redis was started last. */
  #sizeAtStart = 0

  private constructor(server: RedisServer) {
    this.server = server
  }

  static async start(appendfsync: 'always' | 'everysec'): Promise<ForgetfulRedis> {
    const options = ['-D', '-y', '-s', '0', '-e', 'signal=all', '-e', 'trace=write,fdatasync']
    const through = (folder: string) => underStrace([...options, '-o', join(folder, 'trace')])
    // A rewrite of the file would begin another one, with a history of its own.
    const server = await startRedis({ appendfsync, lines: ['auto-aof-rewrite-percentage 0'], through })
    return new ForgetfulRedis(server)
  }

  /** Ends it at once; answers how many bytes it has forgotten by that. */
  async cutPower(): Promise<number> {
    await this.server.kill()
    const trace = join(this.server.folder, 'trace')
    // The tracer ends a little later than what it traces.
    await waitUntil('the trace is whole', () => readFileSync(trace, 'utf8').includes('+++ killed by SIGKILL +++'))
    const file = join(this.server.folder, 'appendonlydir', 'appendonly.aof.1.incr.aof')
    const flushed = this.#sizeAtStart + flushedBytes(readFileSync(trace, 'utf8'))
    const forgotten = statSync(file).size - flushed
    truncateSync(file, flushed)
    this.#sizeAtStart = flushed
    return forgotten
  }

  restart(): Promise<void> {
    return this.server.restart()
  }

  stop(): Promise<void> {
    return this.server.stop()
  }
}

/** How much of what was written to the append-only file was there when the last flush began that was over in the end. */
export function flushedBytes(trace: string): number {
  let written = 0
  let flushed = 0
  /** What was written when the flush of a thread began that is not over. */
  const flushing = new Map<string, number>()
  /** Threads with a write to the file that is not over. */
  const writing = new Set<string>()
  for (const line of trace.split('\n')) {
    const [, thread = '', call = ''] = /^(\d+) +(.*)$/.exec(line) ?? []
    const isOnFile = /^\w+\(\d+<[^>]*\.incr\.aof>/.test(call)
    const done = /\) += (\d+)$/.exec(call)?.[1]
    if (isOnFile && call.startsWith('write(')) {
      if (done === undefined) writing.add(thread)
      else written += Number(done)
    } else if (isOnFile) {
      if (done === undefined) flushing.set(thread, written)
      else flushed = written
    } else if (call.startsWith('<... write resumed>') && writing.delete(thread)) {
      written += Number(done ?? 0)
    } else if (call.startsWith('<... fdatasync resumed>') && done !== undefined) {
      flushed = Math.max(flushed, flushing.get(thread) ?? 0)
      flushing.delete(thread)
    }
  }
  return flushed
}
