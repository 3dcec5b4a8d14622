/**
 * What a page's first load weighs: the document with the scripts and styles that it needs at once, gzipped, without fonts, as the hub
 * serves them. Beside it Socket.IO's own client script, which is the least that any such page carries.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Figure, Measurement } from '../figure.ts'
import { withHub } from '../hub.ts'

const pages = [
  { name: 'judge', path: '/judge/', aim: { atMost: 50 } },
  { name: 'display', path: '/display/', aim: { atMost: 70 } },
  { name: 'console', path: '/console/', aim: null },
] as const

export const pageWeight: Measurement = {
  name: 'page-weight',
  measure: () =>
    withHub(async (hub) => {
      const bare = kilobytes(readFileSync(bareClient(), 'utf8'))
      const figures: Figure[] = []
      for (const { name, path, aim } of pages) {
        const { first: value, whole } = await weigh(new URL(path, hub.url))
        figures.push({
          name: `page-weight-${name}`,
          says: `first load of ${path}, gzipped, without fonts, against Socket.IO's client script alone`,
          value,
          unit: 'kB',
          ratio: value / bare,
          aim,
          hub: `${value.toFixed(1)} kB (${whole.toFixed(1)} kB with what it asks for later)`,
          baseline: `${bare.toFixed(1)} kB`,
        })
      }
      return figures
    }),
}

function bareClient(): string {
  const entry = createRequire(import.meta.url).resolve('socket.io-client')
  return join(dirname(entry), '../../dist/socket.io.esm.min.js')
}

interface Weight {
  /** kB (1,000 bytes) of the document and of everything that it loads before it can run. */
  readonly first: number
  /** With the scripts that it asks for later. */
  readonly whole: number
}

async function weigh(url: URL): Promise<Weight> {
  const page = await textOf(url)
  const linked = [...page.matchAll(/<(?:script|link)[^>]+(?:src|href)="([^"]+\.(?:js|css))"/g)]
  const begin = linked.map(([, path = '']) => new URL(path, url).href)
  const document = kilobytes(page)
  const first = await follow(begin, importsAtOnce)
  const whole = await follow(begin, (script) => [...importsAtOnce(script), ...importsLater(script)])
  return { first: document + first, whole: document + whole }
}

/** kB of the files, and of those that their scripts import. */
async function follow(begin: readonly string[], importsOf: (script: string) => string[]): Promise<number> {
  const loaded = new Set<string>(begin)
  let total = 0
  for (const address of loaded) {
    const text = await textOf(new URL(address))
    total += kilobytes(text)
    if (address.endsWith('.js')) for (const path of importsOf(text)) loaded.add(new URL(path, address).href)
  }
  return total
}

/** The modules that a built script cannot begin without. */
function importsAtOnce(script: string): string[] {
  return [...script.matchAll(/\b(?:import|from)\s*["'](\.[^"']+)["']/g)].map(([, path = '']) => path)
}

function importsLater(script: string): string[] {
  return [...script.matchAll(/\bimport\(\s*["'`](\.[^"'`]+)["'`]/g)].map(([, path = '']) => path)
}

async function textOf(url: URL): Promise<string> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url.pathname} answered ${response.status}: are the pages built (npm run build)?`)
  return response.text()
}

function kilobytes(text: string): number {
  return gzipSync(text, { level: 9 }).length / 1000
}
