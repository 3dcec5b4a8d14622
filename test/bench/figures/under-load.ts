/**
 * The whole way while a hundred marks a second arrive and a thousand viewers look on: how long until a mark is acknowledged, durably,
 * and how long from the thumb to the stage screen. Beside it a bare relay that stores nothing and tells everyone every 50 ms.
 * Judges with the screen, and viewers, have a generator each, so that reading for a thousand does not delay the clock of one.
 */
import { socketUrl, startBaseline } from '../baselines/baseline.ts'
import { type BenchContest, hallHandshake, makeContest } from '../contests.ts'
import type { Figure, Measurement, Scope } from '../figure.ts'
import { Generator } from '../generator/generator.ts'
import type { AnswerTo } from '../generator/requests.ts'
import { withHub } from '../hub.ts'
import { processorSeconds } from '../processes.ts'
import { median, quantile } from '../statistics.ts'

const viewers = 1000
const marksPerSecond = 100
/** A moment in which the machine is taken away spoils the p99 of its round: of one among many short ones, and not the figure. */
const roundsPerPair = 4
const warmUps = 3

export const underLoad: Measurement = { name: 'under-load', measure }

interface Side {
  readonly name: 'hub' | 'relay'
  readonly url: string
  readonly pid: number
  readonly viewer: string
  readonly screen: string
}

interface Round {
  readonly ackP99: number
  readonly screenP50: number
  readonly screenP99: number
  readonly processor: number
}

function measure(scope: Scope): Promise<readonly Figure[]> {
  return withHub(async (hub, pid) => {
    const relay = await startBaseline('relay')
    const crowd = new Generator()
    const jury = new Generator()
    try {
      const judges = Math.round((marksPerSecond * scope.seconds) / roundsPerPair)
      scope.note(`${judges} judges are joining`)
      const contest = await makeContest(hub, {
        id: 'hoi-thi',
        judges,
        teams: warmUps + scope.pairs * roundsPerPair,
        rounds: 1,
      })
      const [viewer, screen] = [hallHandshake(contest.id, 'audience'), hallHandshake(contest.id, 'stage')]
      const sides: Record<Side['name'], Side> = {
        hub: { name: 'hub', url: socketUrl(hub.port), pid, viewer, screen },
        relay: { name: 'relay', url: relay.url, pid: relay.pid, viewer: '{}', screen: '{}' },
      }
      for (const side of Object.values(sides)) await seat(side, contest, crowd, jury)
      return figuresOf(await alternate(sides, contest, jury, scope))
    } finally {
      crowd.stop()
      jury.stop()
      relay.stop()
    }
  })
}

async function seat({ name, url, viewer, screen }: Side, contest: BenchContest, crowd: Generator, jury: Generator) {
  const speakers = name === 'hub' ? contest.judges : contest.judges.map(() => '{"mute":true}')
  await crowd.ask({ type: 'connect', group: name, url, auths: Array.from({ length: viewers }, () => viewer) })
  await jury.ask({ type: 'connect', group: name, url, auths: [...speakers] })
  await jury.ask({ type: 'connect', group: `${name}-screen`, url, auths: [screen] })
}

/** A team a round. The first rounds warm up and are not counted. */
async function alternate(
  sides: Record<Side['name'], Side>,
  contest: BenchContest,
  jury: Generator,
  { note }: Scope,
): Promise<{ readonly hub: Round; readonly relay: Round }[]> {
  const rounds: { hub: Round; relay: Round }[] = []
  for (const [index, place] of contest.performances.entries()) {
    await contest.call([place])
    const relay = await round(sides.relay, place, jury)
    const hub = await round(sides.hub, place, jury)
    const count = `round ${index + 1 - warmUps} of ${contest.performances.length - warmUps}`
    note(`${count}: ack p99 hub ${hub.ackP99.toFixed(1)} ms, relay ${relay.ackP99.toFixed(1)} ms`)
    if (index >= warmUps) rounds.push({ hub, relay })
  }
  return rounds
}

async function round({ name, pid }: Side, place: string, jury: Generator): Promise<Round> {
  const before = processorSeconds(pid)
  const marks: AnswerTo<'steady'> = await jury.ask({
    type: 'steady',
    group: name,
    screen: `${name}-screen`,
    perSecond: marksPerSecond,
    place,
  })
  return {
    ackP99: quantile(marks.acks, 0.99),
    screenP50: quantile(marks.screens, 0.5),
    screenP99: quantile(marks.screens, 0.99),
    processor: (processorSeconds(pid) - before) / marks.acks.length,
  }
}

function figuresOf(rounds: readonly { readonly hub: Round; readonly relay: Round }[]): Figure[] {
  const scene = `while ${marksPerSecond} marks a second arrive and ${viewers.toLocaleString('en')} viewers look on`
  const middle = (side: 'hub' | 'relay', key: keyof Round) => median(rounds.map((each) => each[side][key]))
  const ms = (side: 'hub' | 'relay', key: keyof Round) => `${middle(side, key).toFixed(1)} ms`
  const ratio = (key: keyof Round) => median(rounds.map(({ hub, relay }) => hub[key] / relay[key]))
  const screen = (key: 'screenP50' | 'screenP99') => ({
    value: middle('hub', key),
    unit: 'ms' as const,
    ratio: ratio(key),
    hub: ms('hub', key),
    baseline: ms('relay', key),
  })
  const processor = (side: 'hub' | 'relay') => `${Math.round(middle(side, 'processor') * 1e6)} µs`
  return [
    {
      name: 'under-load-ack-p99',
      says: `ack p99, durable, ${scene}, against a bare ws relay that stores nothing`,
      value: ratio('ackP99'),
      unit: 'ratio',
      ratio: ratio('ackP99'),
      aim: { atMost: 1 },
      hub: ms('hub', 'ackP99'),
      baseline: ms('relay', 'ackP99'),
    },
    { name: 'under-load-screen-p50', says: `thumb to stage screen, p50, ${scene}`, aim: null, ...screen('screenP50') },
    {
      name: 'under-load-screen-p99',
      says: `thumb to stage screen, p99, ${scene}`,
      aim: { atMost: 60 },
      ...screen('screenP99'),
    },
    {
      name: 'under-load-processor',
      says: `processor time of the server for one mark with everything it sets off, ${scene}`,
      value: ratio('processor'),
      unit: 'ratio',
      ratio: ratio('processor'),
      aim: null,
      hub: processor('hub'),
      baseline: processor('relay'),
    },
  ]
}
