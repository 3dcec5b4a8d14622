/**
 * `npm start`: brings everything up to date, then runs the hub until it is stopped. Arguments after `--` go to the hub;
 * `--demo` also starts the robot that plays a contest on it.
 */
import { whenOrphaned } from './orphan.mjs'
import { hubEntry, robotEntry } from './places.mjs'
import { hubFlags, nodeFlags } from './setup/pinned-node.mjs'
import { exitWith } from './setup/problem.mjs'
import { readyToServe } from './setup/ready.mjs'
import { supervise } from './supervise.mjs'

await exitWith(async () => {
  const node = await readyToServe()
  const args = process.argv.slice(2)
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
