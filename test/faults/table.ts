/** The table of faults, for people: a line for each kind, and what was to be seen meanwhile. */
import type { Moment, Report } from './fault.ts'

const columns = ['runs', 'counted', 'recorded', 'lost', 'twice', 'median', 'worst'] as const

export const heading = `${' '.repeat(7)}${'fault'.padEnd(46)}${columns.map((name) => name.padStart(9)).join('')}`

/** What one fault came to, in a few lines. */
export function linesOf(name: string, report: Report): string[] {
  const { runs, counted, acknowledged, lost, duplicated, recoveries, seen, faults, note } = report
  const counts = [runs, counted, acknowledged, lost, duplicated].map(String)
  const row = [...counts, seconds(median(recoveries)), seconds(worst(recoveries))]
    .map((cell) => cell.padStart(9))
    .join('')
  return [
    `${faults.length === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(46)}${row}`,
    ...(note ? [`         ${note}`] : []),
    `         judge  ${trail(seen.judge)}`,
    `         MC     ${trail(seen.mc)}`,
    `         hall   ${trail(seen.hall)}`,
    ...faults.slice(0, 20).map((fault) => `       ! ${fault}`),
  ]
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

export function worst(values: readonly number[]): number {
  return Math.max(0, ...values)
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}

/** `sending 0.0 → lost 0.3 → recorded 1.9`: the states in turn, with the second at which each began. */
function trail(moments: readonly Moment[]): string {
  return moments.map(({ ms, state }) => `${state} ${(ms / 1000).toFixed(1)}`).join(' → ')
}
