/**
 * Brings `node_modules` up to the lock, and calls npm only when something is missing: a second start works without a network.
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { packageFile, root } from '../places.mjs'
import { run } from './child.mjs'
import { thisMachine } from './machine.mjs'
import { missingPackages } from './missing-packages.mjs'
import { SetupProblem } from './problem.mjs'

/**
 * @param {'production' | 'everything'} scope production: what a hub needs to be built and run
 */
export async function install(scope) {
  const lock = lockedPackages(join(root, 'package-lock.json'))
  const tree = lockedPackages(packageFile('.package-lock.json'))
  const development = scope === 'everything'
  const missing = missingPackages(lock, tree, { development, machine: thisMachine() })
  const gone = Object.keys(tree).filter((path) => !existsSync(join(root, path)))
  if (missing.length === 0 && gone.length === 0) return

  const fresh = Object.keys(tree).length === 0
  // An update must not throw out what a developer has installed.
  const keepsDevelopment = development || Object.values(tree).some((installed) => installed.dev)
  console.error('Đang cài thư viện, chỉ khi có gì mới · Installing packages, only when something is new')
  const [command, ...before] = npm()
  const code = await run(
    command,
    [
      ...before,
      ...(fresh || gone.length > 0 ? ['ci'] : ['install', '--no-save']),
      keepsDevelopment ? '--include=dev' : '--omit=dev',
      // Warnings about the old Node that runs npm would only frighten: the hub runs on the pinned one.
      '--loglevel=error',
    ],
    { stdout: 'to-stderr' },
  )
  if (code !== 0) {
    throw new SetupProblem(
      'Không cài được thư viện: lần đầu cần có mạng · Could not install packages: the first start needs a network (see npm above)',
    )
  }
}

/**
 * @param {string} file a lock file that need not exist
 * @returns {import('./missing-packages.mjs').LockedPackages}
 */
function lockedPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {}
}

/**
 * The command that is npm, as program and first arguments. Never `npm.cmd`, which cannot be started without a shell.
 * @returns {[string, ...string[]]}
 */
function npm() {
  const { npm_execpath: running, npm_node_execpath: runsOn } = process.env
  if (running && /npm-cli\.c?js$/.test(running)) return [runsOn ?? process.execPath, running]
  const beside = dirname(process.execPath)
  const installed = [join(beside, 'node_modules'), join(beside, '..', 'lib', 'node_modules')]
    .map((folder) => join(folder, 'npm', 'bin', 'npm-cli.js'))
    .find((file) => existsSync(file))
  if (installed) return [process.execPath, installed]
  if (process.platform === 'win32') {
    throw new SetupProblem('Hãy chạy bằng `npm start` · Please run this through npm, such as `npm start`')
  }
  return ['npm']
}
