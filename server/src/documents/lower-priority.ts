/**
 * Lets everything else of the machine go before the program that makes a document: on two processors it would otherwise take turns with the hub
 * that answers judges. Threads that are begun later have the priority of the one that begins them.
 */
import { existsSync, readdirSync } from 'node:fs'
import { constants, setPriority } from 'node:os'

/** Where Linux lists the threads of a program, each of which has a priority of its own. The engine begins with several. */
const OWN_THREADS = '/proc/self/task'

/** Elsewhere a priority is the whole program's, which 0 stands for. */
const ITSELF = ['0']

export function lowerOwnPriority(): void {
  const threads = existsSync(OWN_THREADS) ? readdirSync(OWN_THREADS) : ITSELF
  for (const thread of threads) setPriority(Number(thread), constants.priority.PRIORITY_LOW)
}
