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

/**
 * Watches a Redis from outside, by strace. What is answered tells whether everything that it has written to its append-only file was flushed
 * by a flush that began afterwards and is over. Rejects without leave to trace.
 */
export async function watchFlushesOf(pid: number): Promise<() => Promise<boolean>> {
  const folder = await mkdtemp(join(tmpdir(), 'bang-diem-trace-'))
  const file = join(folder, 'trace')
  const options = ['-f', '-y', '-e', 'trace=write,fsync,fdatasync', '-e', 'signal=none', '-o', file, '-p', String(pid)]
  const strace = spawn('strace', options, { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  strace.stderr.on('data', (bytes) => {
    said += String(bytes)
  })
  onTestFinished(async () => {
    strace.kill('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  })
  const message = 'this test needs strace and leave to trace'
  await expect.poll(() => said, { timeout: 10_000, message }).toContain('attached')
  return async () => isFlushed((await readFile(file, 'utf8')).split('\n'))
}

function isFlushed(calls: readonly string[]): boolean {
  const written = calls.findLastIndex((call) => /write\(\d+<.*\.aof>/.test(call))
  const since = calls.slice(written + 1)
  const begun = since.findIndex((call) => /f(?:data)?sync\(\d+<.*\.aof>/.test(call))
  if (written < 0 || begun < 0) return false
  const [thread] = (since[begun] ?? '').split(' ')
  return since.slice(begun).some((call) => call.startsWith(`${thread} `) && /f(?:data)?sync.*\) += 0$/.test(call))
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
