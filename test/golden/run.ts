/** `node test/golden/run.ts`: one line that tells whether the engine agrees with every figure computed by hand. */
import { goldenFigures } from './figures.ts'

const figures = goldenFigures()
const wrong = figures.filter(({ expected, actual }) => expected !== actual)
console.log(`golden: engine ${figures.length - wrong.length} of ${figures.length} figures agree`)
const [first] = wrong
if (first !== undefined) {
  console.error(`first difference: ${first.what}: expected ${first.expected}, the engine says ${first.actual}`)
  process.exitCode = 1
}
