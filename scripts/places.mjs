/**
 * Where things are in this repository. Only names; it touches no disk.
 */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Folders that Vite builds into `<client>/dist`. */
export const clients = ['judge-client', 'mc-console', 'display']

export const hubEntry = join(root, 'server', 'src', 'main.ts')

/** Programs that work on ledgers without serving anybody. */
export const tools = ['copy', 'backup', 'restore']

/** @param {string} name one of `tools` */
export function toolEntry(name) {
  return join(root, 'server', 'src', 'programs', `${name}.ts`)
}

export const robotEntry = join(root, 'test', 'robot', 'demo.ts')

/** What set-up remembers between two runs; safe to delete at any time. */
export const setupFolder = join(root, '.setup')

/**
 * The file that a package's command starts; run by Node itself, since `.bin` holds shell scripts on Windows.
 * @param {string[]} path under node_modules
 */
export function packageFile(...path) {
  return join(root, 'node_modules', ...path)
}
