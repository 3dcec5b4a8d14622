/**
 * The HTTP edge: the public calls of the contract and the pages. The only file besides its parts (`problem.ts`, `access.ts`,
 * `pages.ts`) that knows Express. It decides nothing about a contest.
 */
import { parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import { presets } from '@bang-diem/shared/contest/presets/registry.ts'
import { problemsOf } from '@bang-diem/shared/contest/problems.ts'
import { lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import { joinSchema, seatRequestSchema } from '@bang-diem/shared/protocol/up.ts'
import type { HubAct } from '@bang-diem/shared/rules/commands.ts'
import { judgeOfSeat } from '@bang-diem/shared/rules/seats.ts'
import { deskStandings, publicStandings } from '@bang-diem/shared/views/standings.ts'
import { commonEntries } from '@bang-diem/shared/views/static.ts'
import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import * as v from 'valibot'
import { callerOf } from './access.ts'
import type { Outcome } from './committer.ts'
import { definitionJsonSchema } from './definition-schema.ts'
import type { Hub } from './hub.ts'
import { LedgerUnavailable } from './ledgers/errors.ts'
import type { WireLimits } from './limits.ts'
import { linkOf, linksOf } from './links.ts'
import type { Metrics } from './metrics.ts'
import { sendFault, sendProblems, sendRefusal } from './problem.ts'
import type { Room } from './room.ts'
import { seatFor } from './seats.ts'
import { makeCode, makeToken, parseCode } from './tokens.ts'

export interface RouteOptions {
  readonly hub: Hub
  readonly organiserKey: string
  /** The address that links carry. */
  readonly publicUrl: string
  readonly wire: WireLimits
  readonly metrics: Metrics
}

export function addRoutes(app: Express, options: RouteOptions): void {
  const wrong = new RateLimiterMemory({ points: options.wire.wrongCodesPerMinute, duration: 60 })
  app.use('/api', express.json({ limit: options.wire.bytesPerRequest }))
  addHealth(app, options)
  addReading(app, options)
  addStandings(app, options)
  addLedger(app, options)
  addCreate(app, options, wrong)
  addSeats(app, options, wrong)
  addJoin(app, options, wrong)
  app.use('/api', (request, response) => sendFault(request, response, { code: 'not-found' }))
  app.use('/api', (error: unknown, request: Request, response: Response, next: NextFunction) => {
    const type: unknown = error instanceof Error ? Reflect.get(error, 'type') : undefined
    if (type === 'entity.too.large') {
      return sendFault(request, response, { code: 'body-too-large', bytes: options.wire.bytesPerRequest })
    }
    if (type === 'entity.parse.failed' || error instanceof SyntaxError) {
      return sendFault(request, response, { code: 'body-invalid' })
    }
    if (error instanceof LedgerUnavailable) {
      return sendRefusal(request, response, { code: 'ledger-unavailable', reason: error.reason })
    }
    next(error)
  })
}

function addHealth(app: Express, { hub, metrics }: RouteOptions): void {
  app.get('/healthz', (_request, response) => void response.json({ ok: true }))
  app.get('/readyz', (_request, response) => {
    const failing = hub.rooms().filter((room) => room.medium !== null)
    response.status(failing.length > 0 ? 503 : 200).json({ ok: failing.length === 0, contests: hub.rooms().length })
  })
  app.get('/metrics', async (_request, response) => {
    response.type(metrics.contentType).send(await metrics.text())
  })
}

/** The room of `:id`, or undefined after a 404 was sent. */
function roomOf({ hub }: RouteOptions, request: Request, response: Response): Room | undefined {
  const contest = String(request.params.id)
  const room = hub.room(contest)
  if (!room) sendRefusal(request, response, { code: 'contest-unknown', contest })
  return room
}

function addReading(app: Express, options: RouteOptions): void {
  app.get('/api/definition.schema.json', (_request, response) => void response.json(definitionJsonSchema()))
  app.get('/api/presets', (_request, response) => void response.json(presets))
  app.get('/api/contests', (_request, response) => {
    const rooms = [...options.hub.rooms()].reverse()
    response.json(rooms.map(({ state }) => commonEntries(definitionOf(state)).get('contest')))
  })
  app.get('/api/contests/:id', (request, response) => {
    const room = roomOf(options, request, response)
    if (room) response.json(Object.fromEntries(commonEntries(definitionOf(room.state))))
  })
}

function addStandings(app: Express, options: RouteOptions): void {
  app.get('/api/contests/:id/standings', (request, response) => {
    const room = roomOf(options, request, response)
    if (!room) return
    const definition = definitionOf(room.state)
    const id = typeof request.query.stage === 'string' ? request.query.stage : definition.stages.at(-1)?.id
    const stage = lookupsOf(definition).stages.get(id ?? '')
    if (!stage) return sendRefusal(request, response, { code: 'reference-unknown', field: 'stage', id: id ?? '' })
    const caller = callerOf(request, options.organiserKey, options.hub.ports.sha256, room.state)
    const everything = caller === 'organiser' || caller === 'desk'
    const rows = everything ? deskStandings(room.state, stage) : publicStandings(room.state.public, stage)
    response.json({ stage: stage.id, rows })
  })
}

function addLedger(app: Express, options: RouteOptions): void {
  app.get('/api/contests/:id/ledger', async (request, response) => {
    const room = roomOf(options, request, response)
    if (!room) return
    if (callerOf(request, options.organiserKey, options.hub.ports.sha256, room.state) !== 'organiser') {
      return sendFault(request, response, { code: 'key-required' })
    }
    response.type('application/jsonl').attachment(`${room.contest}.jsonl`)
    for await (const chunk of options.hub.ports.ledger.read(room.contest, 0)) {
      response.write(chunk.map(({ line }) => `${line}\n`).join(''))
    }
    response.end()
  })
}

function addCreate(app: Express, options: RouteOptions, wrong: RateLimiterMemory): void {
  app.post('/api/contests', async (request, response) => {
    if (callerOf(request, options.organiserKey, options.hub.ports.sha256) !== 'organiser') {
      return refuseStranger(request, response, wrong)
    }
    const parsed = parseDefinition(request.body)
    if (!parsed.ok) return sendProblems(request, response, parsed.problems)
    const { definition } = parsed
    const codes = await options.hub.create(definition)
    if (!codes) return sendRefusal(request, response, { code: 'contest-exists', contest: definition.id })
    response.status(201).json({ id: definition.id, links: linksOf(options.publicUrl, definition.id, codes) })
  })
}

function addSeats(app: Express, options: RouteOptions, wrong: RateLimiterMemory): void {
  app.post('/api/contests/:id/seats', async (request, response) => {
    const room = roomOf(options, request, response)
    if (!room) return
    const { sha256, entropy } = options.hub.ports
    if (callerOf(request, options.organiserKey, sha256, room.state) !== 'organiser') {
      return refuseStranger(request, response, wrong)
    }
    const parsed = v.safeParse(seatRequestSchema, request.body)
    if (!parsed.success) return sendProblems(request, response, problemsOf(parsed.issues))
    const seat = seatFor(parsed.output.role, parsed.output.judge)
    if (!seat) return sendProblems(request, response, [{ path: 'judge', code: 'required', params: {} }])
    const token = makeToken(entropy)
    const outcome = await act(room, { type: 'issueLink', seat, codeHash: sha256(token) })
    if (!outcome.ok) return sendRefusal(request, response, outcome.refusal)
    response.status(201).json({ link: linkOf(options.publicUrl, seat, makeCode(room.contest, token)) })
  })
}

function addJoin(app: Express, options: RouteOptions, wrong: RateLimiterMemory): void {
  app.post('/api/join', async (request, response) => {
    const parsed = v.safeParse(joinSchema, request.body)
    const code = parsed.success ? parseCode(parsed.output.code) : undefined
    const room = code && options.hub.room(code.contest)
    const { sha256, entropy } = options.hub.ports
    const codeHash = code ? sha256(code.token) : ''
    const seat = room && [...room.state.seats].find(([, each]) => each.codeHash === codeHash)?.[0]
    if (!room || seat === undefined) return refuseStranger(request, response, wrong)
    const session = makeToken(entropy)
    const outcome = await act(room, { type: 'openSession', seat, codeHash, tokenHash: sha256(session) })
    if (!outcome.ok) return sendRefusal(request, response, outcome.refusal)
    const judge = judgeOfSeat(seat)
    const role = judge === undefined ? seat : 'judge'
    response.json({ session, role, judge: judge ?? null, contest: room.contest })
  })
}

function act(room: Room, hubAct: HubAct): Promise<Outcome> {
  return new Promise((resolve) => room.committer.act(hubAct, resolve))
}

/** A wrong key or link: told so, and slowed down when one address keeps trying. */
async function refuseStranger(request: Request, response: Response, wrong: RateLimiterMemory): Promise<void> {
  const address = request.ip ?? ''
  const tries = await wrong.consume(address).catch((rejected: unknown) => rejected)
  const waitMs: unknown = tries instanceof Object ? Reflect.get(tries, 'msBeforeNext') : undefined
  const left: unknown = tries instanceof Object ? Reflect.get(tries, 'remainingPoints') : undefined
  if (left === 0 && typeof waitMs === 'number') {
    return sendRefusal(request, response, { code: 'too-many-requests', seconds: Math.ceil(waitMs / 1000) })
  }
  if (request.path === '/api/join') sendRefusal(request, response, { code: 'link-unknown' })
  else sendFault(request, response, { code: 'key-required' })
}
