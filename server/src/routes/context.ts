/** What every route is given, and the two questions that most of them ask first: which contest, and who is calling. */
import type { Language } from '@bang-diem/shared/language/say.ts'
import type { Request, Response } from 'express'
import type { RateLimiterMemory } from 'rate-limiter-flexible'
import type { DocumentLimits } from '../documents/document-limits.ts'
import type { Hub } from '../hub.ts'
import type { WireLimits } from '../limits.ts'
import type { Metrics } from '../metrics.ts'
import type { Neighbours } from '../neighbours.ts'
import type { Room } from '../room.ts'
import type { UploadLimits } from '../workbooks/upload-limits.ts'
import { type Caller, callerOf } from './access.ts'
import { sendFault, sendRefusal } from './problem.ts'

export interface RouteContext {
  readonly hub: Hub
  readonly organiserKey: string
  /** The address that links carry. */
  readonly publicUrl: string
  /** The other hubs, whose links are as good. */
  readonly neighbours: Pick<Neighbours, 'hubs'>
  readonly wire: WireLimits
  readonly uploads: UploadLimits
  readonly documents: DocumentLimits
  readonly metrics: Metrics
  /** Counts wrong keys and links by address. */
  readonly wrongTries: RateLimiterMemory
}

interface Desk {
  readonly room: Room
  readonly caller: 'organiser' | 'desk'
}

/** The room of `:id`, or undefined after a 404 was sent. */
export function roomOf({ hub }: RouteContext, request: Request, response: Response): Room | undefined {
  const contest = String(request.params.id)
  const room = hub.room(contest)
  if (!room) sendRefusal(request, response, { code: 'contest-unknown', contest })
  return room
}

/** Who is calling, as far as a contest (or, without one, the organiser key) can tell. */
export function callerIn({ hub, organiserKey }: RouteContext, request: Request, room?: Room): Caller {
  return callerOf(request, organiserKey, hub.ports.sha256, room?.state)
}

/** The contest of `:id` with its organiser or a secretary, who are told everything; undefined after anybody else was refused. */
export function deskIn(context: RouteContext, request: Request, response: Response): Desk | undefined {
  const room = roomOf(context, request, response)
  if (!room) return undefined
  const caller = callerIn(context, request, room)
  if (caller === 'organiser' || caller === 'desk') return { room, caller }
  if (caller === 'taken-over') sendRefusal(request, response, { code: 'seat-taken-over' })
  else sendFault(request, response, { code: 'key-required' })
  return undefined
}

/** `?language=`, or the language that stands for it. */
export function askedLanguage({ query }: Request, otherwise: Language): Language {
  return query.language === 'en' || query.language === 'vi' ? query.language : otherwise
}

/** A wrong key or link: told so, and slowed down when one address keeps trying. */
export async function refuseStranger(
  { wrongTries }: RouteContext,
  request: Request,
  response: Response,
  fault: 'link-unknown' | 'key-required',
): Promise<void> {
  const waitMs = await waitAfterWrongTry(wrongTries, request.ip ?? '')
  if (waitMs > 0) {
    return sendRefusal(request, response, { code: 'too-many-requests', seconds: Math.ceil(waitMs / 1000) })
  }
  if (fault === 'link-unknown') sendRefusal(request, response, { code: fault })
  else sendFault(request, response, { code: fault })
}

/** How long this address has to wait, in ms; 0 while it is within its bound. The limiter rejects with the same figures. */
async function waitAfterWrongTry(wrongTries: RateLimiterMemory, address: string): Promise<number> {
  try {
    await wrongTries.consume(address)
    return 0
  } catch (rejected) {
    const wait: unknown = rejected instanceof Object ? Reflect.get(rejected, 'msBeforeNext') : undefined
    if (typeof wait !== 'number') throw rejected
    return wait
  }
}
