/**
 * The storage thread: SQLite is synchronous, and an fsync must not stop the event loop that serves the hall.
 * It answers one request after the other; appends that wait together, of a hundred contests perhaps, are written together.
 * A bug ends it; the main thread then starts a new one.
 */
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import * as v from 'valibot'
import { LedgerTooNew, LedgerUnavailable } from '../errors.ts'
import { textOf } from './medium-fault.ts'
import { type Answer, type Request, requestSchema, startSchema, type Unnumbered } from './messages.ts'
import { Store } from './store.ts'

type AppendRequest = Extract<Request, { type: 'append' }>
type OtherRequest = Exclude<Request, AppendRequest>
type Reply = Unnumbered<Answer>

if (!parentPort) throw new Error('the storage thread must be started as a worker thread')
const port = parentPort
const store = new Store(v.parse(startSchema, workerData))

port.on('message', (message: unknown) => {
  let together: AppendRequest[] = []
  for (const each of [message, ...waitingOn(port)]) {
    const request = v.parse(requestSchema, each)
    if (request.type === 'append') {
      together.push(request)
      continue
    }
    appendTogether(together)
    together = []
    reply([request], () => [perform(request)])
    if (request.type === 'close') return port.close()
  }
  appendTogether(together)
})

/** What has arrived while the message before it was being dealt with. */
function waitingOn(messages: MessagePort): unknown[] {
  const waiting: unknown[] = []
  for (;;) {
    const next: { readonly message: unknown } | undefined = receiveMessageOnPort(messages)
    if (!next) return waiting
    waiting.push(next.message)
  }
}

function appendTogether(requests: readonly AppendRequest[]): void {
  if (requests.length === 0) return
  reply(requests, () => store.append(requests).map((head) => (head ? { type: 'stale', head } : { type: 'appended' })))
}

/** Answers each request with its own reply, or all of them with what went wrong. */
function reply(requests: readonly Request[], replies: () => readonly Reply[]): void {
  const made = attempt(replies)
  for (const [index, { id }] of requests.entries()) {
    const own = 'fault' in made ? made.fault : made.replies[index]
    if (!own) throw new RangeError('fewer replies than requests')
    const answer: Answer = { ...own, id }
    port.postMessage(answer)
  }
}

function attempt(replies: () => readonly Reply[]): { readonly replies: readonly Reply[] } | { readonly fault: Reply } {
  try {
    return { replies: replies() }
  } catch (error) {
    if (error instanceof LedgerUnavailable) {
      const { reason, outcome, cause } = error
      return { fault: { type: 'unavailable', reason, outcome, cause: textOf(cause) } }
    }
    if (error instanceof LedgerTooNew) return { fault: { type: 'too-new', found: error.found, known: error.known } }
    throw error
  }
}

function perform(request: OtherRequest): Reply {
  switch (request.type) {
    case 'read':
      return { type: 'chunk', ...store.read(request.contest, request.after) }
    case 'head':
      return { type: 'head', head: store.head(request.contest) }
    case 'contests':
      return { type: 'contests', contests: store.contests() }
    case 'settings':
      return { type: 'settings', settings: store.settings() }
    case 'close':
      store.close()
      return { type: 'closed' }
  }
}
