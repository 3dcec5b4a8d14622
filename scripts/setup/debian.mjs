/**
 * The programs that tests need beside Node: found, else installed from Debian's packages, else asked for in one line.
 * Never downloads a browser or a server of its own.
 */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './child.mjs'
import { SetupProblem } from './problem.mjs'

/**
 * `setting`: the environment variable that may name the program, and tells the tests where it is.
 * @typedef {{ names: readonly string[], debian: string, setting: string }} Program
 */

/** @type {readonly Program[]} */
const programs = [
  { setting: 'CHROMIUM_PATH', names: ['chromium', 'chromium-browser', 'google-chrome'], debian: 'chromium' },
  { setting: 'REDIS_SERVER', names: ['redis-server'], debian: 'redis-server' },
  { setting: 'OPENSSL', names: ['openssl'], debian: 'openssl' },
  // Reads papers; its other programs, pdftoppm among them, stand beside it.
  { setting: 'PDFTOTEXT', names: ['pdftotext'], debian: 'poppler-utils' },
  // Counts what reaches the disk and makes it fail; there is none for other systems, where those tests say so.
  ...(process.platform === 'linux' ? [{ setting: 'STRACE', names: ['strace'], debian: 'strace' }] : []),
]

/** Leaves the path of each program in the environment, for this process and those that it starts. */
export async function installPrograms() {
  const absent = programs.filter((program) => !locate(program))
  if (absent.length > 0) await aptInstall(absent.map((program) => program.debian))
  for (const program of programs) {
    const path = locate(program)
    if (!path) throw askFor([program.debian])
    process.env[program.setting] = path
  }
}

/** @param {Program} program */
function locate({ setting, names }) {
  const named = process.env[setting]
  if (named) {
    if (existsSync(named)) return named
    throw new SetupProblem(`${setting} names ${named}, which is not there`)
  }
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return candidates.find((file) => existsSync(file))
}

/** @param {readonly string[]} packages */
async function aptInstall(packages) {
  const isRoot = process.getuid?.() === 0
  const [command, ...before] = isRoot ? ['/usr/bin/apt-get'] : ['/usr/bin/sudo', '-n', '/usr/bin/apt-get']
  if (!command || !existsSync(command) || !existsSync('/usr/bin/apt-get')) throw askFor(packages)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  console.error(`Installing ${packages.join(' and ')} from Debian's packages`)
  for (const args of [
    ['-q', 'update'],
    ['-q', '-y', 'install', '--no-install-recommends', ...packages],
  ]) {
    const code = await run(command, [...before, ...args], { env, stdout: 'to-stderr' })
    if (code !== 0) throw askFor(packages)
  }
}

/** @param {readonly string[]} packages */
function askFor(packages) {
  const settings = programs.filter(({ debian }) => packages.includes(debian)).map(({ setting }) => setting)
  return new SetupProblem(
    `The tests need ${packages.join(' and ')}: install with your system's packages, or name the program in ${settings.join(' and ')}`,
  )
}
