/** One process a data folder, however the first one ends. */
import { once } from 'node:events'
import { LedgerInUse } from '@bang-diem/server/ledgers/errors.ts'
import { expect, onTestFinished, test } from 'vitest'
import { EmbeddedMedium } from '../../ledger/embedded-medium.ts'
import { linesOf, startProgram } from '../../ledger/program.ts'

test('L-32: a second process is refused while the first one lives, and not after kill -9', async () => {
  const medium = await EmbeddedMedium.make()
  onTestFinished(() => medium.dispose())
  const first = startProgram(new URL('../../ledger/appender.ts', import.meta.url), [medium.folder, 'contest', '1'])
  const ended = once(first, 'exit')
  let last = 0
  for await (const line of linesOf(first)) {
    last = Number(line)
    if (last === 5) {
      await expect(medium.open()).rejects.toBeInstanceOf(LedgerInUse)
      first.kill('SIGKILL')
    }
  }
  await ended
  const second = await medium.open()
  expect((await second.head('contest')).number).toBeGreaterThanOrEqual(last)
}, 60_000)
