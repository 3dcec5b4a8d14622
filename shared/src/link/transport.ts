/**
 * One attempt at a connection to one hub, as the link sees it. `socket-transport.ts` is the real one.
 *
 * A transport never reconnects by itself, keeps nothing for later and resends nothing: what must not be lost is in the outbox.
 * It calls nobody back before opening it has returned; after
 * `close()`, `onClosed` or `onRefused` it calls nobody back again.
 */
import type { Handshake } from '../protocol/up.ts'

export interface TransportEvents {
  /** The hub accepted the handshake. */
  onOpen(): void
  /** The hub said no to the handshake: `{code, …}`. */
  onRefused(refusal: RefusalReceived): void
  /** The connection could not be made, or has ended. */
  onClosed(): void
  onMessage(event: string, body: unknown): void
}

export interface Transport {
  send(event: string, body?: unknown): void
  /** Sends and hands over the answer, if one ever comes. */
  ask(event: string, body: unknown, onAnswer: (answer: unknown) => void): void
  close(): void
}

export type OpenTransport = (address: string, handshake: Handshake, events: TransportEvents) => Transport

/** A refusal as it came over the wire: a code, and parameters that nobody has checked. */
export interface RefusalReceived {
  readonly code: string
  readonly [param: string]: unknown
}
