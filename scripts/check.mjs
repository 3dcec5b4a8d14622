/**
 * `npm run check`: the static checks alone, without a browser, a server or a build.
 */
import { install } from './setup/install.mjs'
import { pinnedNode } from './setup/pinned-node.mjs'
import { exitWith } from './setup/problem.mjs'
import { runSteps } from './testing/run-steps.mjs'
import { staticChecks } from './testing/steps.mjs'

await exitWith(async () => {
  await install('everything')
  return runSteps(pinnedNode(), staticChecks)
})
