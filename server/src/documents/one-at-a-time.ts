/** Lets one task run after the other. Whoever goes away while waiting gives the place up; who finds no place is told so at once. */
export class OneAtATime {
  readonly #places: number
  #isBusy = false
  #waiting: (() => void)[] = []

  /** So many may wait while a task runs. */
  constructor(places: number) {
    this.#places = places
  }

  /** What the task answers; `full` or `gone` when it never began. */
  async run<Outcome>(task: () => Promise<Outcome>, gone: AbortSignal): Promise<Outcome | 'full' | 'gone'> {
    if (gone.aborted) return 'gone'
    if (this.#isBusy) {
      if (this.#waiting.length >= this.#places) return 'full'
      if (!(await this.#turn(gone))) return 'gone'
    }
    this.#isBusy = true
    try {
      return await task()
    } finally {
      this.#next()
    }
  }

  /** True when it has come, false when whoever waited has gone. */
  #turn(gone: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const come = () => {
        gone.removeEventListener('abort', leave)
        resolve(true)
      }
      const leave = () => {
        this.#waiting = this.#waiting.filter((each) => each !== come)
        resolve(false)
      }
      gone.addEventListener('abort', leave, { once: true })
      this.#waiting.push(come)
    })
  }

  /** It stays busy when somebody waits: nobody who comes in between may run beside the next. */
  #next(): void {
    const come = this.#waiting.shift()
    if (come) come()
    else this.#isBusy = false
  }
}
