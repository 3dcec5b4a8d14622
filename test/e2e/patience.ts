/** `expect` for people's steps, in tests and in programs alike: it waits long enough for the slowest machine and no longer than a fault deserves. */
import { expect as anyExpect } from '@playwright/test'

export const patienceMs = 20_000
export const expect = anyExpect.configure({ timeout: patienceMs })
