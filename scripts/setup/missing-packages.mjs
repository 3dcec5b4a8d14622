/**
 * What of the lock is not in `node_modules`. Asks the two lock files alone, so that a tree that somebody installed by hand counts as well.
 */

/**
 * One entry of a lock file, as npm writes it.
 * @typedef {{ version?: string, integrity?: string, link?: boolean, dev?: boolean, optional?: boolean,
 *   os?: string | string[], cpu?: string | string[], libc?: string | string[] }} LockedPackage
 * @typedef {Record<string, LockedPackage>} LockedPackages by path, such as `node_modules/vite`
 * @typedef {{ os: string, cpu: string, libc: string }} Machine
 */

/**
 * npm's own rule: an absent list allows all, `!name` forbids.
 * @param {string | string[] | undefined} allowed
 * @param {string} actual
 */
function allows(allowed, actual) {
  if (allowed === undefined) return true
  const list = [allowed].flat()
  if (list.includes(`!${actual}`)) return false
  return list.includes(actual) || list.every((name) => name.startsWith('!'))
}

/**
 * @param {LockedPackage} locked
 * @param {Machine} machine
 */
function fits(locked, machine) {
  return allows(locked.os, machine.os) && allows(locked.cpu, machine.cpu) && allows(locked.libc, machine.libc)
}

/**
 * Paths of packages that the lock wants on this machine and the tree does not hold in that very version.
 * @param {LockedPackages} lock `packages` of package-lock.json
 * @param {LockedPackages} tree `packages` of node_modules/.package-lock.json
 * @param {{ development: boolean, machine: Machine }} wanted whether development packages count, and what runs here
 */
export function missingPackages(lock, tree, { development, machine }) {
  return (
    Object.entries(lock)
      .filter(([path]) => path.includes('node_modules/'))
      // What sits inside a package that does not fit is never installed either.
      .filter(([path]) => ancestors(path).every((above) => fits(lock[above] ?? {}, machine)))
      .filter(([, locked]) => development || !locked.dev)
      // An optional package for every platform serves those for a platform alone, which may not be this one.
      .filter(([, locked]) => !locked.optional || locked.os !== undefined || locked.cpu !== undefined)
      .filter(([path, locked]) => {
        const installed = tree[path]
        if (installed === undefined) return true
        return installed.version !== locked.version || installed.integrity !== locked.integrity
      })
      .map(([path]) => path)
  )
}

/**
 * The path itself and every package that it is nested in.
 * @param {string} path
 */
function ancestors(path) {
  const parts = path.split('/node_modules/')
  return parts.map((_, index) => parts.slice(0, index + 1).join('/node_modules/'))
}
