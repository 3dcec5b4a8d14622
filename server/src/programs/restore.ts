/**
 * `npm run restore -- <file>`, and what `npm start -- --restore <file>` does first: puts the contests of a backup or a mirror where the
 * hub keeps its ledger. Refused in one line when that would overwrite anything.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Sha256 } from '@bang-diem/shared/ledger/commit.ts'
import { configure, optionsOf, run } from '../environment.ts'
import { LedgerUnavailable } from '../ledgers/errors.ts'
import { type KeptFile, openKeptFile } from '../ledgers/kept/kept-file.ts'
import { NoHistory } from '../ledgers/kept/line-file.ts'
import { limits } from '../limits.ts'
import type { Place } from '../moving/bring.ts'
import { openPlace } from '../moving/places.ts'
import { unreadableFile } from '../moving/refused.ts'
import { restore } from '../moving/restore.ts'
import { sha256 } from '../sha256.ts'
import { startFaultOf } from '../start-fault.ts'

const usage = 'npm start -- --restore <tệp · file>'

run(async () => {
  const file = optionsOf(usage, () => parseArgs({ allowPositionals: true }).positionals.at(0))
  const { dataFolder, redisUrl } = configure()
  const from = await openFile(resolve(file))
  const to = await openPlace(redisUrl ?? dataFolder, 'target', limits.ledger)
  for (const contest of await from.ledger.contests()) await tell(from, to, contest, sha256)
  await Promise.all([from.ledger.close(), to.ledger.close()])
  process.exit(0)
})

async function openFile(name: string): Promise<Place<KeptFile>> {
  try {
    return { name, ledger: await openKeptFile(name, limits.ledger) }
  } catch (error) {
    const isMissing = error instanceof Error && Reflect.get(error, 'syscall') !== undefined
    if (error instanceof NoHistory || error instanceof LedgerUnavailable || isMissing)
      throw unreadableFile(name, error.message)
    throw startFaultOf(error, name, 0) ?? error
  }
}

async function tell(from: Place<KeptFile>, to: Place, contest: string, sha: Sha256): Promise<void> {
  const added = await restore(from, to, contest, { sha256: sha, limits: limits.ledger })
  console.info(
    `Hội thi ${contest}: đã khôi phục ${added} bản ghi từ ${from.name}. · ${contest}: ${added} commits restored.`,
  )
  if (from.ledger.leftOut === 0) return
  console.info(
    `Dòng cuối của ${from.name} bị cắt giữa chừng (${from.ledger.leftOut} byte) nên bỏ qua. · Its last line was cut off and is left out.`,
  )
}
