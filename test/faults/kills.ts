/**
 * `kill -9` of the hub while ten judges submit, again and again, at seeded random moments. A kill counts only when it caught a command
 * that was sent and had no answer; the others prove less and are not counted.
 */
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import { below, type Chance, chanceOf } from '../robot/chance.ts'
import { type Aftermath, aftermath } from './aftermath.ts'
import { Crowd } from './crowd.ts'
import { SupervisedHub } from './supervised-hub.ts'
import { waitUntil } from './wait.ts'

/** Ten judges press within so many ms. */
const rushMs = 12
/** The kill falls at most so many ms after the command that it was aimed at: about what an answer takes. */
const lagMs = 2
/** So often the kill is aimed at the MC's cue and not at the judges' sheets. */
const aimedAtCue = 0.1
/** More kills than this per counted one, and the aim is off. */
const triesPerKill = 3

export interface KillReport extends Aftermath {
  readonly counted: number
  readonly tried: number
  /** Ms from each kill until every page was connected again and every command answered. */
  readonly recoveries: readonly number[]
}

export async function killRepeatedly(kills: number, seed: number): Promise<KillReport> {
  const chance = chanceOf(seed)
  const hub = await SupervisedHub.start()
  const crowd = await Crowd.gather(hub, kills * triesPerKill, seed)
  const recoveries: number[] = []
  let counted = 0
  try {
    while (counted < kills && recoveries.length < kills * triesPerKill) {
      const { caught, ms } = await oneKill(hub, crowd, chance)
      recoveries.push(ms)
      if (caught) counted += 1
      if (recoveries.length % 10 === 0) console.error(`${recoveries.length} kills, ${counted} of them counted`)
    }
    return { ...(await aftermath(hub, crowd)), counted, tried: recoveries.length, recoveries }
  } catch (error) {
    console.error(`after ${recoveries.length} kills:\n${crowd.situation}\n${hub.printed.slice(-4000)}`)
    throw error
  } finally {
    crowd.close()
    await hub.stop()
  }
}

/** One performance with one kill in it; ends when the team is marked and everything is calm. */
async function oneKill(hub: SupervisedHub, crowd: Crowd, chance: Chance): Promise<{ caught: boolean; ms: number }> {
  await crowd.steady()
  const shot = new Shot(hub, crowd)
  const lag = chance() * lagMs
  const atCue = chance() < aimedAtCue
  const target = below(chance, crowd.phones.length)
  const marks = crowd.phones.map(() => String(below(chance, 11)))
  const delays = crowd.phones.map(() => below(chance, rushMs))
  let called = false
  const call = crowd.callNext().finally(() => {
    called = true
  })
  if (atCue) await shot.fire(lag, () => called)
  const { round, team } = await call
  let sent = 0
  const sheets = crowd.phones.map(async (phone, index) => {
    await pause(delays[index])
    await phone.submit(round, team, marks[index] ?? '5')
    sent += 1
    if (!atCue && index === target) await shot.fire(lag, () => sent === crowd.phones.length)
  })
  await Promise.all(sheets)
  const ms = await shot.recovered()
  await crowd.take(`${round}/${team}/marking`)
  return { caught: shot.caught, ms }
}

class Shot {
  readonly #hub: SupervisedHub
  readonly #crowd: Crowd
  readonly #connections: readonly number[]
  readonly #cutBefore: readonly number[]
  #firedAt = Number.POSITIVE_INFINITY

  constructor(hub: SupervisedHub, crowd: Crowd) {
    this.#hub = hub
    this.#crowd = crowd
    this.#connections = crowd.pages.map(({ connection }) => connection.connections)
    this.#cutBefore = crowd.pages.map(({ cutOff }) => cutOff.length)
  }

  /** Fires after `lag` ms, or at the next moment at which something is unanswered, while there is still something to be sent. */
  async fire(lag: number, isOver: () => boolean): Promise<void> {
    const earliest = performance.now() + lag
    while (performance.now() < earliest || (this.#crowd.unanswered === 0 && !isOver())) await nextTurn()
    this.#firedAt = performance.now()
    this.#hub.signal('SIGKILL')
  }

  /** True when a command that was sent before the kill lost its connection before it had an answer. */
  get caught(): boolean {
    return this.#crowd.pages.some(({ cutOff }, index) =>
      cutOff.slice(this.#cutBefore[index]).some((sentAt) => sentAt <= this.#firedAt),
    )
  }

  /** Ms from the kill until every page has a new connection and every outbox is empty. */
  async recovered(): Promise<number> {
    const { pages } = this.#crowd
    await waitUntil('everybody has come back', () => {
      const isBack = pages.every(({ connection }, index) => connection.connections > (this.#connections[index] ?? 0))
      return isBack && this.#crowd.allLive && this.#crowd.allDrained
    })
    return performance.now() - this.#firedAt
  }
}
