/**
 * Definitions as workbooks: one that somebody has written is read and checked, with the cell of every problem; the empty one, examples and
 * the present definition of a contest are given out. Nothing is recorded here.
 */
import { type Definition, parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import { presets } from '@bang-diem/shared/contest/presets/registry.ts'
import { sheetsOf } from '@bang-diem/shared/contest/workbook/export.ts'
import { definitionOf } from '@bang-diem/shared/ledger/state.ts'
import express, { type Express, type Request, type Response } from 'express'
import { readUpload } from '../workbooks/read-workbook.ts'
import { bytesOf } from '../workbooks/write-workbook.ts'
import { askedLanguage, callerIn, deskIn, type RouteContext, refuseStranger } from './context.ts'
import { sendFault, sendProblems, sendRefusal } from './problem.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function addWorkbooks(app: Express, context: RouteContext): void {
  const whole = express.raw({ type: (request) => !isJson(request), limit: context.uploads.bytesPerUpload })
  app.post('/api/workbook', mayCheck(context), whole, async (request, response) => {
    const read = Buffer.isBuffer(request.body)
      ? await readUpload(request.body, context.uploads, context.hub.ports.timers)
      : parseDefinition(request.body)
    if (!read.ok) return sendProblems(request, response, read.problems)
    response.json({ definition: read.definition })
  })
  addToBeginFrom(app)
  addPresentDefinition(app, context)
}

/** Anyone may ask for these, as often as they like: each is written once. */
function addToBeginFrom(app: Express): void {
  const made = new Map<string, Promise<Buffer>>()
  const once = (name: string, definition: Definition | null, language: 'vi' | 'en') => {
    const key = `${name}/${language}`
    const bytes = made.get(key) ?? bytesOf(sheetsOf(definition, language))
    made.set(key, bytes)
    return bytes
  }
  app.get('/api/workbook/empty.xlsx', async (request, response) => {
    const language = askedLanguage(request, 'vi')
    const name = emptyNames[language]
    sendWorkbook(response, name, await once(name, null, language))
  })
  app.get('/api/workbook/example.xlsx', async (request, response) => {
    const { preset: asked = presets[0]?.id } = request.query
    const preset = presets.find(({ id }) => id === asked)
    const parsed = parseDefinition(preset?.definition)
    if (preset === undefined || !parsed.ok) return sendFault(request, response, { code: 'not-found' })
    const { definition } = parsed
    sendWorkbook(response, preset.id, await once(preset.id, definition, askedLanguage(request, definition.language)))
  })
}

function addPresentDefinition(app: Express, context: RouteContext): void {
  const definitionFor = (request: Request, response: Response): Definition | undefined => {
    const desk = deskIn(context, request, response)
    return desk && definitionOf(desk.room.state)
  }
  app.get('/api/contests/:id/definition.json', (request, response) => {
    const definition = definitionFor(request, response)
    if (definition) response.attachment(`${definition.id}.json`).json(definition)
  })
  app.get('/api/contests/:id/definition.xlsx', async (request, response) => {
    const definition = definitionFor(request, response)
    if (!definition) return
    const language = askedLanguage(request, definition.language)
    sendWorkbook(response, definition.id, await bytesOf(sheetsOf(definition, language)))
  })
}

/** The organiser key, or a session of the organiser of the contest that `?contest=` names. */
function mayCheck(context: RouteContext) {
  return async (request: Request, response: Response, next: () => void): Promise<void> => {
    const { contest } = request.query
    const room = typeof contest === 'string' ? context.hub.room(contest) : undefined
    const caller = callerIn(context, request, room)
    if (caller === 'organiser') return next()
    if (caller === 'taken-over') return sendRefusal(request, response, { code: 'seat-taken-over' })
    await refuseStranger(context, request, response, 'key-required')
  }
}

function isJson({ headers }: { readonly headers: Request['headers'] }): boolean {
  return /^application\/json\b/i.test(headers['content-type'] ?? '')
}

const emptyNames = { vi: 'mau-the-le', en: 'empty-definition' } as const

function sendWorkbook(response: Response, name: string, bytes: Buffer): void {
  response.type(XLSX).attachment(`${name}.xlsx`).send(bytes)
}
