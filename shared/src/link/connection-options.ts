/** What a connection is told about its page, and what it is given of the world. */
import { protocolVersion } from '../protocol/version.ts'
import { type BackOff, backOffs } from './back-off.ts'
import { silenceLimits } from './heartbeat.ts'
import type { HubRound } from './hub-round.ts'
import type { LineOptions } from './line.ts'
import type { Entropy, Timers } from './ports.ts'
import type { OpenTransport } from './transport.ts'

export interface ConnectionOptions {
  readonly contest: string
  /** Without a session the page belongs to the hall. */
  readonly session?: string | undefined
  /** `stage`: a projector, told of everything within 50 ms; without it, a phone in the hall. */
  readonly screen?: 'stage' | 'audience' | undefined
  readonly name?: string | undefined
}

export interface ConnectionPorts {
  /** The origin of the page. */
  readonly home: string
  /** What the page has learned before this connection: the hub that it was with, and then the others. */
  readonly known?: readonly string[]
  readonly open: OpenTransport
  readonly timers: Timers
  readonly entropy: Entropy
}

/** How much the show waits for such a page: stage screens, staff and judges before phones of the audience. */
function attentionOf({ session, screen }: ConnectionOptions): 'attentive' | 'audience' {
  return session !== undefined || screen === 'stage' ? 'attentive' : 'audience'
}

/** How long such a page waits between two attempts to connect. */
export function backOffOf(options: ConnectionOptions): BackOff {
  return backOffs[attentionOf(options)]
}

/** What such a page says at the address that is tried now, and how long it bears silence there. */
export function lineOptions(options: ConnectionOptions, { current, openingLimit }: HubRound): LineOptions {
  const { contest, session, screen, name } = options
  return {
    address: current,
    handshake: { protocol: protocolVersion, contest, session, screen, name },
    silence: silenceLimits[attentionOf(options)],
    openingLimit,
  }
}
