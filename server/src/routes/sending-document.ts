/** Has the document made that a request asks for and sends it, or why there is none. Whoever goes away meanwhile is not waited for. */
import type { Definition } from '@bang-diem/shared/contest/definition.ts'
import type { Request, Response } from 'express'
import type { Format } from '../documents/document.ts'
import { makeDocument } from '../documents/making.ts'
import type { Order } from '../documents/messages.ts'
import { OneAtATime } from '../documents/one-at-a-time.ts'
import { toldLacks } from '../documents/told-lacks.ts'
import type { RouteContext } from './context.ts'
import { languageOf, sendFault, sendRefusal } from './problem.ts'

export type SendDocument = (request: Request, response: Response, order: Order, definition: Definition) => Promise<void>

/** What sends the documents of all contests of a hub, one after the other (SPEC W-14). */
export function documentSender({ hub, documents: limits }: RouteContext): SendDocument {
  const { ledger, timers } = hub.ports
  const turns = new OneAtATime(limits.waiting)
  return async (request, response, order, definition) => {
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    const made = await turns.run(() => makeDocument(order, { ledger, timers, limits }, gone.signal), gone.signal)
    if (made === 'gone') return
    if (made === 'full') {
      return sendRefusal(request, response, { code: 'too-many-requests', seconds: limits.retrySeconds })
    }
    switch (made.come) {
      case 'too-large':
      case 'empty':
        return sendFault(request, response, { code: `document-${made.come}` })
      case 'lacking': {
        const lacks = toldLacks(made.lacks, definition, languageOf(request))
        return sendFault(request, response, { code: 'document-not-ready', lacks })
      }
      case 'document':
        return sendFile(response, order, made.bytes)
    }
  }
}

/** A page is for looking at and printing, a table for another program. */
const dispositions: Readonly<Record<Format, 'inline' | 'attachment'>> = {
  pdf: 'inline',
  xlsx: 'attachment',
  csv: 'attachment',
}

/** Written without looking for a digest of it: nobody keeps a copy, and a long one takes the loop a while. */
function sendFile(response: Response, order: Order, bytes: Uint8Array): void {
  const { contest, kind, stage, round, judge, team, format } = order
  const name = [contest, kind, round ?? stage, judge, team].filter((part) => part != null).join('-')
  response
    .type(format)
    .set('Content-Disposition', `${dispositions[format]}; filename="${name}.${format}"`)
    .set('Content-Length', String(bytes.length))
    .set('Cache-Control', 'no-store')
    .end(bytes)
}
