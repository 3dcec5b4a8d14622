/** Why a team stands where it stands, in words, for those at the desks. The same derivation stands in the standings as JSON. */
import { lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { explanation } from '@bang-diem/shared/language/explanation.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import { deskStandings } from '@bang-diem/shared/views/standings.ts'
import type { Express } from 'express'
import { askedLanguage, deskIn, type RouteContext } from './context.ts'
import { sendRefusal } from './problem.ts'

export function addExplanations(app: Express, context: RouteContext): void {
  app.get('/api/contests/:id/explanation', (request, response) => {
    const desk = deskIn(context, request, response)
    if (!desk) return
    const { state } = desk.room
    const definition = definitionOf(state)
    const { stage: id = '', team = '' } = request.query
    const stage = lookupsOf(definition).stages.get(String(id))
    if (!stage) return sendRefusal(request, response, { code: 'reference-unknown', field: 'stage', id: String(id) })
    const row = deskStandings(state, stage).find((each) => each.team === team)
    if (!row) return sendRefusal(request, response, { code: 'reference-unknown', field: 'team', id: String(team) })
    response.json(explanation(definition, row, askedLanguage(request, definition.language)))
  })
}
