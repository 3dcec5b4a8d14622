/** What `REDIS_URL` may be. */
import { parseRedisAddress, withoutPassword } from '@bang-diem/server/ledgers/redis/address.ts'
import { describe, expect, test } from 'vitest'

describe('addresses', () => {
  test.each([
    ['redis://h', { kind: 'server', at: { host: 'h', port: 6379 }, database: 0, tls: false }],
    [
      'rediss://u:p%40ss@h:1/2',
      { kind: 'server', at: { host: 'h', port: 1 }, database: 2, tls: true, username: 'u', password: 'p@ss' },
    ],
    [
      'redis://:secret@[::1]:7',
      { kind: 'server', at: { host: '::1', port: 7 }, database: 0, tls: false, password: 'secret' },
    ],
    [
      'redis+sentinel://a,b:2/m',
      {
        kind: 'sentinel',
        sentinels: [
          { host: 'a', port: 26_379 },
          { host: 'b', port: 2 },
        ],
        master: 'm',
        tls: false,
      },
    ],
    [
      'rediss+cluster://a:1,b:2',
      {
        kind: 'cluster',
        nodes: [
          { host: 'a', port: 1 },
          { host: 'b', port: 2 },
        ],
        tls: true,
      },
    ],
  ])('L-47: %s is understood', (text, address) => {
    expect(parseRedisAddress(text)).toEqual(address)
  })

  test.each([
    'http://h',
    'redis://',
    'redis://a,b',
    'redis://h/x',
    'redis+sentinel://a',
    'redis+cluster://a/1',
    'redis+x://a',
    'redis://h:123456',
  ])('L-47: %s is none', (text) => {
    expect(parseRedisAddress(text)).toBeUndefined()
  })

  test('L-47: a password is never shown', () => {
    expect(withoutPassword('rediss+cluster://hub:bí-mật@a:1,b:2')).toBe('rediss+cluster://hub:…@a:1,b:2')
  })
})
