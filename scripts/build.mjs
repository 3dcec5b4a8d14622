/**
 * `npm run build`: builds the pages, as `npm start` would, without starting a hub.
 */
import { exitWith } from './setup/problem.mjs'
import { readyToServe } from './setup/ready.mjs'

await exitWith(async () => {
  await readyToServe()
  return 0
})
