/** Durable is what the kernel was told to flush: counted from outside, by strace. */
import { expect, onTestFinished, test } from 'vitest'
import { EmbeddedMedium } from '../../ledger/embedded-medium.ts'
import { endedCalls, flushesPerAppend, isFlushOfLog } from './flushes.ts'
import { traceAppends } from './traced-appends.ts'

const appends = 20

async function newMedium(): Promise<EmbeddedMedium> {
  const medium = await EmbeddedMedium.make()
  onTestFinished(() => medium.dispose())
  return medium
}

test('L-31: the log is flushed between sending each append and its answer', async () => {
  const medium = await newMedium()
  const flushes = flushesPerAppend(await traceAppends(medium.folder, appends))
  expect([...flushes.keys()]).toEqual(Array.from({ length: appends }, (_, index) => index + 1))
  for (const [append, count] of flushes) expect(count, `append ${append}`).toBeGreaterThanOrEqual(1)
}, 60_000)

test('L-15: what a crash left in the log is flushed at opening, before anything is read', async () => {
  const medium = await newMedium()
  await medium.appendUntilKilled('crashed', 1, 5)
  const calls = endedCalls(await traceAppends(medium.folder, appends))
  const flushed = calls.findIndex((call) => isFlushOfLog(call))
  const firstSend = calls.findIndex((call) => call.includes('"send 1'))
  expect(flushed).toBeGreaterThanOrEqual(0)
  expect(flushed).toBeLessThan(firstSend)
}, 60_000)
