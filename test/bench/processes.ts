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

/** Memory of a process that is in RAM, in bytes. */
export function residentBytes(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')
  return Number(fields[1]) * bytesPerPage
}
