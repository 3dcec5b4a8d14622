/** Why a team stands where it stands, in words, for those at the desks. The same derivation stands in the standings as JSON. */
import { lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { explanation } from '@bang-diem/shared/language/explanation.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import { deskStandings } from '@bang-diem/shared/views/standings.ts'
import type { Express } from 'express'
import { callerIn, type RouteContext, roomOf } from './context.ts'
import { sendFault, sendRefusal } from './problem.ts'

export function addExplanations(app: Express, context: RouteContext): void {
  app.get('/api/contests/:id/explanation', (request, response) => {
    const room = roomOf(context, request, response)
    if (!room) return
    const caller = callerIn(context, request, room)
    if (caller === 'taken-over') return sendRefusal(request, response, { code: 'seat-taken-over' })
    if (caller !== 'organiser' && caller !== 'desk') return sendFault(request, response, { code: 'key-required' })
    const definition = definitionOf(room.state)
    const { stage: id = '', team = '', language } = request.query
    const stage = lookupsOf(definition).stages.get(String(id))
    if (!stage) return sendRefusal(request, response, { code: 'reference-unknown', field: 'stage', id: String(id) })
    const row = deskStandings(room.state, stage).find((each) => each.team === team)
    if (!row) return sendRefusal(request, response, { code: 'reference-unknown', field: 'team', id: String(team) })
    response.json(explanation(definition, row, language === 'en' || language === 'vi' ? language : definition.language))
  })
}
