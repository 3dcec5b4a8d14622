/** The contract suite's harness for the ledger in Redis: a real server, a real child process, a line that can be cut at a chosen moment. */
import { once } from 'node:events'
import type { CrashMoment, Medium } from '@bang-diem/server/ledgers/contract/harness.ts'
import type { Ledger } from '@bang-diem/server/ledgers/ledger.ts'
import { ledgerKey } from '@bang-diem/server/ledgers/redis/keys.ts'
import { openRedisLedger } from '@bang-diem/server/ledgers/redis/open.ts'
import { limits } from '@bang-diem/server/limits.ts'
import * as v from 'valibot'
import { type RedisServer, startRedis } from '../harness/redis-server.ts'
import { TcpProxy } from '../harness/tcp-proxy.ts'
import { linesOf, startProgram } from './program.ts'

const entries = v.array(v.tuple([v.string(), v.tuple([v.string(), v.string(), v.string(), v.string()])]))

export class RedisMedium implements Medium {
  readonly #server: RedisServer
  readonly #open: Ledger[] = []
  readonly #proxies: TcpProxy[] = []

  constructor(server: RedisServer) {
    this.#server = server
  }

  static async make(): Promise<RedisMedium> {
    return new RedisMedium(await startRedis())
  }

  open(): Promise<Ledger> {
    return this.#openAt(this.#server.url)
  }

  async openCrashing(moment: CrashMoment): Promise<Ledger> {
    const proxy = await TcpProxy.open({ port: this.#server.port })
    this.#proxies.push(proxy)
    const ledger = await this.#openAt(`redis://127.0.0.1:${proxy.port}`)
    let isDue = true
    let isSent = false
    proxy.watch((direction, bytes) => {
      if (direction === 'up' && /\neval(?:sha)?\r/.test(bytes.toString('latin1')) && isDue) isSent = true
      if (!isSent) return 'pass'
      if (moment === 'after-commit' && (direction === 'up' || bytes.includes('NOSCRIPT'))) return 'pass'
      isDue = false
      isSent = false
      return 'cut'
    })
    return ledger
  }

  async appendUntilKilled(contest: string, batch: number, reports: number): Promise<readonly number[]> {
    const child = startProgram(new URL('./appender.ts', import.meta.url), [this.#server.url, contest, String(batch)])
    const numbers: number[] = []
    const ended = once(child, 'exit')
    for await (const line of linesOf(child)) {
      numbers.push(Number(line))
      // The medium dies with whoever writes to it, and comes back from its file.
      if (numbers.length === reports) {
        child.kill('SIGKILL')
        await this.#server.kill()
      }
    }
    await ended
    if (child.signalCode !== 'SIGKILL') throw new Error(`the appender ended by itself: ${child.exitCode}`)
    await this.#server.restart()
    return numbers
  }

  async flipByte(contest: string, number: number): Promise<void> {
    const key = ledgerKey(contest)
    const stored = v.parse(entries, await this.#server.ask('XRANGE', key, '-', '+'))
    await this.#server.ask('DEL', key)
    for (const [id, [hashField, hash, lineField, line]] of stored) {
      const written = id === `${number}-0` ? flipped(line) : line
      await this.#server.ask('XADD', key, id, hashField, hash, lineField, written)
    }
  }

  async dispose(): Promise<void> {
    await Promise.all(this.#open.map((ledger) => ledger.close()))
    await Promise.all(this.#proxies.map((proxy) => proxy.close()))
    await this.#server.stop()
  }

  async #openAt(url: string): Promise<Ledger> {
    const ledger = await openRedisLedger({ url, limits: limits.ledger })
    this.#open.push(ledger)
    return ledger
  }
}

/** The line with one bit of its middle byte turned over. */
function flipped(line: string): string {
  const bytes = Buffer.from(line)
  const middle = Math.floor(bytes.length / 2)
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle)
  return bytes.toString()
}
