/**
 * The HTTP edge: the public calls of the contract and the pages, put together from `routes/`. Only these files know Express.
 * It decides nothing about a contest.
 */
import type { RequestListener } from 'node:http'
import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { LedgerUnavailable, LimitExceeded } from './ledgers/errors.ts'
import type { RouteContext } from './routes/context.ts'
import { addDocuments } from './routes/documents.ts'
import { addCreate, addJoin, addSeats } from './routes/entering.ts'
import { addExplanations } from './routes/explaining.ts'
import { openToAllOrigins } from './routes/origins.ts'
import { addHeaders, addPages } from './routes/pages.ts'
import { sendFault, sendProblems, sendRefusal } from './routes/problem.ts'
import { addQualifiers } from './routes/qualifiers.ts'
import { addContests, addHealth, addLedger, addStandings } from './routes/reading.ts'
import { addRules, addRulesPage } from './routes/rules.ts'
import { addWorkbooks } from './routes/workbooks.ts'

export interface RouteOptions extends Omit<RouteContext, 'wrongTries'> {
  /** The folder that holds the built clients. */
  readonly root: string
  /** True when the hub itself speaks TLS. */
  readonly secure: boolean
}

export function httpApp({ root, secure, ...options }: RouteOptions): RequestListener {
  const app = express()
  // Otherwise Express tells strangers, in HTML, where in the code a fault was.
  app.set('env', 'production')
  const wrongTries = new RateLimiterMemory({ points: options.wire.wrongCodesPerMinute, duration: 60 })
  const context: RouteContext = { ...options, wrongTries }
  addHeaders(app, secure)
  addHealth(app, context)
  app.use('/api', openToAllOrigins)
  app.use('/api', express.json({ limit: options.wire.bytesPerRequest }))
  const calls = [
    addContests,
    addRules,
    addStandings,
    addExplanations,
    addQualifiers,
    addLedger,
    addWorkbooks,
    addDocuments,
    addCreate,
    addSeats,
    addJoin,
  ]
  for (const add of calls) add(app, context)
  addFaults(app, options.wire.bytesPerRequest, options.hub.ports.group.retrySeconds)
  addRulesPage(app, context)
  addPages(app, root, options.hub)
  return app
}

/** Everything under `/api` that no route answered, and what went wrong in those that did. */
function addFaults(app: Express, bytes: number, seconds: number): void {
  app.use('/api', (request, response) => sendFault(request, response, { code: 'not-found' }))
  app.use('/api', (error: unknown, request: Request, response: Response, next: NextFunction) => {
    if (error instanceof LedgerUnavailable) {
      return sendRefusal(request, response, { code: 'ledger-unavailable', reason: error.reason, seconds })
    }
    if (error instanceof LimitExceeded)
      return sendFault(request, response, { code: 'body-too-large', bytes: error.bound })
    const status = partOf(error, 'status')
    if (status === 413) {
      const own = partOf(error, 'limit')
      return sendFault(request, response, { code: 'body-too-large', bytes: typeof own === 'number' ? own : bytes })
    }
    // Whatever else Express says is about what was sent: its form, its encoding, an address that cannot be read.
    const sent = typeof status === 'number' && status >= 400 && status < 500
    if (sent) return sendProblems(request, response, [{ path: '', code: 'bad-format', params: {} }])
    if (response.headersSent) return next(error)
    console.error(error)
    sendFault(request, response, { code: 'hub-fault' })
  })
}

function partOf(error: unknown, key: 'status' | 'limit'): unknown {
  return error instanceof Error ? Reflect.get(error, key) : undefined
}
