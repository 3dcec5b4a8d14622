/** The organiser's key: given by the environment, or made at the first start and kept in the data folder for its owner alone. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const fileName = 'organiser.key'

/** Reads the kept key, or makes one with `make` and keeps it. The ledger has made the folder; rejects when it cannot be written. */
export async function keptKey(folder: string, make: () => string): Promise<string> {
  const file = join(folder, fileName)
  try {
    const kept = (await readFile(file, 'utf8')).trim()
    if (kept !== '') return kept
  } catch (error) {
    if (!(error instanceof Error && Reflect.get(error, 'code') === 'ENOENT')) throw error
  }
  const key = make()
  await writeFile(file, `${key}\n`, { mode: 0o600 })
  return key
}
