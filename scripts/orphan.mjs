/**
 * Notices that the `npm` that started this was ended without a word: killed, or asked to end, which its shell does not pass on.
 * Without it, `kill <npm start>` would leave a hub behind that keeps the port. A hub started without npm is left alone.
 */
import { readFileSync } from 'node:fs'

/** Milliseconds between two looks. */
const interval = 500

/** @param {() => void} orphaned called once */
export function whenOrphaned(orphaned) {
  if (process.env.npm_lifecycle_event === undefined) return
  const before = ancestors()
  const watch = setInterval(() => {
    if (ancestors() === before) return
    clearInterval(watch)
    orphaned()
  }, interval)
  watch.unref()
}

/** The parent, and npm above it where the parent is only the shell in between. */
function ancestors() {
  const parent = process.ppid
  return isShell(parent) ? `${parent} of ${parentOf(parent)}` : `${parent}`
}

/** @param {number} pid */
function isShell(pid) {
  return /^(?:ba|da)?sh$/.test(readProc(pid, 'comm').trim())
}

/** @param {number} pid */
function parentOf(pid) {
  return /^PPid:\s*(\d+)$/m.exec(readProc(pid, 'status'))?.[1]
}

/**
 * Empty where there is no such process, and where the system has no such files: there, the parent alone is watched.
 * @param {number} pid
 * @param {string} file
 */
function readProc(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return ''
    throw error
  }
}
