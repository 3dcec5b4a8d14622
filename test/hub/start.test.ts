/** Starts that fail for a reason that a person must mend: one clear line and a code, never a stack. */
import { join } from 'node:path'
import { openEmbeddedLedger } from '@bang-diem/server/ledgers/embedded/embedded.ts'
import { limits } from '@bang-diem/server/limits.ts'
import { sha256 } from '@bang-diem/server/sha256.ts'
import { exitCodes, startFaultOf } from '@bang-diem/server/start-fault.ts'
import { genesis, seal } from '@bang-diem/shared/ledger/commit.ts'
import { UnknownFact } from '@bang-diem/shared/ledger/read-commit.ts'
import { expect, onTestFinished, test } from 'vitest'
import { dataFolder, startHub } from '../harness/hub-process.ts'
import { openToOthers } from '../harness/open-to-others.ts'

async function newFolder(): Promise<string> {
  const folder = await dataFolder()
  onTestFinished(() => folder.remove())
  return folder.path
}

test('P-32: a history with a fact that this version does not know is named in one line, and not opened', async () => {
  const folder = await newFolder()
  const begin = genesis('hoi-thi', sha256)
  const facts = [{ type: 'award-given', salt: 'AAAAAAAAAAAAAAAAAAAAAA==', award: 'nhat' }]
  const place = { number: 1, at: 1000, by: 'hub', commandId: '', previous: begin.hash }
  const { commit, line } = seal({ ...place, facts }, sha256)
  const ledger = await openEmbeddedLedger({ folder, limits: limits.ledger })
  await ledger.append('hoi-thi', begin, [{ number: 1, hash: commit.hash, line }])
  await ledger.close()
  const ended: unknown = await startHub({ dataFolder: folder }).catch((error: unknown) => error)
  const said = ended instanceof Error ? ended.message.trim() : ''
  expect(said).toMatch(/^the hub ended with 68: .*không hiểu.*award-given.*·.*does not know/)
  expect(said.split('\n')).toHaveLength(1)
})

test('P-32: its code tells the supervisor not to try again', () => {
  const fault = startFaultOf(new UnknownFact('commit 7: fact award-given'), 'data', 8080)
  expect(fault).toMatchObject({ exitCode: exitCodes.history, message: expect.stringContaining('commit 7') })
})

test('L-37: a hub that makes its data folder makes it for its owner alone', async () => {
  const folder = join(await newFolder(), 'data')
  const hub = await startHub({ dataFolder: folder })
  onTestFinished(() => hub.stop())
  expect(
    await openToOthers([
      folder,
      ...['ledger.sqlite', 'lock.sqlite', 'organiser.key'].map((name) => join(folder, name)),
    ]),
  ).toEqual([])
})
