/**
 * `npm run golden`, `spoiler`, …: runs one of the proofs. Prints nothing of its own on stdout, so that what is there is the result.
 */
import { join } from 'node:path'
import { root } from './places.mjs'
import { proofs } from './proofs.mjs'
import { run } from './setup/child.mjs'
import { nodeFlags } from './setup/pinned-node.mjs'
import { exitWith, SetupProblem } from './setup/problem.mjs'
import { readyToTest } from './setup/ready.mjs'

await exitWith(async () => {
  const [name, ...args] = process.argv.slice(2)
  const proof = proofs.find((known) => known.name === name)
  if (!proof)
    throw new SetupProblem(`Usage: node scripts/run.mjs <${proofs.map((known) => known.name).join(' | ')}> [options]`)
  const node = await readyToTest()
  return run(node, [...nodeFlags, join(root, proof.program), ...args])
})
