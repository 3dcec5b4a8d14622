/** A data folder that cannot be written when the hub starts, and later can. */
import { expect, onTestFinished, test } from 'vitest'
import { EmbeddedMedium } from '../../ledger/embedded-medium.ts'
import { finished, startProgram } from '../../ledger/program.ts'
import { parseReports } from './report.ts'
import { isRoot, onTmpfs } from './tools.ts'

test('L-33: a read-only folder is refused at opening, and opens once it can be written', async ({ annotate }) => {
  const medium = await EmbeddedMedium.make()
  onTestFinished(() => medium.dispose())
  const tmpfs = isRoot() ? onTmpfs(medium.folder, '4m') : undefined
  const [lock, unlock] = commandsFor(tmpfs !== undefined)
  await annotate(`made read-only by: ${lock}`)
  const program = new URL('./read-only-opener.ts', import.meta.url)
  const reports = parseReports(await finished(startProgram(program, [medium.folder, lock, unlock], tmpfs)))
  expect(reports).toEqual([
    { event: 'opened', commits: 0 },
    { event: 'refused', reason: 'read-only', outcome: 'none' },
    { event: 'opened', commits: 3 },
  ])
}, 60_000)

/** Shell commands on `$0`, the folder. File modes do not bind root, so without a mount it needs the immutable attribute. */
function commandsFor(mounted: boolean): readonly [string, string] {
  if (mounted) return ['mount -o remount,ro "$0"', 'mount -o remount,rw "$0"']
  return isRoot() ? ['chattr +i "$0"', 'chattr -i "$0"'] : ['chmod 555 "$0"', 'chmod 755 "$0"']
}
