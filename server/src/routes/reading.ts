/** Routes that only read: health, the public part of a contest, standings, the ledger for its organiser. */
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { presets } from '@bang-diem/shared/contest/presets/registry.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import { deskStandings, publicStandings } from '@bang-diem/shared/views/standings.ts'
import { commonEntries } from '@bang-diem/shared/views/static.ts'
import type { Express } from 'express'
import { textsOf } from '../ledgers/commit-text.ts'
import { callerIn, type RouteContext, roomOf } from './context.ts'
import { definitionJsonSchema } from './definition-schema.ts'
import { sendFault, sendRefusal } from './problem.ts'

export function addHealth(app: Express, context: RouteContext): void {
  const { hub, metrics } = context
  app.get('/healthz', (_request, response) => {
    response.json({ ok: true })
  })
  app.get('/readyz', (_request, response) => {
    const failing = hub.rooms().some((room) => room.medium !== null)
    response.status(failing ? 503 : 200).json({ ok: !failing, contests: hub.rooms().length })
  })
  app.get('/metrics', async (request, response) => {
    const reader = callerIn(context, request) === 'organiser' ? 'organiser' : 'anyone'
    response.type(metrics.contentType).send(await metrics.text(reader))
  })
}

export function addContests(app: Express, context: RouteContext): void {
  app.get('/api/definition.schema.json', (_request, response) => {
    response.json(definitionJsonSchema())
  })
  app.get('/api/presets', (_request, response) => {
    response.json(presets)
  })
  app.get('/api/contests', (_request, response) => {
    const rooms = [...context.hub.rooms()].reverse()
    response.json(rooms.map(({ state }) => commonEntries(definitionOf(state)).get('contest')))
  })
  app.get('/api/contests/:id', (request, response) => {
    const room = roomOf(context, request, response)
    if (room) response.json(Object.fromEntries(commonEntries(definitionOf(room.state))))
  })
}

export function addStandings(app: Express, context: RouteContext): void {
  app.get('/api/contests/:id/standings', (request, response) => {
    const room = roomOf(context, request, response)
    if (!room) return
    const definition = definitionOf(room.state)
    const { stage: asked = definition.stages.at(-1)?.id } = request.query
    const id = typeof asked === 'string' ? asked : ''
    const stage = lookupsOf(definition).stages.get(id)
    if (!stage) return sendRefusal(request, response, { code: 'reference-unknown', field: 'stage', id })
    const caller = callerIn(context, request, room)
    // What anyone sees in its place would pass for everything.
    if (caller === 'taken-over') return sendRefusal(request, response, { code: 'seat-taken-over' })
    const everything = caller === 'organiser' || caller === 'desk'
    const rows = everything ? deskStandings(room.state, stage) : publicStandings(room.state.public, stage)
    response.json({ stage: stage.id, rows })
  })
}

export function addLedger(app: Express, context: RouteContext): void {
  app.get('/api/contests/:id/ledger', async (request, response) => {
    const room = roomOf(context, request, response)
    if (!room) return
    const caller = callerIn(context, request, room)
    if (caller === 'taken-over') return sendRefusal(request, response, { code: 'seat-taken-over' })
    if (caller !== 'organiser') return sendFault(request, response, { code: 'key-required' })
    const lines = Readable.from(textsOf(context.hub.ports.ledger.read(room.contest, 0)))
    // A medium that fails is still a fault with a code as long as nothing was sent.
    await once(lines, 'readable')
    response.type('application/jsonl').attachment(`${room.contest}.jsonl`)
    try {
      await pipeline(lines, response)
    } catch (error) {
      // The reader has gone, or sees a history that is cut off: no answer can follow.
      if (!response.destroyed) throw error
    }
  })
}
