/** Starts the small programs of these tests with the same Node, and reads what they print line by line. */
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'

export type Program = ChildProcessByStdio<null, Readable, null>

/** Starts a TypeScript file; `through` are the words of a program that starts it, such as a tracer and its options. */
export function startProgram(file: URL, args: readonly string[], through: readonly string[] = []): Program {
  const [command, ...rest] = [...through, process.execPath, fileURLToPath(file), ...args]
  if (command === undefined) throw new RangeError('a program has at least its own name')
  return spawn(command, rest, { stdio: ['ignore', 'pipe', 'inherit'] })
}

export function linesOf(program: Program): AsyncIterable<string> {
  return createInterface({ input: program.stdout })
}

/** Waits for the program's own end; answers its lines. Rejects when it did not end well. */
export async function finished(program: Program): Promise<string[]> {
  const ended = once(program, 'exit')
  const lines: string[] = []
  for await (const line of linesOf(program)) lines.push(line)
  await ended
  if (program.exitCode === 0) return lines
  throw new Error(`the program ended with ${program.exitCode ?? program.signalCode}; it said: ${lines.join(' | ')}`)
}
