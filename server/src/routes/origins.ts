/**
 * Lets pages of any origin call `/api`. A page that was loaded from a hub which is dead now goes on at another one, and just then the dead
 * one's address is in no list of hubs, so that no list could name who is allowed. It gives nothing away: who is calling stands in the bearer
 * alone, there are no cookies that a browser would add, and what anyone may read any program can fetch.
 */
import type { NextFunction, Request, Response } from 'express'

/** How long a browser may remember the answer to its question, in seconds. */
const REMEMBERED = 600

export function openToAllOrigins(request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Access-Control-Allow-Origin', '*')
  if (request.method !== 'OPTIONS') return next()
  response
    .setHeader('Access-Control-Allow-Methods', 'GET, POST')
    .setHeader('Access-Control-Allow-Headers', 'authorization, content-type, accept-language')
    .setHeader('Access-Control-Max-Age', REMEMBERED)
    .status(204)
    .end()
}
