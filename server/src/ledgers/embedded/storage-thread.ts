/**
 * The main thread's end of the storage thread: numbers requests, matches answers, and outlives a thread that dies.
 *
 * A dead thread rejects what was pending as `unknown` and is started again by the next request, so that a thread that dies at
 * once cannot spin. A message between threads costs more than what is in it, so all that is asked by one task travels in one.
 */
import { Worker } from 'node:worker_threads'
import * as v from 'valibot'
import { ContestMoved, LedgerTooNew, LedgerUnavailable, StaleHead } from '../errors.ts'
import { type Answer, type AnswerOf, answersSchema, type Request, type Start, type Unnumbered } from './messages.ts'

interface Pending {
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: Error) => void
}

export class StorageThread {
  readonly #code: URL
  readonly #start: Start
  readonly #onFault: (fault: LedgerUnavailable) => void
  readonly #pending = new Map<number, Pending>()
  /** What was asked and has not left yet: it leaves together when the present task ends. */
  #unsent: Request[] = []
  #worker: Worker | undefined
  #lastId = 0

  constructor(code: URL, start: Start, onFault: (fault: LedgerUnavailable) => void) {
    this.#code = code
    this.#start = start
    this.#onFault = onFault
  }

  ask(request: Unnumbered<Request>): Promise<Answer> {
    this.#lastId += 1
    const message: Request = { ...request, id: this.#lastId }
    return new Promise((resolve, reject) => {
      this.#pending.set(message.id, { resolve, reject })
      this.#unsent.push(message)
      if (this.#unsent.length === 1) queueMicrotask(() => this.#send())
    })
  }

  /** Asks and insists on the kind of answer that belongs to the question. */
  async askFor<Type extends Answer['type']>(type: Type, request: Unnumbered<Request>): Promise<AnswerOf<Type>> {
    const answer = await this.ask(request)
    if (!isOfType(answer, type)) throw new TypeError(`the storage thread answered ${answer.type} to ${request.type}`)
    return answer
  }

  /** Ends the thread once it has answered everything asked before. */
  async stop(): Promise<void> {
    const worker = this.#worker
    if (!worker) return
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
    const closed = this.ask({ type: 'close' }).catch((error: unknown) => {
      // The thread died before it could answer: it is gone, which is all that is wanted here, and `onFault` was told.
      if (!(error instanceof LedgerUnavailable)) throw error
    })
    await Promise.all([ended, closed])
  }

  #send(): void {
    const requests = this.#unsent
    this.#unsent = []
    this.#worker ??= this.#startWorker()
    this.#worker.postMessage(requests)
  }

  #startWorker(): Worker {
    const worker = new Worker(this.#code, { workerData: this.#start })
    let cause: unknown = 'the storage thread ended'
    worker.on('message', (message: unknown) => {
      for (const answer of v.parse(answersSchema, message)) this.#settle(answer)
    })
    worker.on('error', (error) => {
      cause = error
    })
    worker.on('exit', () => this.#died(worker, cause))
    return worker
  }

  #settle(answer: Answer): void {
    const pending = this.#pending.get(answer.id)
    if (!pending) throw new Error(`the storage thread answered request ${answer.id}, which nobody asked`)
    this.#pending.delete(answer.id)
    const failure = failureOf(answer)
    if (failure) pending.reject(failure)
    else pending.resolve(answer)
    if (failure instanceof LedgerUnavailable) this.#onFault(failure)
  }

  #died(worker: Worker, cause: unknown): void {
    if (this.#worker === worker) this.#worker = undefined
    if (this.#pending.size === 0) return
    const fault = new LedgerUnavailable('not-answering', 'unknown', cause)
    const waiting = [...this.#pending.values()]
    this.#pending.clear()
    for (const { reject } of waiting) reject(fault)
    this.#onFault(fault)
  }
}

function failureOf(answer: Answer): Error | undefined {
  switch (answer.type) {
    case 'stale':
      return new StaleHead(answer.head)
    case 'contest-moved':
      return new ContestMoved(answer.contest, answer.to)
    case 'unavailable':
      return new LedgerUnavailable(answer.reason, answer.outcome, answer.cause)
    case 'too-new':
      return new LedgerTooNew(answer.found, answer.known)
    default:
      return undefined
  }
}

function isOfType<Type extends Answer['type']>(answer: Answer, type: Type): answer is AnswerOf<Type> {
  return answer.type === type
}
