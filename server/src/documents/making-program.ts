/**
 * The program that makes one document: a process of its own beside the hub, so that neither the engine's threads nor its memory are the hub's.
 * It passes on what the hub tells and what the thread in it answers. For that thread's sake it hears at once that its hub is gone, however long a
 * layout takes, and a document without end is refused and is no crash. It ends when the hub lets go of it, and never before.
 */
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import { Worker } from 'node:worker_threads'
import { lowerOwnPriority } from './lower-priority.ts'
import type { Answer } from './messages.ts'

/**
 * Where the engine keeps what it has compiled: a third of the time of a short paper goes into that. It lies with the packages, which are trusted no
 * less; where it cannot be written every program compiles for itself.
 */
const COMPILED = fileURLToPath(new URL('../../../node_modules/.cache/bang-diem', import.meta.url))

// Before the thread is begun: loading what makes papers takes a while of one processor.
lowerOwnPriority()
process.once('disconnect', () => process.exit())

const thread = new Worker(new URL('./making-thread.ts', import.meta.url), { env: { NODE_COMPILE_CACHE: COMPILED } })
process.on('message', (told) => thread.postMessage(told))
thread.once('message', answer)
thread.once('error', (error) =>
  answer(isOutOfMemory(error) ? { come: 'too-large' } : { come: 'failed', why: inspect(error) }),
)

function answer(made: Answer): void {
  process.send?.(made)
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && Reflect.get(error, 'code') === 'ERR_WORKER_OUT_OF_MEMORY'
}
