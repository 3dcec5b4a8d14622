/**
 * Has a document made by a program of its own, from the contest's lines up to one commit: neither folding nor layout may hold up judges, and a
 * document that eats memory or time takes its process with it and nothing else. The process ends with its document, and its memory with it.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import * as v from 'valibot'
import { LedgerUnavailable } from '../ledgers/errors.ts'
import type { Ledger, StoredCommit } from '../ledgers/ledger.ts'
import type { Timers } from '../timers.ts'
import type { DocumentLimits } from './document-limits.ts'
import { answerSchema, type Made, type Order, type Work } from './messages.ts'

export interface Workshop {
  readonly ledger: Pick<Ledger, 'read'>
  readonly timers: Pick<Timers, 'after'>
  readonly limits: DocumentLimits
}

/** The flags of the program. The hub's own are for a thousand judges who press together. */
const flagsFor = ({ megabytes }: DocumentLimits) => [
  '--disable-warning=ExperimentalWarning',
  `--max-old-space-size=${megabytes}`,
]

/**
 * What has come of the order; `gone` when nobody waits for it any more (SPEC W-13, W-14). Rejects with `LedgerUnavailable` when the history cannot
 * be read, with what the program met when that is not what was written, and when the program ends without a word.
 */
export async function makeDocument(order: Order, workshop: Workshop, gone: AbortSignal): Promise<Made | 'gone'> {
  const program = fork(new URL('./making-program.ts', import.meta.url), {
    execArgv: flagsFor(workshop.limits),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await once(program, 'spawn')
  const ended = new Promise((resolve) => program.once('exit', resolve))
  const over = new AbortController()
  try {
    const outcome = Promise.race([answerOf(program), endOfPatience(workshop, gone, over.signal)])
    return await Promise.race([outcome, tell(program, order, workshop, over.signal).then(() => outcome)])
  } finally {
    over.abort()
    program.kill('SIGKILL')
    await ended
  }
}

/** Rejects when it ends without an answer. It ends when it is told to, so that no answer is lost. */
async function answerOf(program: ChildProcess): Promise<Made> {
  const said = await new Promise<unknown>((resolve, reject) => {
    program.once('message', resolve)
    program.on('error', reject)
    program.once('exit', (code, signal) => {
      if (isOutOfMemory(code, signal)) resolve({ come: 'too-large' })
      else reject(new Error(`the program that makes documents ended with ${signal ?? code}`))
    })
  })
  const answer = v.parse(answerSchema, said)
  if (answer.come === 'failed') throw new Error(answer.why)
  return answer
}

/** The engine gives up with SIGABRT, which is 134 where there are no signals; a system that is short of memory takes the largest process. */
function isOutOfMemory(code: number | null, signal: NodeJS.Signals | null): boolean {
  return signal === 'SIGABRT' || signal === 'SIGKILL' || code === 134
}

/** What has come of it when it has taken too long, or when nobody waits for it any more. */
function endOfPatience({ timers, limits }: Workshop, gone: AbortSignal, over: AbortSignal): Promise<Made | 'gone'> {
  return new Promise((resolve) => {
    over.addEventListener(
      'abort',
      timers.after(limits.makingMs, () => resolve({ come: 'too-large' })),
    )
    if (gone.aborted) resolve('gone')
    gone.addEventListener('abort', () => resolve('gone'), { signal: over })
  })
}

/** Sends the order, then the history up to its head in the parts in which it is read, each when the one before has left. */
async function tell(program: ChildProcess, order: Order, workshop: Workshop, over: AbortSignal): Promise<void> {
  const { ledger, limits } = workshop
  const { leaves, cells } = limits
  await send(program, { order, limits: { leaves, cells } })
  const { contest, head } = order
  let told = 0
  for await (const chunk of ledger.read(contest, 0)) {
    if (over.aborted) return
    const commits = chunk.filter(({ number }) => number <= head.number)
    if (commits.length > 0) await send(program, commits)
    told = commits.at(-1)?.number ?? told
    if (told === head.number) break
  }
  // Its medium has lost the end: the hub is giving it back.
  if (told < head.number) throw new LedgerUnavailable('not-answering', 'none', undefined)
  await send(program, [])
}

/** Resolves when it has left, also when there is no program any more: that is told by its end. */
function send(program: ChildProcess, message: Work | readonly StoredCommit[]): Promise<void> {
  return new Promise((resolve) => {
    program.send(message, () => resolve())
  })
}
