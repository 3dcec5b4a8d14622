/** A promise's outcome, with a bound on the waiting: storage of a phone may fail, and may also never answer. */
import type { Timers } from './ports.ts'

export type Outcome<Value> = { readonly kind: 'done'; readonly value: Value } | { readonly kind: 'failed' | 'late' }

export function withinLimit<Value>(promise: Promise<Value>, ms: number, timers: Timers): Promise<Outcome<Value>> {
  return new Promise((resolve) => {
    const cancel = timers.after(ms, () => resolve({ kind: 'late' }))
    promise.then(
      (value) => {
        cancel()
        resolve({ kind: 'done', value })
      },
      () => {
        cancel()
        resolve({ kind: 'failed' })
      },
    )
  })
}
