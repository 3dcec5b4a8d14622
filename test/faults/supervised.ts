/**
 * A program that runs one hub under the supervisor of `npm start`, until it is asked to stop or whoever started it is gone.
 * Its arguments are the words of a program that starts Node, such as one that mounts a small disk; usually there are none.
 * `HUB_PRELOAD` names a module that is loaded into the hub before everything else.
 */
import { fileURLToPath } from 'node:url'
import { hubEntry } from '../../scripts/places.mjs'
import { hubFlags } from '../../scripts/setup/pinned-node.mjs'
import { supervise } from '../../scripts/supervise.mjs'

const tellPid = fileURLToPath(new URL('./tell-pid.ts', import.meta.url))
const { HUB_PRELOAD: preload } = process.env
const preloads = preload === undefined ? [tellPid] : [tellPid, preload]
const [node = process.execPath, ...before] = [...process.argv.slice(2), process.execPath]
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.exitCode = await supervise({
  node,
  flags: [...before, ...hubFlags, ...preloads.flatMap((file) => ['--import', file])],
  entry: hubEntry,
  args: [],
})
if (process.connected) process.disconnect()
