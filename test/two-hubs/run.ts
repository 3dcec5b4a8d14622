/**
 * `npm run two-hubs`: one line that tells how two hubs on one Redis stand in for each other. A final in a real browser, in the middle of which
 * one hub is killed: on stderr what each screen showed, second by second. Then a hub that is stopped in order under a thousand phones.
 * `--pictures <folder>` keeps a picture of each screen some seconds after the death of its hub.
 */
import { mkdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { playFinal } from './final.ts'
import { rollingRestart } from './rolling.ts'

/** Within which everybody is with the other hub, in seconds. */
const bound = 3
const phones = 1_000

const { values } = parseArgs({ options: { pictures: { type: 'string' } } })
if (values.pictures !== undefined) mkdirSync(values.pictures, { recursive: true })

const final = await playFinal(values.pictures)
for (const line of final.table) console.error(line)
const well = (names: RegExp) =>
  Math.max(...[...final.wellAfter].filter(([name]) => names.test(name)).map(([, seconds]) => seconds))
const [judges, desks, projector] = [well(/^gk/), well(/^(?:MC|secretary)$/), well(/^projector$/)]
const rolling = await rollingRestart(phones)

const seconds = (count: number) => `${count.toFixed(1)} s`
const problems = [
  ...final.problems,
  ...(final.right === final.totals ? [] : ['the table on the projector is not the one that was computed by hand']),
  ...(final.recorded < final.sheets ? [] : ['every sheet was in before the hub was killed: nothing was tried']),
  ...(Math.max(judges, desks, projector) <= bound ? [] : [`a screen was not well within ${bound} s of the death`]),
  ...(rolling.everybody <= bound ? [] : [`not everybody was with the other hub within ${bound} s of the stop`]),
]
console.log(
  `two-hubs: one killed with ${final.recorded} of ${final.sheets} sheets in: judges well after ${seconds(judges)}, desks ${seconds(desks)}, projector ${seconds(projector)}; ` +
    `${final.right} of ${final.totals} totals on the projector agree; one stopped under ${rolling.phones} phones: judges, staff and stage on the other after ${seconds(rolling.attentive)}, everybody after ${seconds(rolling.everybody)}`,
)
for (const problem of problems) console.error(problem)
if (problems.length > 0) process.exitCode = 1
