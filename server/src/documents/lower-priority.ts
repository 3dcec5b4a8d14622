/**
 * Lets everything else of the hub go before the thread that makes a document: on two processors it would otherwise take turns with the thread that
 * answers judges. Only Linux has priorities for threads; elsewhere nothing changes.
 */
import { existsSync, readlinkSync } from 'node:fs'
import { constants, setPriority } from 'node:os'

/** Where Linux tells a thread its own number: `<process>/task/<thread>`. */
const OWN_THREAD = '/proc/thread-self'

export function lowerOwnPriority(): void {
  if (!existsSync(OWN_THREAD)) return
  const thread = Number(readlinkSync(OWN_THREAD).split('/').at(-1))
  setPriority(thread, constants.priority.PRIORITY_LOW)
}
