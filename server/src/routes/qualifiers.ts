/** Who goes on from a certified stage to the contest one level up, as a file for that contest's organiser. */
import { definitionLimits } from '@bang-diem/shared/contest/definition.ts'
import { lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { problemsOf } from '@bang-diem/shared/contest/problems.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import { qualifiersFile } from '@bang-diem/shared/views/qualifiers-file.ts'
import type { Express } from 'express'
import * as v from 'valibot'
import { deskIn, type RouteContext } from './context.ts'
import { sendProblems, sendRefusal } from './problem.ts'

const countSchema = v.pipe(
  v.string(),
  v.regex(/^\d{1,3}$/, 'bad-format'),
  v.transform(Number),
  v.maxValue(definitionLimits.teams),
)
const askedSchema = v.strictObject({
  stage: v.optional(v.string()),
  best: countSchema,
  perGroup: v.optional(v.picklist(['true', 'false']), 'false'),
  andBestOthers: v.optional(countSchema, '0'),
  onTie: v.optional(v.picklist(['decide', 'all']), 'decide'),
})

export function addQualifiers(app: Express, context: RouteContext): void {
  app.get('/api/contests/:id/qualifiers', (request, response) => {
    const desk = deskIn(context, request, response)
    if (!desk) return
    const { room } = desk
    const asked = v.safeParse(askedSchema, { ...request.query })
    if (!asked.success) return sendProblems(request, response, problemsOf(asked.issues))
    const definition = definitionOf(room.state)
    const { stage: id = definition.stages.at(-1)?.id ?? '', perGroup, ...rules } = asked.output
    const stage = lookupsOf(definition).stages.get(id)
    if (!stage) return sendRefusal(request, response, { code: 'reference-unknown', field: 'stage', id })
    const made = qualifiersFile(room.state, stage, { ...rules, perGroup: perGroup === 'true' })
    if (!made.ok) return sendRefusal(request, response, made.refusal)
    response.attachment(`${room.contest}-${stage.id}-qualifiers.json`).json(made.file)
  })
}
