/**
 * What Linux says of a process: the processor time it has used and the memory it occupies.
 * Outside the process itself, so that measuring costs it nothing.
 */
import { readFileSync } from 'node:fs'

/** Ticks of the kernel's accounting in a second; 100 on every Linux that Node supports. */
const ticksPerSecond = 100
const bytesPerPage = 4096

/** Processor time that a process has used so far in all its threads, user and system, in seconds. */
export function processorSeconds(pid: number): number {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The command's name stands in brackets and may hold spaces; after it, user and system time are fields 12 and 13.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}

/** Memory of a process that is in RAM, in bytes; nothing of one that has ended. */
export function residentBytes(pid: number): number {
  const fields = readWhileThere(`/proc/${pid}/statm`).split(' ')
  return Number(fields[1] ?? 0) * bytesPerPage
}

/** The processes that a process has begun and that have not ended. */
export function childrenOf(pid: number): number[] {
  const children = readWhileThere(`/proc/${pid}/task/${pid}/children`)
  return children.split(' ').filter(Boolean).map(Number)
}

/** Memory in RAM of a process and of those that it has begun, in bytes; what they share is counted for each. */
export function residentBytesWithChildren(pid: number): number {
  return [pid, ...childrenOf(pid)].reduce((sum, each) => sum + residentBytes(each), 0)
}

/** What a file of the kernel says, or nothing when its process has ended. */
function readWhileThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return ''
    throw error
  }
}
