/**
 * What a person can put right: told in one line, without a stack. Anything else that is thrown is a bug and crashes with its stack.
 */
export class SetupProblem extends Error {}

/**
 * Runs an entry script to its exit code.
 * @param {() => Promise<number>} work resolves with the exit code
 */
export async function exitWith(work) {
  try {
    process.exitCode = await work()
  } catch (problem) {
    if (!(problem instanceof SetupProblem)) throw problem
    console.error(problem.message)
    process.exitCode = 1
  }
}
