/** A disk that is really full, and then has room again. */
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { EmbeddedMedium } from '../../ledger/embedded-medium.ts'
import { refusalsIn } from './report.ts'
import { expectNothingLost, runStubborn } from './stubborn.ts'
import { failingCalls, onTmpfs } from './tools.ts'

test('L-33, L-16: on a full disk nothing is written, and with room again the open ledger goes on', async ({
  annotate,
}) => {
  const medium = await EmbeddedMedium.make()
  onTestFinished(() => medium.dispose())
  const ballast = join(medium.folder, 'ballast')
  // Room for opening and a few appends; the rest comes when the ballast goes.
  const tmpfs = onTmpfs(medium.folder, '2m', 'head -c 1900000 /dev/zero > "$0"/ballast')
  await annotate(tmpfs ? 'on a full tmpfs' : 'no leave to mount here: ENOSPC put in by strace')
  const reports = tmpfs
    ? await runStubborn(medium.folder, tmpfs, ballast)
    : await runStubborn(
        medium.folder,
        failingCalls(medium.folder, ['ledger.sqlite-wal'], { pwrite64: 'error=ENOSPC:when=60..62' }),
      )
  expect(refusalsIn(reports)).toHaveLength(3)
  for (const refusal of refusalsIn(reports)) expect(refusal).toMatchObject({ reason: 'disk-full', outcome: 'none' })
  expectNothingLost(reports)
}, 60_000)
