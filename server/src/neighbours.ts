/**
 * The other hubs of the same ledger, as one hub sees them: which addresses live, and who is connected where.
 *
 * Both are short-lived and nothing rests on them: no command is decided by a neighbour, and what was told may be a few seconds old or
 * lost. What must be certain goes through the ledger.
 */
import type { Presence } from '@bang-diem/shared/protocol/down.ts'

export interface Neighbours {
  /**
   * The addresses of the hubs that live, this one first and then its neighbours in a round that is the same for all, so that pages which
   * leave hubs one after the other do not all go to the same. Without this one as soon as `close` was called.
   */
  hubs(): readonly string[]
  /** Calls `listener` after every change of `hubs`; the answer ends that. */
  onHubs(listener: () => void): () => void
  /** Tells the others who is connected to this hub in a contest. */
  tell(contest: string, presence: Presence): void
  /** Calls `listener` with what another hub tells of a contest, and with null when that counts no longer; the answer ends that. */
  onPresence(listener: (hub: string, contest: string, presence: Presence | null) => void): () => void
  /** Says that this hub ends: from here on nobody is sent to it. It does not wait for a medium that is away. */
  close(): Promise<void>
}

/** A hub without neighbours. */
export function alone(url: string): Neighbours {
  const nothing = () => undefined
  return {
    hubs: () => [url],
    onHubs: () => nothing,
    tell: nothing,
    onPresence: () => nothing,
    close: () => Promise.resolve(),
  }
}
