/**
 * Tasks that wait until everything that has already arrived was looked at. They run together, so that the appends which they begin,
 * of a hundred contests perhaps, travel together. It knows nothing of what they do.
 */
import type { Timers } from './timers.ts'

export function afterArrivals({ soon }: Pick<Timers, 'soon'>): (task: () => void) => void {
  let waiting: (() => void)[] = []
  return (task) => {
    waiting.push(task)
    if (waiting.length > 1) return
    soon(() => {
      const tasks = waiting
      waiting = []
      for (const each of tasks) each()
    })
  }
}
