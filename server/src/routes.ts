/**
 * The HTTP edge: the public calls of the contract and the pages, put together from `routes/`. Only these files know Express.
 * It decides nothing about a contest.
 */
import type { RequestListener } from 'node:http'
import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { LedgerUnavailable } from './ledgers/errors.ts'
import type { RouteContext } from './routes/context.ts'
import { addCreate, addJoin, addSeats } from './routes/entering.ts'
import { addHeaders, addPages } from './routes/pages.ts'
import { sendFault, sendRefusal } from './routes/problem.ts'
import { addContests, addHealth, addLedger, addStandings } from './routes/reading.ts'

export interface RouteOptions extends Omit<RouteContext, 'wrongTries'> {
  /** The folder that holds the built clients. */
  readonly root: string
  /** True when the hub itself speaks TLS. */
  readonly secure: boolean
}

export function httpApp({ root, secure, ...options }: RouteOptions): RequestListener {
  const app = express()
  const wrongTries = new RateLimiterMemory({ points: options.wire.wrongCodesPerMinute, duration: 60 })
  const context: RouteContext = { ...options, wrongTries }
  addHeaders(app, secure)
  addHealth(app, context)
  app.use('/api', express.json({ limit: options.wire.bytesPerRequest }))
  for (const add of [addContests, addStandings, addLedger, addCreate, addSeats, addJoin]) add(app, context)
  addFaults(app, options.wire.bytesPerRequest)
  addPages(app, root, options.hub)
  return app
}

/** Everything under `/api` that no route answered, and what went wrong in those that did. */
function addFaults(app: Express, bytes: number): void {
  app.use('/api', (request, response) => sendFault(request, response, { code: 'not-found' }))
  app.use('/api', (error: unknown, request: Request, response: Response, next: NextFunction) => {
    const type: unknown = error instanceof Error ? Reflect.get(error, 'type') : undefined
    if (type === 'entity.too.large') return sendFault(request, response, { code: 'body-too-large', bytes })
    if (error instanceof LedgerUnavailable) {
      return sendRefusal(request, response, { code: 'ledger-unavailable', reason: error.reason })
    }
    // Whatever else the body parser says is about the body: its form, its encoding, its length.
    if (typeof type === 'string') return sendFault(request, response, { code: 'body-invalid' })
    next(error)
  })
}
