/** The forgetful Redis must forget, and only what was not flushed. */
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { ForgetfulRedis, flushedBytes } from './forgetful-redis.ts'

async function start(appendfsync: 'always' | 'everysec'): Promise<ForgetfulRedis> {
  const redis = await ForgetfulRedis.start(appendfsync)
  onTestFinished(() => redis.stop())
  return redis
}

test('with everysec the last second is gone after a power cut, and what came before is there, cut after cut', async () => {
  const redis = await start('everysec')
  for (const round of ['1', '2']) {
    await redis.server.ask('SET', `sớm ${round}`, 'a')
    await pause(2_500)
    // The first write after a pause is flushed at once.
    await redis.server.ask('SET', `muộn ${round}`, 'b')
    await redis.server.ask('SET', `muộn ${round}`, 'c')
    expect(await redis.cutPower()).toBeGreaterThan(0)
    await redis.restart()
    expect(await redis.server.ask('GET', `sớm ${round}`)).toBe('a')
    expect(await redis.server.ask('GET', `muộn ${round}`)).not.toBe('c')
  }
})

test('with always nothing that was answered is gone', async () => {
  const redis = await start('always')
  for (let number = 1; number <= 20; number += 1) await redis.server.ask('SET', `khoá ${number}`, 'a')
  expect(await redis.cutPower()).toBe(0)
  await redis.restart()
  expect(await redis.server.ask('DBSIZE')).toBe(20)
})

test('a flush counts what was written when it began, and not before it is over', () => {
  const file = '8</x/appendonlydir/appendonly.aof.1.incr.aof>'
  const lines = [
    `1 write(${file}, ""..., 50) = 50`,
    `2 fdatasync(${file} <unfinished ...>`,
    `1 write(${file}, ""..., 27 <unfinished ...>`,
    `1 <... write resumed>) = 27`,
    '1 write(9<socket:[1]>, ""..., 5) = 5',
  ]
  expect(flushedBytes(lines.join('\n'))).toBe(0)
  expect(flushedBytes([...lines, '2 <... fdatasync resumed>) = 0'].join('\n'))).toBe(50)
  expect(flushedBytes([...lines, `1 fdatasync(${file}) = 0`].join('\n'))).toBe(77)
})
