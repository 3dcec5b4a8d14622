/** A disk that can be filled: a small one of a program's own, or, where nothing may be mounted, one that fails for a while. */
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { failingCalls, onTmpfs } from './durability/tools.ts'

export interface Disk {
  readonly medium: string
  /** False where the fault is put in at the calls, for which no file is to be filled. */
  readonly isReal: boolean
  /** The words that start a program with this disk at `folder`. */
  readonly through: (folder: string) => readonly string[]
  /** `pid`: the program that was started so, through which its mounts are seen. */
  fill(pid: number, folder: string): void
  empty(pid: number, folder: string): void
}

/** `failing` are calls that fail for a while, where nothing may be mounted: files → which call, with which error. */
export function chooseDisk(failing: Failing): Disk {
  return onTmpfs('/tmp', '1m') ? tmpfs : failingAt(failing)
}

export interface Failing {
  readonly file: string
  readonly call: string
  readonly when: string
}

const tmpfs: Disk = {
  medium: 'a small disk of its own, really full',
  isReal: true,
  through: (folder) => onTmpfs(folder, '8m') ?? [],
  fill(pid, folder) {
    const file = openSync(ballastOf(pid, folder), 'w')
    for (const size of [65_536, 512, 1]) writeUntilFull(file, Buffer.alloc(size))
    closeSync(file)
  },
  empty(pid, folder) {
    rmSync(ballastOf(pid, folder))
  },
}

function failingAt({ file, call, when }: Failing): Disk {
  return {
    medium: 'no leave to mount here: ENOSPC put in by strace',
    isReal: false,
    through: (folder) => failingCalls(folder, [file], { [call]: `error=ENOSPC:when=${when}` }),
    fill: () => undefined,
    empty: () => undefined,
  }
}

function ballastOf(pid: number, folder: string): string {
  return join(`/proc/${pid}/root`, folder, 'ballast')
}

function writeUntilFull(file: number, chunk: Buffer): void {
  try {
    for (;;) writeSync(file, chunk)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  }
}
