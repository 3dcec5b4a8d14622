/** Waiting for something to become true, with a bound: what does not come is a failure with a name, and never an endless run. */
import { setTimeout as pause } from 'node:timers/promises'

/** Between two looks, in ms. */
const lookAgain = 5
/** A machine under load is slow, and that is no fault of the hub; what takes this long will not come. */
const patience = 60_000

/** Resolves with the ms that it took. */
export async function waitUntil(what: string, is: () => boolean | Promise<boolean>): Promise<number> {
  const begun = performance.now()
  while (!(await is())) {
    if (performance.now() - begun > patience) throw new Error(`waited ${patience} ms in vain until ${what}`)
    await pause(lookAgain)
  }
  return performance.now() - begun
}
