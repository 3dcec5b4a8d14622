/** A Redis and what is opened on it, all ended with the test. */
import { execFileSync, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openRedisLedger } from '@bang-diem/server/ledgers/redis/open.ts'
import type { RedisLedger } from '@bang-diem/server/ledgers/redis/redis.ts'
import { limits } from '@bang-diem/server/limits.ts'
import { expect, onTestFinished } from 'vitest'
import { type RedisServer, type RedisSettings, startRedis } from '../harness/redis-server.ts'

export async function redisFor(settings: RedisSettings = {}): Promise<RedisServer> {
  const server = await startRedis(settings)
  onTestFinished(() => server.stop())
  return server
}

export async function ledgerAt(url: string): Promise<RedisLedger> {
  const ledger = await openRedisLedger({ url, limits: limits.ledger })
  onTestFinished(() => ledger.close())
  return ledger
}

/** Watches a process from outside, by strace; answers how many flushes to the disk it has seen succeed. Rejects without leave to trace. */
export async function watchFlushesOf(pid: number): Promise<() => Promise<number>> {
  const folder = await mkdtemp(join(tmpdir(), 'bang-diem-trace-'))
  const file = join(folder, 'trace')
  const options = ['-f', '-e', 'trace=fsync,fdatasync', '-e', 'signal=none', '-o', file, '-p', String(pid)]
  const strace = spawn('strace', options, { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  strace.stderr.on('data', (bytes) => {
    said += String(bytes)
  })
  onTestFinished(async () => {
    strace.kill('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  })
  await expect
    .poll(() => said, { timeout: 10_000, message: 'this test needs strace and leave to trace' })
    .toContain('attached')
  return async () => (await readFile(file, 'utf8')).match(/f(?:data)?sync.*\) += 0$/gm)?.length ?? 0
}

/** A certificate for `localhost` made for this test: the file of who vouches for it, and what a Redis must be told. */
export async function tlsLines(): Promise<{ readonly authority: string; readonly lines: readonly string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'bang-diem-tls-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
  const words = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost'.split(
    ' ',
  )
  const names = ['-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', certificate]
  execFileSync(process.env.OPENSSL ?? 'openssl', [...words, ...names], { stdio: 'ignore' })
  const lines = [`tls-cert-file ${certificate}`, `tls-key-file ${key}`, `tls-ca-cert-file ${certificate}`]
  return { authority: certificate, lines: [...lines, 'tls-auth-clients no'] }
}
