/** Which of these paths other users of the machine may read or write; none where a file has no such rights, as on Windows. */
import { stat } from 'node:fs/promises'

export async function openToOthers(paths: readonly string[]): Promise<string[]> {
  if (process.platform === 'win32') return []
  const open: string[] = []
  for (const path of paths) if (((await stat(path)).mode & 0o077) !== 0) open.push(path)
  return open
}
