/**
 * A program that ends with whoever started it, even when that is killed: a guard, a shell of its own that waits for the end of a pipe,
 * ends it then. For servers that know nothing of their parent, such as Redis. It neither restarts anything nor knows what it runs.
 */
import { type ChildProcess, spawn } from 'node:child_process'

/** Reads until the pipe ends, which is when its other end is gone, and then ends the process it was told of. */
const guardScript = 'read -r _; kill -9 "$0"'

export interface TiedProgram {
  readonly pid: number
  /** What it has written on stdout and stderr so far. */
  printed(): string
  readonly isRunning: boolean
  /** Resolves when it has ended, however it did. */
  readonly ended: Promise<void>
  signal(signal: NodeJS.Signals): void
  /** Resolves when it has printed these words; rejects with all that it printed when it ends before. */
  says(words: string): Promise<void>
}

export function startTied(program: string, args: readonly string[], folder: string): TiedProgram {
  const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes) => {
      printed += String(bytes)
    })
  }
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', (error) => {
      printed += error.message
      resolve()
    })
  })
  const { pid } = child
  if (pid !== undefined) guard(pid, ended)
  return {
    pid: pid ?? -1,
    printed: () => printed,
    get isRunning() {
      return isRunning(child)
    },
    ended,
    signal: (signal) => {
      child.kill(signal)
    },
    says: (words) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (printed.includes(words)) resolve()
        }
        look()
        child.stdout.on('data', look)
        void ended.then(() => reject(new Error(`${program} ended: ${printed}`)))
      }),
  }
}

function isRunning({ pid, exitCode, signalCode }: ChildProcess): boolean {
  return pid !== undefined && exitCode === null && signalCode === null
}

/** In a session of its own, so that Ctrl+C ends the tests and not their guard. */
function guard(pid: number, ended: Promise<void>): void {
  const watcher = spawn('sh', ['-c', guardScript, String(pid)], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
  watcher.unref()
  // The guard goes first: after the program has ended, its number may be another's.
  void ended.then(() => watcher.kill('SIGKILL'))
}
