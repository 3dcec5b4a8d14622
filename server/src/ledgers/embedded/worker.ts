/**
 * The storage thread: SQLite is synchronous, and an fsync must not stop the event loop that serves the hall.
 * It answers one request after the other. A bug ends it; the main thread then starts a new one.
 */
import { parentPort, workerData } from 'node:worker_threads'
import * as v from 'valibot'
import { LedgerTooNew, LedgerUnavailable } from '../errors.ts'
import { textOf } from './medium-fault.ts'
import { type Answer, type Request, requestSchema, startSchema, type Unnumbered } from './messages.ts'
import { Store } from './store.ts'

const port = parentPort
if (!port) throw new Error('the storage thread must be started as a worker thread')
const store = new Store(v.parse(startSchema, workerData))

port.on('message', (message: unknown) => {
  const request = v.parse(requestSchema, message)
  const answer: Answer = { ...answerTo(request), id: request.id }
  port.postMessage(answer)
  if (request.type === 'close') port.close()
})

function answerTo(request: Request): Unnumbered<Answer> {
  try {
    return perform(request)
  } catch (error) {
    if (error instanceof LedgerUnavailable) {
      return { type: 'unavailable', reason: error.reason, outcome: error.outcome, cause: textOf(error.cause) }
    }
    if (error instanceof LedgerTooNew) return { type: 'too-new', found: error.found, known: error.known }
    throw error
  }
}

function perform(request: Request): Unnumbered<Answer> {
  switch (request.type) {
    case 'append': {
      const head = store.append(request.contest, request.after, request.hashes, request.lines)
      return head ? { type: 'stale', head } : { type: 'appended' }
    }
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
