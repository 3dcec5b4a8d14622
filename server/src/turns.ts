/**
 * Work of the whole hub that gives way: about a millisecond of it at a time, and marks that have arrived meanwhile get their turn in
 * between. While they keep arriving it takes a small part of the time only, but for what is most urgent: a phone waits for its receipt,
 * not for what others are told of it. What is urgent goes first; what is equally urgent keeps its order. It never drops a task.
 */
import type { Timers } from './timers.ts'

/** Less than anybody notices, and some dozens of small messages. */
const turnMs = 1

/** The part of the time that turns take while there is other work. */
const busyShare = 1 / 32

/** An event loop with nothing else to do comes back sooner than this. */
const quietMs = 0.05

export type Task = () => void

export class Turns {
  /** The most urgent lane first. */
  readonly #lanes: Task[][]
  readonly #timers: Timers
  readonly #now: () => number
  #running = false
  /** When this was last at work, or first had work again. */
  #left = 0
  /** Ms of work that are due; less than none after a task that took longer than was due. */
  #due = 0

  /** `now`: monotonic ms, with fractions. */
  constructor(lanes: number, timers: Timers, now: () => number) {
    this.#lanes = Array.from({ length: lanes }, () => [])
    this.#timers = timers
    this.#now = now
  }

  /** Runs the tasks after those that wait in the same lane or in a more urgent one; lane 0 is the most urgent. */
  add(lane: number, tasks: readonly Task[]): void {
    this.#lanes[lane]?.push(...tasks)
    if (this.#running) return
    this.#running = true
    this.#left = this.#now()
    this.#timers.soon(() => this.#turn())
  }

  #turn(): void {
    this.#earn()
    const end = this.#left + turnMs
    for (let task = this.#take(end); task; task = this.#take(end)) {
      task()
      this.#spend()
    }
    this.#running = this.#lanes.some((lane) => lane.length > 0)
    if (this.#running) this.#timers.soon(() => this.#turn())
  }

  /** The next task of this turn: of the most urgent lane until the turn ends, of the others while work of theirs is due. */
  #take(end: number): Task | undefined {
    const [most, ...others] = this.#lanes
    if (most && most.length > 0) return this.#left < end ? most.shift() : undefined
    return this.#due > 0 ? others.find((lane) => lane.length > 0)?.shift() : undefined
  }

  /** A whole turn when nobody else wanted the time since the last one, else its share of what others took. */
  #earn(): void {
    const now = this.#now()
    const away = now - this.#left
    this.#due = Math.min(turnMs, away < quietMs ? turnMs : this.#due + away * busyShare)
    this.#left = now
  }

  #spend(): void {
    const now = this.#now()
    this.#due -= now - this.#left
    this.#left = now
  }
}
