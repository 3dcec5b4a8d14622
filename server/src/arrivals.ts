/**
 * Tasks that wait until everything that has already arrived was taken in. They run together, and those that they add run behind them:
 * a thousand commands are read one after the other, then decided contest by contest, and the appends of all contests travel together.
 * What is done a thousand times in a row costs less than in turns with reading from a thousand connections.
 * It knows nothing of what the tasks do.
 */
import type { Timers } from './timers.ts'

export function afterArrivals({ soon }: Pick<Timers, 'soon'>): (task: () => void) => void {
  let waiting: (() => void)[] = []
  return (task) => {
    waiting.push(task)
    if (waiting.length > 1) return
    soon(() => {
      for (const each of waiting) each()
      waiting = []
    })
  }
}
