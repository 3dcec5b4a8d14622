/**
 * `npm start`: brings everything up to date, then runs the hub until it is stopped. Arguments after `--` go to the hub;
 * `--demo` also starts the robot that plays a contest on it. `--restore <file>` first puts back what a backup or a mirror holds, once: a
 * hub that is started again goes on from what it has.
 */
import { whenOrphaned } from './orphan.mjs'
import { hubEntry, robotEntry, toolEntry } from './places.mjs'
import { run } from './setup/child.mjs'
import { hubFlags, nodeFlags } from './setup/pinned-node.mjs'
import { exitWith } from './setup/problem.mjs'
import { readyToServe } from './setup/ready.mjs'
import { supervise } from './supervise.mjs'

await exitWith(async () => {
  const node = await readyToServe()
  const { args, restore } = split(process.argv.slice(2))
  if (restore) {
    const code = await run(node, [...nodeFlags, toolEntry('restore'), ...restore])
    if (code !== 0) return code
  }
  whenOrphaned(() => process.kill(process.pid, 'SIGTERM'))
  const hub = { node, flags: hubFlags, entry: hubEntry, args }
  if (!args.includes('--demo')) return supervise(hub)
  return supervise(hub, ({ port, organiserKey }) => ({
    node,
    flags: nodeFlags,
    entry: robotEntry,
    args: ['--hub', `http://127.0.0.1:${port}`],
    // The key is not an argument: those are shown to every user of the machine.
    env: { ...process.env, ROBOT_HUB: `http://127.0.0.1:${port}`, ROBOT_ORGANISER_KEY: organiserKey },
  }))
})

/**
 * What is for the hub, and what is to be restored before it, if anything.
 * @param {readonly string[]} args
 */
function split(args) {
  const at = args.indexOf('--restore')
  return at < 0 ? { args } : { args: args.toSpliced(at, 2), restore: args.slice(at + 1, at + 2) }
}
