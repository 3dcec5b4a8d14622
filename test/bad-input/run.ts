/**
 * `node test/bad-input/run.ts [--table]`: throws everything bad at a real hub. One line of result on stdout, or with `--table` every try
 * with its answer; what went wrong on stderr. Exit 1 when an answer is not as it should be, a try changed anything, or the hub died.
 */
import { parseArgs } from 'node:util'
import { schemasByType } from '@bang-diem/shared/contest/schemas-by-type.ts'
import { commandSchema } from '@bang-diem/shared/rules/commands.ts'
import { commands as tried } from './commands.ts'
import { Inspector } from './inspector.ts'
import { tryCommands } from './try-commands.ts'
import { routes, tryHttp } from './try-http.ts'
import { tryRoles } from './try-roles.ts'
import { trySeats } from './try-seats.ts'
import { trySockets } from './try-sockets.ts'
import { makeWorld, roles } from './world.ts'

const { values } = parseArgs({ options: { table: { type: 'boolean', default: false } } })

const world = await makeWorld()
const inspector = new Inspector(world)
await inspector.settle()
const commands = await tryCommands(world, inspector)
await tryRoles(world, inspector)
await tryHttp(world, inspector)
await trySockets(world, inspector)
await trySeats(world, inspector)
await world.close()

if (values.table) {
  for (const { what, answer, wrong } of inspector.rows)
    console.log(`${wrong === null ? 'ok   ' : 'WRONG'} ${what} → ${answer}`)
}
for (const { what, answer, wrong } of inspector.wrong) console.error(`${what}: ${wrong}\n  answered ${answer}`)
const untried = [...schemasByType(commandSchema.options).keys()].filter((type) => !Object.hasOwn(tried, String(type)))
for (const type of untried) console.error(`${String(type)}: no stranger has tried it`)
const named =
  inspector.wrong.length === 0 ? 'every answer names its field' : `${inspector.wrong.length} answers are wrong`
console.log(
  `bad input: ${inspector.rows.length} tries on ${commands} commands and ${routes.length} endpoints, ${named}; ` +
    `${inspector.changed} changed anything, ${inspector.crashed} crashed; roles × commands: ${roles.length} × ${commands} as designed`,
)
process.exit(inspector.wrong.length + inspector.changed + inspector.crashed + untried.length > 0 ? 1 : 0)
