/**
 * Every text of this repository that somebody wrote, read from the disk once.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

const made = new Set([
  'node_modules',
  'dist',
  'data',
  '.git',
  '.setup',
  'test-results',
  'playwright-report',
  '.svelte-kit',
])
const texts = /\.(?:ts|mjs|svelte|css|html|json|jsonc|md|yml|yaml|webmanifest|svg)$|\/\.?[^.]+$/

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (made.has(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesUnder(path) : [path]
  })
}

/** Path to text; paths relative to the repository, with `/`. */
export const allTexts: ReadonlyMap<string, string> = new Map(
  filesUnder(root)
    .filter((path) => texts.test(path))
    .map((path) => [relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
)

const isCode = (path: string) => /\.(?:ts|mjs|svelte)$/.test(path)

export const sources: ReadonlyMap<string, string> = new Map([...allTexts].filter(([path]) => isCode(path)))
