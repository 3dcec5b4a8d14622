/**
 * Fan-out of one delta to a thousand viewers: from the acknowledgement of the MC's command until the last viewer was told. Beside it
 * bare `ws` that writes one prepared frame. Time and processor time, each for one message.
 */
import { socketUrl, startBaseline } from '../baselines/baseline.ts'
import { hallHandshake, makeContest } from '../contests.ts'
import type { Figure, Measurement, Scope } from '../figure.ts'
import { Generator } from '../generator/generator.ts'
import { withHub } from '../hub.ts'
import { processorSeconds } from '../processes.ts'
import { median } from '../statistics.ts'

const viewers = 1000
/** Deltas in one round; a round is long enough for the kernel's accounting in hundredths of a second. */
const deltasPerRound = 20
/** Beyond the pace of the audience, so that every command is told at once and by itself. */
const everyMs = 300

export const fanOut: Measurement = { name: 'fan-out', measure }

interface Round {
  /** Messages a second while one delta is being told. */
  readonly perSecond: number
  /** Processor seconds of the server for one message. */
  readonly processor: number
}

function measure(scope: Scope): Promise<readonly Figure[]> {
  return withHub(async (hub, pid) => {
    const relay = await startBaseline('relay')
    const generator = new Generator()
    try {
      const contest = await makeContest(hub, { id: 'hoi-thi', judges: 1, teams: 1, rounds: 1 })
      await contest.call(contest.performances)
      const hall = Array.from({ length: viewers }, () => hallHandshake(contest.id, 'audience'))
      const url = socketUrl(hub.port)
      await generator.ask({ type: 'connect', group: 'hub', url, auths: [contest.mc] })
      await generator.ask({ type: 'connect', group: 'hub-hall', url, auths: hall })
      await generator.ask({ type: 'connect', group: 'relay', url: relay.url, auths: ['{"mute":true}'] })
      await generator.ask({ type: 'connect', group: 'relay-hall', url: relay.url, auths: hall })
      const rounds: { hub: Round; relay: Round }[] = []
      for (let pair = 0; pair <= scope.pairs; pair++) {
        const bare = await round(generator, 'relay', relay.pid, pair)
        const ours = await round(generator, 'hub', pid, pair)
        scope.note(`pair ${pair}: hub ${Math.round(ours.perSecond)}/s, relay ${Math.round(bare.perSecond)}/s`)
        if (pair > 0) rounds.push({ hub: ours, relay: bare })
      }
      return figuresOf(rounds)
    } finally {
      generator.stop()
      relay.stop()
    }
  })
}

async function round(generator: Generator, group: string, pid: number, pair: number): Promise<Round> {
  const commands = Array.from({ length: deltasPerRound }, (_, index) => ({
    id: `t-${pair}-${index}`,
    type: index % 2 === 0 ? 'startTimer' : 'pauseTimer',
  }))
  const before = processorSeconds(pid)
  const { seconds } = await generator.ask({ type: 'tell', group, viewers: `${group}-hall`, everyMs, commands })
  const used = processorSeconds(pid) - before
  return { perSecond: viewers / median(seconds), processor: used / (viewers * deltasPerRound) }
}

function figuresOf(rounds: readonly { readonly hub: Round; readonly relay: Round }[]): Figure[] {
  const against = 'against bare ws writing one prepared frame'
  const middle = (side: 'hub' | 'relay', key: keyof Round) => median(rounds.map((each) => each[side][key]))
  const perSecond = (side: 'hub' | 'relay') => `${Math.round(middle(side, 'perSecond')).toLocaleString('en')}/s`
  const processor = (side: 'hub' | 'relay') => `${(middle(side, 'processor') * 1e6).toFixed(1)} µs`
  const [rate, cost] = [
    median(rounds.map(({ hub, relay }) => hub.perSecond / relay.perSecond)),
    median(rounds.map(({ hub, relay }) => hub.processor / relay.processor)),
  ]
  return [
    {
      name: 'fan-out',
      says: `messages a second, one delta to ${viewers.toLocaleString('en')} viewers, ${against}`,
      value: rate,
      unit: 'ratio',
      ratio: rate,
      aim: { atLeast: 0.6 },
      hub: perSecond('hub'),
      baseline: perSecond('relay'),
    },
    {
      name: 'fan-out-processor',
      says: `processor time of the server for one message, ${against}`,
      value: cost,
      unit: 'ratio',
      ratio: cost,
      aim: null,
      hub: processor('hub'),
      baseline: processor('relay'),
    },
  ]
}
