/** One fault at the moment at which it can do the most harm: while a command has been sent and has no answer. */
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import { below, type Chance } from '../robot/chance.ts'
import type { Crowd } from './crowd.ts'
import type { Seen } from './fault.ts'
import type { Page } from './page.ts'
import { waitUntil } from './wait.ts'
import { Watch } from './watch.ts'

/** Ten judges press within so many ms, unless told. */
const usualRushMs = 12
/** The blow falls at most so many ms after the command that it was aimed at: about what an answer takes. */
const lagMs = 2
/** So often the blow is aimed at the MC's cue and not at the judges' sheets. */
const aimedAtCue = 0.1
/** What had arrived before the blow has been read by every page after so many ms. */
const inFlightMs = 20

interface Aftercare {
  /** What somebody does about it; nothing where a supervisor does. */
  readonly heal?: () => Promise<void>
  /** The pages that lose their connection by it, and must have a new one before it is over. */
  readonly cuts?: (page: Page) => boolean
  /** Before anything else, until what the last blow has ended is there again. */
  readonly begin?: () => Promise<void>
  /** Between the MC's cue and the judges' sheets, for what has to be made ready. */
  readonly prepare?: () => Promise<void>
  /** What must be so once everybody has come back; rejects when it is not. */
  readonly check?: () => Promise<void>
  /** Ten judges press within so many ms. */
  readonly rushMs?: number
}

/** `fall` makes it happen, at the moment that was aimed at. `comes` waits for its own moment, which it tells, once judges may press. */
export type Blow = Aftercare & ({ readonly fall: () => Promise<void> } | { readonly comes: () => Promise<number> })

export interface Struck {
  /** True when a command that was sent before the blow had no good answer from before it. */
  readonly caught: boolean
  /** Ms from the blow until all was well. */
  readonly ms: number
  readonly seen: Seen
}

/** One performance with one blow in it; ends when the team is marked and everything is calm. */
export async function strikeOnce(crowd: Crowd, chance: Chance, blow: Blow): Promise<Struck> {
  await blow.begin?.()
  await crowd.steady()
  const strike = new Strike(crowd, blow)
  const lag = chance() * lagMs
  const atCue = chance() < aimedAtCue && 'fall' in blow && !blow.prepare
  const target = below(chance, crowd.phones.length)
  const marks = crowd.phones.map(() => String(below(chance, 11)))
  const delays = crowd.phones.map(() => below(chance, blow.rushMs ?? usualRushMs))
  let called = false
  const call = crowd.callNext().finally(() => {
    called = true
  })
  if (atCue) await strike.fall(lag, () => called)
  const { round, team } = await call
  await waitUntil('every phone says who is called', () => crowd.phones.every((phone) => phone.sees({ round, team })))
  await blow.prepare?.()
  const hasCome = 'comes' in blow ? strike.now() : Promise.resolve()
  let sent = 0
  const sheets = crowd.phones.map(async (phone, index) => {
    await pause(delays[index])
    await phone.submit(round, team, marks[index] ?? '5')
    sent += 1
    if (!atCue && 'fall' in blow && index === target) await strike.fall(lag, () => sent === crowd.phones.length)
  })
  await Promise.all([...sheets, hasCome])
  const struck = await strike.recovered()
  await crowd.take(`${round}/${team}/marking`)
  return struck
}

class Strike {
  readonly #crowd: Crowd
  readonly #blow: Blow
  #connections = new Map<Page, number>()
  #watch: Watch | undefined
  #begunAt = Number.POSITIVE_INFINITY
  #doneAt = Number.POSITIVE_INFINITY
  #healed: Promise<void> = Promise.resolve()

  constructor(crowd: Crowd, blow: Blow) {
    this.#crowd = crowd
    this.#blow = blow
  }

  /** Falls after `lag` ms, or at the next moment at which something is unanswered, while there is still something to be sent. */
  async fall(lag: number, isOver: () => boolean): Promise<void> {
    const earliest = performance.now() + lag
    while (performance.now() < earliest || (this.#crowd.unanswered === 0 && !isOver())) await nextTurn()
    await this.now()
  }

  async now(): Promise<void> {
    const { cuts = () => false } = this.#blow
    this.#connections = new Map(
      this.#crowd.pages.filter(cuts).map((page) => [page, page.connection.connections] as const),
    )
    this.#watch = new Watch(this.#crowd)
    this.#begunAt = performance.now()
    if ('fall' in this.#blow) await this.#blow.fall()
    else this.#begunAt = await this.#blow.comes()
    this.#doneAt = performance.now()
    this.#healed = this.#blow.heal?.() ?? Promise.resolve()
    // What goes wrong there is told by `recovered`, which comes to it later.
    this.#healed.catch(() => undefined)
  }

  /** Resolves when every page that lost its connection has a new one and all is well. */
  async recovered(): Promise<Struck> {
    await this.#healed
    await waitUntil('everybody has come back', () => {
      const isBack = [...this.#connections].every(([{ connection }, before]) => connection.connections > before)
      return isBack && this.#crowd.isWell
    })
    const ms = performance.now() - this.#begunAt
    await this.#blow.check?.()
    const seen = this.#watch?.end() ?? { judge: [], mc: [], hall: [] }
    return { caught: this.#caught, ms, seen }
  }

  get #caught(): boolean {
    return this.#crowd.pages.some(({ sent }) =>
      sent.some(({ at, endedAt, end }) => {
        const isOpen = at <= this.#begunAt && endedAt > this.#begunAt
        return isOpen && (end !== 'recorded' || endedAt > this.#doneAt + inFlightMs)
      }),
    )
  }
}
