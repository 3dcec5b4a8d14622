/**
 * What lives on the clock of a story and may sleep and die: a page of a phone, a run of a hub. Its timers are its own: asleep it does
 * nothing and makes up for it when it wakes, dead it never does anything again.
 */
import type { Cancel, SimulatedTime } from './time.ts'

/** The timers of a hub and those of a page at once. */
export class Life {
  readonly #time: SimulatedTime
  #state: 'awake' | 'asleep' | 'over' = 'awake'
  /** What was due while it slept. */
  #due: (() => void)[] = []

  constructor(time: SimulatedTime) {
    this.#time = time
  }

  get isAwake(): boolean {
    return this.#state === 'awake'
  }

  get isOver(): boolean {
    return this.#state === 'over'
  }

  now(): number {
    return this.#time.now()
  }

  after(ms: number, task: () => void): Cancel {
    let isCalledOff = false
    const cancel = this.#time.after(ms, () => this.run(() => isCalledOff || task()))
    return () => {
      isCalledOff = true
      cancel()
    }
  }

  /** Behind everything that has arrived by this moment. */
  soon(task: () => void): void {
    this.after(0, task)
  }

  /** Does it now, or on waking, or never. */
  run(task: () => void): void {
    if (this.#state === 'awake') task()
    else if (this.#state === 'asleep') this.#due.push(task)
  }

  sleep(): void {
    if (this.#state === 'awake') this.#state = 'asleep'
  }

  wake(): void {
    if (this.#state !== 'asleep') return
    this.#state = 'awake'
    const due = this.#due
    this.#due = []
    for (const task of due) this.#time.after(0, () => this.run(task))
  }

  end(): void {
    this.#state = 'over'
    this.#due = []
  }
}
