/**
 * One hash over the files that a build is made from, so that a build is repeated exactly when one of them changed.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** Folders that are made, not written. */
const made = new Set(['node_modules', 'dist'])

/**
 * @param {string} from paths are hashed relative to it, so that moving the repository changes nothing
 * @param {readonly string[]} paths files and folders
 */
export function fingerprint(from, paths) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesUnder).sort()) {
    const bytes = readFileSync(file)
    hash.update(`${relative(from, file).split(sep).join('/')}\n${bytes.length}\n`).update(bytes)
  }
  return hash.digest('hex')
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .filter((name) => !made.has(name))
    .flatMap((name) => filesUnder(join(path, name)))
}
