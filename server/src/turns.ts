/**
 * Work of the whole hub that gives way: about a millisecond of it at a time, and marks that have arrived meanwhile get their turn in
 * between. What is urgent goes first; what is equally urgent keeps its order. It never drops a task.
 */
import type { Timers } from './timers.ts'

/** Less than anybody notices, and some dozens of small messages. */
const turnMs = 1

export type Task = () => void

export class Turns {
  /** The most urgent lane first. */
  readonly #lanes: Task[][]
  readonly #timers: Timers
  readonly #now: () => number
  #running = false

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
    this.#timers.soon(() => this.#turn())
  }

  #turn(): void {
    const begin = this.#now()
    do {
      const task = this.#lanes.find((lane) => lane.length > 0)?.shift()
      if (!task) {
        this.#running = false
        return
      }
      task()
    } while (this.#now() - begin < turnMs)
    this.#timers.soon(() => this.#turn())
  }
}
