/**
 * Submit to ack, every ack durable: judges who all submit at once, sheet after sheet, against a Socket.IO echo that stores nothing.
 * Two shapes: a thousand judges of one contest, and a hundred contests of nine.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { HubProcess } from '../../harness/hub-process.ts'
import { type Baseline, socketUrl, startBaseline } from '../baselines/baseline.ts'
import { type BenchContest, benchSheet, makeContest } from '../contests.ts'
import type { Figure, Measurement, Scope } from '../figure.ts'
import { Generator } from '../generator/generator.ts'
import { withHub } from '../hub.ts'
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

interface Shape {
  readonly name: string
  readonly what: string
  readonly contests: number
  readonly judges: number
  /** The least throughput, as a share of the echo's. */
  readonly atLeast: number
}

interface Round {
  readonly perSecond: number
  /** Processor seconds of the measured server for one operation. */
  readonly processor: number
  readonly p99: number
}

export const submitOneContest: Measurement = measurementOf({
  name: 'submit-one-contest',
  what: '1,000 judges of one contest',
  contests: 1,
  judges: 1000,
  atLeast: 0.65,
})

/** No hub has this evening; it guards that contests do not stand in each other's way. */
export const submitManyContests: Measurement = measurementOf({
  name: 'submit-many-contests',
  what: '100 contests of 9 judges',
  contests: 100,
  judges: 9,
  atLeast: 0.5,
})

function measurementOf(shape: Shape): Measurement {
  return { name: shape.name, measure: (scope) => measure(shape, scope) }
}

function measure(shape: Shape, scope: Scope): Promise<readonly Figure[]> {
  return withHub(async (hub, hubPid) => {
    const generator = new Generator()
    const echo = await startBaseline('echo')
    try {
      scope.note(`${shape.what} are being made`)
      const rounds = scope.pairs * roundsPerPair
      const teams = (warmUps + rounds) * sheetsPerRound
      const contests = await makeContests(hub, shape, teams)
      const judges = contests.flatMap((contest) => contest.judges)
      await generator.ask({ type: 'connect', group: 'hub', url: socketUrl(hub.port), auths: judges })
      await generator.ask({ type: 'connect', group: 'echo', url: echo.url, auths: judges })
      const sides = { hub: hubPid, echo: echo.pid }
      const seen = await alternate(generator, sides, contests[0]?.teams ?? [], { rounds, note: scope.note })
      return figuresOf(shape, seen)
    } finally {
      generator.stop()
      echo.stop()
    }
  })
}

async function makeContests(hub: HubProcess, { contests, judges }: Shape, teams: number): Promise<BenchContest[]> {
  const made: BenchContest[] = []
  for (let number = 1; number <= contests; number++) {
    made.push(await makeContest(hub, { id: `hoi-thi-${number}`, judges, teams }))
  }
  await Promise.all(made.map((contest) => contest.call(contest.teams)))
  return made
}

type Sides = { readonly hub: number; readonly echo: Baseline['pid'] }

/** Both sides in turn, so that a slow moment of the machine meets both. */
async function alternate(
  generator: Generator,
  sides: Sides,
  teams: readonly string[],
  { rounds, note }: Pick<Scope, 'note'> & { readonly rounds: number },
): Promise<{ readonly hub: Round; readonly echo: Round }[]> {
  const seen: { hub: Round; echo: Round }[] = []
  for (let round = 1 - warmUps; round <= rounds; round++) {
    const first = (round + warmUps - 1) * sheetsPerRound
    const these = teams.slice(first, first + sheetsPerRound)
    const echo = await submitRound(generator, 'echo', sides.echo, these)
    const hub = await submitRound(generator, 'hub', sides.hub, these)
    note(`round ${round} of ${rounds}: hub ${Math.round(hub.perSecond)}/s, echo ${Math.round(echo.perSecond)}/s`)
    if (round > 0) seen.push({ hub, echo })
  }
  return seen
}

async function submitRound(
  generator: Generator,
  group: keyof Sides,
  pid: number,
  teams: readonly string[],
): Promise<Round> {
  const before = processorSeconds(pid)
  const { seconds, latencies, refused } = await generator.ask({
    type: 'submit',
    group,
    teams: [...teams],
    ...benchSheet,
  })
  const used = processorSeconds(pid) - before
  await pause(restMs)
  if (refused > 0) throw new Error(`${refused} sheets were refused by the ${group}`)
  return { perSecond: latencies.length / seconds, processor: used / latencies.length, p99: quantile(latencies, 0.99) }
}

function figuresOf(
  { name, what, atLeast }: Shape,
  rounds: readonly { readonly hub: Round; readonly echo: Round }[],
): Figure[] {
  const against = 'against a Socket.IO echo that stores nothing'
  const middle = (side: 'hub' | 'echo', key: keyof Round) => median(rounds.map((round) => round[side][key]))
  const perSecond = (side: 'hub' | 'echo') => `${Math.round(middle(side, 'perSecond')).toLocaleString('en')}/s`
  const processor = (side: 'hub' | 'echo') => `${Math.round(middle(side, 'processor') * 1e6)} µs`
  const ratio = (key: keyof Round) => median(rounds.map(({ hub, echo }) => hub[key] / echo[key]))
  return [
    {
      name,
      says: `sheets a second, every ack durable, ${what}, ${against}`,
      value: ratio('perSecond'),
      unit: 'ratio',
      ratio: ratio('perSecond'),
      aim: { atLeast },
      hub: `${perSecond('hub')} (p99 ${Math.round(middle('hub', 'p99'))} ms)`,
      baseline: `${perSecond('echo')} (p99 ${Math.round(middle('echo', 'p99'))} ms)`,
    },
    {
      name: `${name}-processor`,
      says: `processor time of the server for one sheet, ${what}, ${against}`,
      value: ratio('processor'),
      unit: 'ratio',
      ratio: ratio('processor'),
      aim: null,
      hub: processor('hub'),
      baseline: processor('echo'),
    },
  ]
}
