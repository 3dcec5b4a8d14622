/** Where a page stands with its hub, and what is said of it. It decides nothing. */
import type { Line } from './line.ts'
import type { Cancel } from './ports.ts'
import type { RefusalReceived } from './transport.ts'

/** `refused`: the hub said no, see the connection's `refusal`. `lost`: it was live before. */
export type LinkStatus = 'connecting' | 'live' | 'lost' | 'refused'

export type Phase =
  | { readonly kind: 'waiting'; readonly cancel: Cancel }
  | { readonly kind: 'opening'; readonly line: Line }
  | { readonly kind: 'live'; readonly line: Line }
  /** Closed by the page, or refused for good. */
  | { readonly kind: 'stopped' }

/** `connections`: how often it has come alive. */
export function statusOf(phase: Phase, refusal: RefusalReceived | null, connections: number): LinkStatus {
  if (phase.kind === 'live') return 'live'
  if (refusal !== null) return 'refused'
  return connections > 0 ? 'lost' : 'connecting'
}

/** Gives up what is under way, without telling anybody. */
export function endPhase(phase: Phase): void {
  if (phase.kind === 'waiting') phase.cancel()
  else if (phase.kind !== 'stopped') phase.line.close()
}
