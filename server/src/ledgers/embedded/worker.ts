/**
 * The storage thread: SQLite is synchronous, and an fsync must not stop the event loop that serves the hall.
 * It answers one request after the other; appends that wait together, of a hundred contests perhaps, are written together.
 * A bug ends it; the main thread then starts a new one.
 */
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import * as v from 'valibot'
import { LedgerTooNew, LedgerUnavailable } from '../errors.ts'
import { textOf } from './medium-fault.ts'
import { type Answer, type Request, requestsSchema, startSchema, type Unnumbered } from './messages.ts'
import { Store } from './store.ts'

type AppendRequest = Extract<Request, { type: 'append' }>
type OtherRequest = Exclude<Request, AppendRequest>
type Reply = Unnumbered<Answer>

if (!parentPort) throw new Error('the storage thread must be started as a worker thread')
const port = parentPort
const store = new Store(v.parse(startSchema, workerData))

port.on('message', (message: unknown) => {
  const requests = [message, ...waitingOn(port)].flatMap((each) => v.parse(requestsSchema, each))
  const answers: Answer[] = []
  let appends: AppendRequest[] = []
  for (const request of requests) {
    if (request.type === 'append') {
      appends.push(request)
      continue
    }
    answers.push(...append(appends), ...answersTo([request], () => [perform(request)]))
    appends = []
  }
  answers.push(...append(appends))
  port.postMessage(answers)
  if (requests.some(({ type }) => type === 'close')) port.close()
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

function append(appends: readonly AppendRequest[]): readonly Answer[] {
  if (appends.length === 0) return []
  return answersTo(appends, () => store.append(appends))
}

/** To each request its own reply, or to all of them what went wrong. */
function answersTo(requests: readonly Request[], replies: () => readonly Reply[]): readonly Answer[] {
  const made = attempt(replies)
  return requests.map(({ id }, index) => {
    const own = 'fault' in made ? made.fault : made.replies[index]
    if (!own) throw new RangeError('fewer replies than requests')
    return { ...own, id }
  })
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
    case 'mark-moved':
      store.markMoved(request.contest, request.to)
      return { type: 'marked' }
    case 'moved':
      return { type: 'moved', moved: store.moved() }
    case 'settings':
      return { type: 'settings', settings: store.settings() }
    case 'close':
      store.close()
      return { type: 'closed' }
  }
}
