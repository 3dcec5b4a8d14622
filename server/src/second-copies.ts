/** The copies that a hub keeps of its ledger by itself: backups in the data folder, and a mirror where one is wished. */
import type { HubWarnings } from './hub-warnings.ts'
import type { BackupOptions } from './ledgers/embedded/backups.ts'
import { Mirror } from './ledgers/kept/mirror.ts'
import type { Ledger } from './ledgers/ledger.ts'
import { limits } from './limits.ts'

export function backupsWith(warnings: HubWarnings): BackupOptions {
  return { limits: limits.backups, now: Date.now, onFailing: (why) => warnings.set('backup-failing', why) }
}

export function mirrorIn(folder: string, ledger: Pick<Ledger, 'read'>, warnings: HubWarnings): Mirror {
  const onFailing = (why: string | null) => warnings.set('mirror-failing', why)
  return new Mirror({ folder, ledger, limits: limits.mirror, now: Date.now, onFailing })
}
