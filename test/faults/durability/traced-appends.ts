/** Runs the marking appender on a data folder under strace, and answers what the kernel was asked to do. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { finished, startProgram } from '../../ledger/program.ts'
import { underStrace } from './tools.ts'

export async function traceAppends(folder: string, appends: number): Promise<string> {
  const trace = join(folder, 'trace')
  const strace = underStrace(['-y', '-e', 'trace=fsync,fdatasync,write', '-o', trace])
  const program = new URL('./marking-appender.ts', import.meta.url)
  await finished(startProgram(program, [folder, String(appends)], strace))
  return readFile(trace, 'utf8')
}
