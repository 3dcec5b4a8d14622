/** Timers as a parameter: the process has real ones, a simulation its own. */
export interface Timers {
  /** Runs `task` once after `ms`; the answer cancels it. */
  after(ms: number, task: () => void): () => void
  /** Runs `task` when everything that has already arrived was looked at. */
  soon(task: () => void): void
}

export const realTimers: Timers = {
  after(ms, task) {
    const timer = setTimeout(task, ms)
    return () => clearTimeout(timer)
  },
  soon(task) {
    setImmediate(task)
  },
}

/** A promise that resolves after `ms`. */
export function pauseWith(timers: Timers): (ms: number) => Promise<void> {
  return (ms) =>
    new Promise((resolve) => {
      timers.after(ms, resolve)
    })
}
