/**
 * `npm run copy`, `backup`, `restore`, `verify`: runs a program that works on ledgers on the pinned Node; arguments after `--` are the program's.
 */
import { toolEntry, tools } from './places.mjs'
import { run } from './setup/child.mjs'
import { install } from './setup/install.mjs'
import { nodeFlags, pinnedNode } from './setup/pinned-node.mjs'
import { exitWith, SetupProblem } from './setup/problem.mjs'

await exitWith(async () => {
  const [name, ...args] = process.argv.slice(2)
  if (name === undefined || !tools.includes(name))
    throw new SetupProblem(`Usage: node scripts/tool.mjs <${tools.join(' | ')}> [options]`)
  await install('production')
  return run(pinnedNode(), [...nodeFlags, toolEntry(name), ...args])
})
