/**
 * Builds the pages whose sources changed since they were last built. A build goes to a folder of its own and takes the old one's place
 * only when it is complete: one that fails leaves the last good pages.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { clients, packageFile, root, setupFolder } from '../places.mjs'
import { runQuietly } from './child.mjs'
import { compressFolder } from './compress.mjs'
import { fingerprint } from './fingerprint.mjs'
import { SetupProblem } from './problem.mjs'

/** @param {string} node the pinned one */
export async function buildClients(node) {
  mkdirSync(setupFolder, { recursive: true })
  await Promise.all(clients.map((client) => buildIfStale(node, client)))
}

/**
 * @param {string} node
 * @param {string} client
 */
async function buildIfStale(node, client) {
  const stamp = join(setupFolder, `${client}.sha256`)
  const built = join(root, client, 'dist')
  const sources = fingerprint(
    root,
    [client, 'shared', 'package-lock.json'].map((path) => join(root, path)),
  )
  if (existsSync(join(built, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return

  console.error(`Đang dựng trang · Building ${client}`)
  // Named by process: two starts at once must not write into each other's build.
  const fresh = join(setupFolder, `${client}-${process.pid}`)
  const vite = packageFile('vite', 'bin', 'vite.js')
  const { code, printed } = await runQuietly(node, [vite, 'build', '--outDir', fresh, '--emptyOutDir'], {
    cwd: join(root, client),
  })
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    throw new SetupProblem(`${printed}\nKhông dựng được trang · Could not build ${client} (see above)`)
  }
  await compressFolder(fresh)
  rmSync(built, { recursive: true, force: true })
  renameSync(fresh, built)
  writeFileSync(stamp, sources)
}
