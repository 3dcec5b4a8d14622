/**
 * Two sides that are given the same sheets in turn: how many a second, how long each took, what a sheet cost. Every side is a group of
 * connections and the processes behind them.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Figure, Scope } from '../figure.ts'
import type { Generator } from '../generator/generator.ts'
import { processorSeconds } from '../processes.ts'
import { median, quantile } from '../statistics.ts'

/** Sheets that every judge submits in one round of the measurement. */
const sheetsPerRound = 10
/** What a round set off that nobody waited for, such as deltas, must not fall into the next one, which is the other side's. */
const restMs = 500
/** A round takes half a second and the machine's mood as long: what others measure once is measured here more often. */
const roundsPerPair = 2
/** Rounds of both sides that are not counted: code is twice as slow before the engine has compiled it. */
const warmUps = 2

export interface Side {
  /** The generator's name of its connections. */
  readonly group: string
  /** The processes whose time counts. */
  readonly pids: readonly number[]
}

interface Round {
  readonly perSecond: number
  /** Processor seconds of the measured servers for one operation. */
  readonly processor: number
  readonly p99: number
}

export type Seen = readonly { readonly hub: Round; readonly baseline: Round }[]

/** How many performances are needed, each of which every judge marks once. */
export function performancesFor({ pairs }: Scope): number {
  return (warmUps + pairs * roundsPerPair) * sheetsPerRound
}

/** Both sides in turn, so that a slow moment of the machine meets both. */
export async function alternate(
  generator: Generator,
  sides: { readonly hub: Side; readonly baseline: Side },
  performances: readonly string[],
  { pairs, note }: Scope,
): Promise<Seen> {
  const rounds = pairs * roundsPerPair
  const seen: { hub: Round; baseline: Round }[] = []
  for (let round = 1 - warmUps; round <= rounds; round++) {
    const first = (round + warmUps - 1) * sheetsPerRound
    const these = performances.slice(first, first + sheetsPerRound)
    const baseline = await submitRound(generator, sides.baseline, these)
    const hub = await submitRound(generator, sides.hub, these)
    const [ours, theirs] = [hub, baseline].map(({ perSecond }) => `${Math.round(perSecond)}/s`)
    note(`round ${round} of ${rounds}: hub ${ours}, baseline ${theirs}`)
    if (round > 0) seen.push({ hub, baseline })
  }
  return seen
}

async function submitRound(
  generator: Generator,
  { group, pids }: Side,
  performances: readonly string[],
): Promise<Round> {
  const before = secondsOf(pids)
  const { seconds, latencies, refused } = await generator.ask({
    type: 'submit',
    group,
    performances: [...performances],
  })
  const used = secondsOf(pids) - before
  await pause(restMs)
  if (refused > 0) throw new Error(`${refused} sheets were refused by the ${group}`)
  return { perSecond: latencies.length / seconds, processor: used / latencies.length, p99: quantile(latencies, 0.99) }
}

function secondsOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + processorSeconds(pid), 0)
}

export interface Said {
  readonly name: string
  /** What was submitted, in words. */
  readonly what: string
  readonly against: string
  /** The least throughput, as a share of the baseline's. */
  readonly atLeast?: number
}

/** Throughput and processor time, each as the median of the rounds' ratios. */
export function figuresOf({ name, what, against, atLeast }: Said, rounds: Seen): Figure[] {
  const middle = (side: 'hub' | 'baseline', key: keyof Round) => median(rounds.map((round) => round[side][key]))
  const perSecond = (side: 'hub' | 'baseline') => `${Math.round(middle(side, 'perSecond')).toLocaleString('en')}/s`
  const speed = (side: 'hub' | 'baseline') => `${perSecond(side)} (p99 ${Math.round(middle(side, 'p99'))} ms)`
  const processor = (side: 'hub' | 'baseline') => `${Math.round(middle(side, 'processor') * 1e6)} µs`
  const ratio = (key: keyof Round) => median(rounds.map(({ hub, baseline }) => hub[key] / baseline[key]))
  const figure = (says: string, key: keyof Round) => ({
    says,
    value: ratio(key),
    unit: 'ratio' as const,
    ratio: ratio(key),
  })
  return [
    {
      name,
      ...figure(`sheets a second, every ack durable, ${what}, against ${against}`, 'perSecond'),
      aim: atLeast === undefined ? null : { atLeast },
      hub: speed('hub'),
      baseline: speed('baseline'),
    },
    {
      name: `${name}-p99`,
      ...figure(`from sheet to acknowledgement, p99, ${what}, against ${against}`, 'p99'),
      aim: null,
      hub: `${Math.round(middle('hub', 'p99'))} ms`,
      baseline: `${Math.round(middle('baseline', 'p99'))} ms`,
    },
    {
      name: `${name}-processor`,
      ...figure(`processor time of the server for one sheet, ${what}, against ${against}`, 'processor'),
      aim: null,
      hub: processor('hub'),
      baseline: processor('baseline'),
    },
  ]
}
