/**
 * `npm test`: every check and test; `npm test -- <step> …` runs those alone. Installs what it needs first, or says what to install.
 */
import { exitWith, SetupProblem } from './setup/problem.mjs'
import { readyToTest } from './setup/ready.mjs'
import { runSteps } from './testing/run-steps.mjs'
import { allSteps } from './testing/steps.mjs'

await exitWith(async () => {
  const names = process.argv.slice(2)
  const unknown = names.find((name) => !allSteps.some((step) => step.name === name))
  if (unknown)
    throw new SetupProblem(`There is no step ${unknown}; there are ${allSteps.map(({ name }) => name).join(', ')}`)
  const steps = names.length > 0 ? allSteps.filter(({ name }) => names.includes(name)) : allSteps
  return runSteps(await readyToTest(), steps)
})
