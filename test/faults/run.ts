/**
 * `node test/faults/run.ts [--kills 500] [--seed 1] [--quick] [--only <part of a name>]`: hubs, Redis, disks, clocks and the lines
 * between them fail while ten judges submit, as real processes over real sockets. A table on stderr, one line of result on stdout.
 *
 * `--kills` are shared out among the kinds; `--quick` is what runs at every change: each kind that is quick, up to three times.
 */
import { parseArgs } from 'node:util'
import { inLanes } from '../harness/lanes.ts'
import type { Fault, Report } from './fault.ts'
import { watchFlushes } from './flushing.ts'
import { faults } from './kinds/registry.ts'
import { heading, linesOf, median, seconds, worst } from './table.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    quick: { type: 'boolean', default: false },
  },
})
const kills = Number(values.kills)
const seed = Number(values.seed)
if (!Number.isSafeInteger(kills) || kills < 1 || !Number.isSafeInteger(seed)) {
  throw new RangeError('usage: run.ts [--kills <number>] [--seed <number>] [--quick] [--only <part of a name>]')
}

function runsOf({ runs }: Fault): number {
  if (values.quick) return runs.quick
  return 'share' in runs ? Math.ceil(kills * runs.share) : runs.full
}

/** One kind that cannot go on is told, and the others still run. */
function brokenOff(error: unknown): Report {
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const nothing = { runs: 0, counted: 0, acknowledged: 0, lost: 0, duplicated: 0, recoveries: [] }
  return { ...nothing, seen: { judge: [], mc: [], hall: [] }, faults: [said] }
}

const flush = await watchFlushes()
console.error(
  `${flush.faults.length === 0 ? 'ok    ' : 'FAILED'} answers wait for the disk: synchronous ${flush.synchronous}, ` +
    `${flush.flushed} of ${flush.appends} appends flushed between sending and answer`,
)
for (const fault of flush.faults) console.error(`       ! ${fault}`)

console.error(heading)
const reports: { readonly fault: Fault; readonly report: Report }[] = []
const wanted = [...faults.entries()].filter(([, fault]) => fault.name.includes(values.only) && runsOf(fault) > 0)

// Most of the time nothing is done but waiting for somebody to come back: two venues disturb each other little.
await inLanes(wanted, 2, async ([index, fault]) => {
  const scope = { name: fault.name, runs: runsOf(fault), mustCount: 'share' in fault.runs, seed: seed * 100 + index }
  const report = await fault.run(scope).catch(brokenOff)
  reports.push({ fault, report })
  for (const line of linesOf(fault.name, report)) console.error(line)
})

const sum = (pick: (report: Report) => number) => reports.reduce((total, { report }) => total + pick(report), 0)
const struck = reports.filter(({ fault }) => 'share' in fault.runs).map(({ report }) => report)
const counted = struck.reduce((total, report) => total + report.counted, 0)
const recoveries = struck.flatMap((report) => report.recoveries)
const found = sum((report) => report.faults.length) + flush.faults.length
console.log(
  `faults: ${reports.length} kinds, ${counted} kills with a command sent and unanswered (of ${recoveries.length}), ` +
    `${sum(({ acknowledged }) => acknowledged)} commands recorded, ${sum(({ lost }) => lost)} lost, ` +
    `${sum(({ duplicated }) => duplicated)} duplicated, ${found} faults; ` +
    `recovery median ${seconds(median(recoveries))}, worst ${seconds(worst(recoveries))}; ` +
    `synchronous ${flush.synchronous}, flushed before ${flush.flushed} of ${flush.appends} answers`,
)
process.exitCode = found === 0 ? 0 : 1
