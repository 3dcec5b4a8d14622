/** Routes that let people in: a new contest with its links, a fresh link for a seat, a link's code for a session. */
import { parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import { problemsOf } from '@bang-diem/shared/contest/problems.ts'
import { joinSchema, seatRequestSchema } from '@bang-diem/shared/protocol/up.ts'
import type { HubAct } from '@bang-diem/shared/rules/commands.ts'
import { judgeOfSeat } from '@bang-diem/shared/rules/seats.ts'
import type { Express } from 'express'
import * as v from 'valibot'
import type { Outcome } from '../committer-ports.ts'
import type { Room } from '../room.ts'
import { seatFor } from '../seats.ts'
import { makeCode, makeToken, parseCode } from '../tokens.ts'
import { callerIn, type RouteContext, refuseStranger, roomOf } from './context.ts'
import { linkOf, linksOf } from './links.ts'
import { sendProblems, sendRefusal } from './problem.ts'

export function addCreate(app: Express, context: RouteContext): void {
  app.post('/api/contests', async (request, response) => {
    if (callerIn(context, request) !== 'organiser') return refuseStranger(context, request, response, 'key-required')
    const parsed = parseDefinition(request.body)
    if (!parsed.ok) return sendProblems(request, response, parsed.problems)
    const { definition } = parsed
    const created = await context.hub.create(definition)
    if (!created.ok) return sendRefusal(request, response, created.refusal)
    response.status(201).json({ id: definition.id, links: linksOf(context.publicUrl, definition.id, created.codes) })
  })
}

export function addSeats(app: Express, context: RouteContext): void {
  app.post('/api/contests/:id/seats', async (request, response) => {
    const room = roomOf(context, request, response)
    if (!room) return
    const { sha256, entropy } = context.hub.ports
    const caller = callerIn(context, request, room)
    if (caller === 'taken-over') return sendRefusal(request, response, { code: 'seat-taken-over' })
    if (caller !== 'organiser') return refuseStranger(context, request, response, 'key-required')
    const parsed = v.safeParse(seatRequestSchema, request.body)
    if (!parsed.success) return sendProblems(request, response, problemsOf(parsed.issues))
    const seat = seatFor(parsed.output.role, parsed.output.judge)
    if (!seat) {
      const code = parsed.output.role === 'judge' ? 'required' : 'unknown-key'
      return sendProblems(request, response, [{ path: 'judge', code, params: {} }])
    }
    const token = makeToken(entropy)
    const outcome = await act(room, { type: 'issueLink', seat, codeHash: sha256(token) })
    if (!outcome.ok) return sendRefusal(request, response, outcome.refusal)
    response.status(201).json({ link: linkOf(context.publicUrl, seat, makeCode(room.contest, token)) })
  })
}

export function addJoin(app: Express, context: RouteContext): void {
  app.post('/api/join', async (request, response) => {
    const parsed = v.safeParse(joinSchema, request.body)
    if (!parsed.success) return sendProblems(request, response, problemsOf(parsed.issues))
    const code = parseCode(parsed.output.code)
    const room = code && context.hub.room(code.contest)
    const { sha256, entropy } = context.hub.ports
    const codeHash = code ? sha256(code.token) : ''
    const seat = room && [...room.state.seats].find(([, each]) => each.codeHash === codeHash)?.[0]
    if (!room || seat === undefined) return refuseStranger(context, request, response, 'link-unknown')
    const session = makeToken(entropy)
    const outcome = await act(room, { type: 'openSession', seat, codeHash, tokenHash: sha256(session) })
    if (!outcome.ok) return sendRefusal(request, response, outcome.refusal)
    const judge = judgeOfSeat(seat)
    const role = judge === undefined ? seat : 'judge'
    response.json({ session, role, judge: judge ?? null, contest: room.contest, history: room.history })
  })
}

function act(room: Room, hubAct: HubAct): Promise<Outcome> {
  return new Promise((resolve) => room.committer.act(hubAct, resolve))
}
