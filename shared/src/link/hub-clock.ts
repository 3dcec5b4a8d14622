/** Hub time on this page: asks the hub what time it is, a few times after connecting and then now and again. */
import * as v from 'valibot'
import { beatSchema } from '../protocol/down.ts'
import { ClockOffset } from './clock-offset.ts'
import type { Line } from './line.ts'
import type { Cancel, Timers } from './ports.ts'

/** Pauses between questions, in ms: a few quick ones, of which the luckiest counts; then one every half minute. */
const QUICK = 400
const QUICK_QUESTIONS = 4
const STEADY = 30_000

export class HubClock {
  readonly #timers: Timers
  readonly #offset = new ClockOffset()
  #cancel: Cancel = () => undefined

  constructor(timers: Timers) {
    this.#timers = timers
  }

  /** Hub time in ms; the page's own clock before the hub has said anything. */
  now(): number {
    return this.#timers.now() + (this.#offset.offset ?? 0)
  }

  /** Begins to ask over a line that has just come alive. */
  start(line: Pick<Line, 'ask'>): void {
    this.stop()
    this.#offset.reset()
    this.#question(line, 1)
  }

  stop(): void {
    this.#cancel()
  }

  /** The hub mentioned its time. */
  heard(at: number): void {
    this.#offset.heard(at, this.#timers.now())
  }

  /** Asks once, out of turn. */
  async ask(line: Pick<Line, 'ask'>): Promise<void> {
    const askedAt = this.#timers.now()
    const answer = await line.ask('clock')
    if (answer.kind === 'cut') return
    const told = v.safeParse(beatSchema, answer.body)
    if (told.success) this.#offset.answered(askedAt, told.output.at, this.#timers.now())
  }

  #question(line: Pick<Line, 'ask'>, number: number): void {
    void this.ask(line)
    this.#cancel = this.#timers.after(number < QUICK_QUESTIONS ? QUICK : STEADY, () => this.#question(line, number + 1))
  }
}
