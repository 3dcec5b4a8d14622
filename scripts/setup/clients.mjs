/**
 * Builds the pages whose sources changed since they were last built. A build goes to a folder of its own and takes the old one's place
 * only when it is complete: one that fails leaves the last good pages.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { built, packageFile, root, setupFolder } from '../places.mjs'
import { runQuietly } from './child.mjs'
import { compressFolder } from './compress.mjs'
import { fingerprint } from './fingerprint.mjs'
import { SetupProblem } from './problem.mjs'

/** @param {string} node the pinned one */
export async function buildClients(node) {
  mkdirSync(setupFolder, { recursive: true })
  await Promise.all(built.map((page) => buildIfStale(node, page)))
}

/**
 * @param {string} node
 * @param {import('../places.mjs').Built} page
 */
async function buildIfStale(node, { workspace, madeFrom, made, isServedAlone }) {
  const stamp = join(setupFolder, `${workspace}.sha256`)
  const place = join(root, workspace, 'dist')
  const sources = fingerprint(
    root,
    [workspace, ...madeFrom, 'package-lock.json'].map((path) => join(root, path)),
  )
  if (existsSync(join(place, made)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return

  console.error(`Đang dựng trang · Building ${workspace}`)
  // Named by process: two starts at once must not write into each other's build.
  const fresh = join(setupFolder, `${workspace}-${process.pid}`)
  const vite = packageFile('vite', 'bin', 'vite.js')
  const { code, printed } = await runQuietly(node, [vite, 'build', '--outDir', fresh, '--emptyOutDir'], {
    cwd: join(root, workspace),
  })
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    throw new SetupProblem(`${printed}\nKhông dựng được trang · Could not build ${workspace} (see above)`)
  }
  // One that people keep is sent as it is.
  if (!isServedAlone) await compressFolder(fresh)
  rmSync(place, { recursive: true, force: true })
  renameSync(fresh, place)
  writeFileSync(stamp, sources)
}
