/**
 * The documents of a contest for its organiser and its secretaries: which there are, what each still lacks, and each as a file. They are made one
 * after the other, away from everything else.
 */
import type { Head } from '@bang-diem/shared/ledger/commit.ts'
import { definitionOf, type State } from '@bang-diem/shared/ledger/state.ts'
import type { Express, Request, Response } from 'express'
import { idsOf } from '../documents/about.ts'
import type { About } from '../documents/document.ts'
import type { Order } from '../documents/messages.ts'
import { offeredDocuments } from '../documents/offered.ts'
import type { Room } from '../room.ts'
import { type AskedDocument, askedIn, documentNamed, type NamedDocument } from './asked-document.ts'
import { cardLinksIn, hostsOf } from './card-links.ts'
import { askedLanguage, deskIn, type RouteContext } from './context.ts'
import { sendFault, sendProblems, sendRefusal } from './problem.ts'
import { documentSender } from './sending-document.ts'

export function addDocuments(app: Express, context: RouteContext): void {
  const send = documentSender(context)
  app.get('/api/contests/:id/documents', (request, response) => {
    const desk = deskIn(context, request, response)
    if (!desk) return
    const { state } = desk.room
    const language = askedLanguage(request, definitionOf(state).language)
    const moment = { state, language, printedAt: context.hub.ports.clock.now(), publicUrl: context.publicUrl }
    response.json({ documents: offeredDocuments(moment, desk.caller === 'organiser') })
  })
  app.get('/api/contests/:id/documents/:name', async (request, response) => {
    const desk = deskIn(context, request, response)
    if (!desk) return
    const named = documentNamed(request.params.name)
    if (!named || named.kind.fromLinks) return sendFault(request, response, { code: 'not-found' })
    const definition = definitionOf(desk.room.state)
    const asked = askedIn(request.query, named.kind, definition)
    if (!asked.ok) return sendNotAsked(request, response, asked)
    await send(request, response, orderOf(context, desk.room, named, asked.asked), definition)
  })
  app.post('/api/contests/:id/documents/:name', async (request, response) => {
    const desk = deskIn(context, request, response)
    if (!desk) return
    if (desk.caller !== 'organiser') return sendFault(request, response, { code: 'key-required' })
    const { room } = desk
    const named = documentNamed(request.params.name)
    if (!named?.kind.fromLinks) return sendFault(request, response, { code: 'not-found' })
    const definition = definitionOf(room.state)
    const asked = askedIn(request.query, named.kind, definition)
    if (!asked.ok) return sendNotAsked(request, response, asked)
    const given = cardLinksIn(request.body, hostsOf(context, request.get('host')), room.state, context.hub.ports.sha256)
    if (!given.ok) return sendProblems(request, response, given.problems)
    await send(request, response, orderOf(context, room, named, asked.asked, given.links), definition)
  })
}

/** The commit that a paper is made from: now, or when its stage was certified (SPEC W-13, W-17). */
function momentOf({ head, certified }: State, kind: NamedDocument['kind'], about: About): Head {
  const then = kind.asCertified && about.kind !== 'contest' ? certified.get(about.stage.id)?.commit : undefined
  return then ?? head
}

type NotAsked = Exclude<ReturnType<typeof askedIn>, { readonly ok: true }>

function sendNotAsked(request: Request, response: Response, notAsked: NotAsked): void {
  if ('refusal' in notAsked) sendRefusal(request, response, notAsked.refusal)
  else sendProblems(request, response, notAsked.problems)
}

function orderOf(
  { hub, publicUrl }: RouteContext,
  { contest, state }: Room,
  { kind, format }: NamedDocument,
  { about, ...asked }: AskedDocument,
  links: Order['links'] = {},
): Order {
  const { number, hash } = momentOf(state, kind, about)
  const moment = { head: { number, hash }, printedAt: hub.ports.clock.now() }
  const { papers } = definitionOf(state)
  return { contest, ...moment, kind: kind.name, format, ...idsOf(about), ...asked, papers, publicUrl, links }
}
