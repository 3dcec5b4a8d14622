/**
 * Where things are in this repository. Only names; it touches no disk.
 */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Folders that Vite builds into `<client>/dist`. */
export const clients = ['judge-client', 'mc-console', 'display']

/**
 * Everything that Vite builds: the workspace, what its pages are made from beside it, and a file that is there when it is built.
 * The verifier is one file that lives without a hub, and shares nothing with the clients.
 * @typedef {{ workspace: string, madeFrom: readonly string[], made: string, isServedAlone: boolean }} Built
 */

/** @type {readonly Built[]} */
export const built = [
  ...clients.map((workspace) => ({ workspace, madeFrom: ['shared'], made: 'index.html', isServedAlone: false })),
  { workspace: 'verifier', madeFrom: [], made: 'bang-diem-verifier.html', isServedAlone: true },
]

export const hubEntry = join(root, 'server', 'src', 'main.ts')

/** Programs that work on ledgers without serving anybody. */
export const tools = ['copy', 'backup', 'restore', 'verify']

/** @param {string} name one of `tools` */
export function toolEntry(name) {
  // The verifier shares nothing with the hub, and so it does not live there.
  if (name === 'verify') return join(root, 'verifier', 'src', 'cli.ts')
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
