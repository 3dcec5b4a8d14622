/**
 * `npm run definitions`: broken workbooks and definitions, each with one mistake whose problem must be told in its cell or at its path; and every
 * preset and random definitions, written as .xlsx files and read again, which must be the same to the last digit. One line of result on stdout, what
 * went wrong on stderr; exit 1 on anything, also if a feature of definitions was never used. A number of definitions, and the seed of the first:
 *
 *     npm run definitions -- --definitions 500 --seed 1
 */
import { isDeepStrictEqual, parseArgs } from 'node:util'
import { type Definition, parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import { presets } from '@bang-diem/shared/contest/presets/registry.ts'
import { sheetsOf } from '@bang-diem/shared/contest/workbook/export.ts'
import { brokenDefinitions } from './broken-definitions.ts'
import { brokenRules } from './broken-rules.ts'
import { brokenTables } from './broken-tables.ts'
import { everything, usedIn } from './exercised.ts'
import { randomDefinition } from './random-definition.ts'
import { throughFile, tryDefinition, tryWorkbook } from './try-broken.ts'

const faults: string[] = []

function tell(fault: string): void {
  faults.push(fault)
  process.stderr.write(`${fault}\n`)
}

/** Whatever is thrown is a fault of this definition, and the others are still tried. */
async function attempt(what: string, trial: () => Promise<string | null> | string | null): Promise<void> {
  try {
    const fault = await trial()
    if (fault !== null) tell(`${what}: ${fault}`)
  } catch (error) {
    tell(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  }
}

async function roundTrip(definition: Definition, language: 'vi' | 'en'): Promise<string | null> {
  const read = await throughFile(sheetsOf(definition, language))
  if (!read.ok) return `read as broken: ${JSON.stringify(read.problems.slice(0, 3))}\n${JSON.stringify(definition)}`
  if (isDeepStrictEqual(read.definition, definition)) return null
  return `read as another:\n${JSON.stringify(definition)}\n${JSON.stringify(read.definition)}`
}

function presetDefinition(input: unknown): Definition {
  const parsed = parseDefinition(input)
  if (!parsed.ok) throw new Error(`not in order: ${JSON.stringify(parsed.problems)}`)
  return parsed.definition
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { definitions: { type: 'string', default: '500' }, seed: { type: 'string', default: '1' } },
  })
  const [count, first] = [Number(values.definitions), Number(values.seed)]
  const workbooks = [...brokenTables, ...brokenRules]
  for (const broken of workbooks) await attempt(broken.mistake, () => tryWorkbook(broken))
  for (const broken of brokenDefinitions) await attempt(broken.mistake, () => tryDefinition(broken))
  for (const { id, definition } of presets) {
    for (const language of ['vi', 'en'] as const) {
      await attempt(`preset ${id}`, () => roundTrip(presetDefinition(definition), language))
    }
  }
  const used = new Set<string>()
  for (let seed = first; seed < first + count; seed += 1) {
    await attempt(`seed ${seed}`, () => {
      const definition = randomDefinition(seed)
      for (const what of usedIn(definition)) used.add(what)
      return roundTrip(definition, seed % 2 === 0 ? 'vi' : 'en')
    })
  }
  const never = everything().filter((what) => !used.has(what))
  if (never.length > 0) tell(`never used: ${never.join('; ')}`)
  const [named, same] = [`each problem named to its cell or path`, 'without loss']
  process.stdout.write(
    `definitions: ${workbooks.length + brokenDefinitions.length} broken workbooks and definitions, ${faults.length === 0 ? named : `${faults.length} faults`}; ` +
      `${presets.length} presets and ${count} random definitions exported and imported again${faults.length === 0 ? ` ${same}` : ''}\n`,
  )
  if (faults.length > 0) process.exitCode = 1
}

await main()
