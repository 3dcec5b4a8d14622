/**
 * A definition out of a file that was chosen on this device: JSON is read here, a workbook by the hub. Whether the definition is in order is
 * said by whoever gets it; of a workbook the hub says so at once, with the cell of every problem.
 */
import { definitionInWorkbook } from '@bang-diem/shared/link/api.ts'
import type { ApiFault } from './fault-text.ts'

export type FileRead =
  | { readonly ok: true; readonly definition: unknown }
  | { readonly ok: false; readonly kind: 'no-json' }
  | ApiFault

/** `auth` is the organiser key, or with `contest` a session of its organiser. */
export async function definitionIn(file: File, auth: string, contest?: string): Promise<FileRead> {
  if (!/\.json$/i.test(file.name)) {
    const read = await definitionInWorkbook(auth, file, contest)
    return read.ok ? { ok: true, definition: read.value.definition } : read
  }
  try {
    return { ok: true, definition: JSON.parse(await file.text()) }
  } catch {
    // Not JSON, or a file that is gone: the page says so.
    return { ok: false, kind: 'no-json' }
  }
}
