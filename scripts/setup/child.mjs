/**
 * Starts another program and waits for it, without a shell on any platform.
 */
import { spawn } from 'node:child_process'
import { root } from '../places.mjs'

/**
 * Resolves with the exit code; 1 when a signal ended it. Rejects when it cannot be started at all.
 * @param {string} command an absolute path, or a name to be found in PATH
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, stdout?: 'inherit' | 'to-stderr' }} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, { env = process.env, cwd = root, stdout = 'inherit' } = {}) {
  return new Promise((resolve, reject) => {
    const out = stdout === 'inherit' ? 'inherit' : process.stderr
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', out, 'inherit'], windowsHide: true })
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/**
 * Like `run`, but keeps what the program printed, to show it later or only when it fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string }} [options]
 * @returns {Promise<{ code: number, printed: string }>}
 */
export function runQuietly(command, args, { env = process.env, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true })
    let printed = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (text) => {
        printed += text
      })
    }
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, printed }))
  })
}
