/**
 * How a hub is asked to end. The first asking ends it in order; a second Ctrl+C ends it at once, whatever still waits for an answer.
 * A second SIGTERM is none: the system and the supervisor may both send one, and neither of them is impatient.
 */

/** What of the process is listened to. */
interface Asking {
  on(event: 'SIGINT' | 'SIGTERM' | 'disconnect', task: () => void): unknown
}

export function whenAskedToEnd(
  asking: Asking,
  ends: { readonly inOrder: () => void; readonly atOnce: () => void },
): void {
  let ending = false
  const inOrder = () => {
    if (ending) return
    ending = true
    ends.inOrder()
  }
  asking.on('SIGTERM', inOrder)
  // The supervisor is gone: nothing may keep the port.
  asking.on('disconnect', inOrder)
  asking.on('SIGINT', () => (ending ? ends.atOnce() : inOrder()))
}
