/**
 * How a contest begins: its first commit, with a link for every seat, written and certain. It opens no room.
 */
import type { Definition } from '@bang-diem/shared/contest/definition.ts'
import { genesis, seal } from '@bang-diem/shared/ledger/commit.ts'
import { evolve } from '@bang-diem/shared/ledger/evolve.ts'
import { saltFacts } from '@bang-diem/shared/ledger/salts.ts'
import { initialState, type State } from '@bang-diem/shared/ledger/state.ts'
import { createContest } from '@bang-diem/shared/rules/hub-acts.ts'
import type { RefusalOf } from '@bang-diem/shared/rules/refusals.ts'
import type { SeatId } from '@bang-diem/shared/rules/seats.ts'
import { appendSurely, movedAway } from './append-surely.ts'
import type { PendingCommit } from './group.ts'
import { heldFor } from './held.ts'
import type { HubPorts } from './hub-ports.ts'
import type { Folded } from './room.ts'
import { storedOf } from './stored.ts'
import { TableNews } from './table-news.ts'
import { pauseWith } from './timers.ts'
import { makeCode, makeToken } from './tokens.ts'

/** The codes of all links of a new contest, by seat. They exist in the clear only in this answer. */
export type LinkCodes = ReadonlyMap<SeatId, string>

export type Founded =
  | { readonly ok: true; readonly folded: Folded; readonly codes: LinkCodes }
  | { readonly ok: false; readonly refusal: RefusalOf<'contest-exists' | 'ledger-unavailable' | 'hub-stopping'> }

export async function found(ports: HubPorts, definition: Definition, isStopping: () => boolean): Promise<Founded> {
  const { ledger, sha256, entropy, timers, group, held: heldLimits } = ports
  const { id } = definition
  const tokens = seatsOf(definition).map((seat) => ({ seat, token: makeToken(entropy) }))
  const links = tokens.map(({ seat, token }) => ({ seat, codeHash: sha256(token) }))
  const begin = genesis(id, sha256)
  const state = initialState(id, begin)
  const first = firstCommit(ports, definition, links, state)
  evolve(state, first.commit)
  const appended = await appendSurely(
    { ...ports, pause: pauseWith(timers), onMedium: () => undefined },
    {
      chain: { contest: id, head: begin },
      group: [first],
      tables: ledger.isShared ? new TableNews().changes(initialState(id, begin), state) : undefined,
      isStopping,
    },
  )
  const exists = appended.kind === 'moved' || appended.kind === 'astray'
  if (exists || (appended.kind === 'unavailable' && appended.reason === movedAway)) {
    return refused({ code: 'contest-exists', contest: id })
  }
  if (appended.kind === 'given-up') return refused({ code: 'hub-stopping' })
  if (appended.kind === 'unavailable') {
    return refused({ code: 'ledger-unavailable', reason: appended.reason, seconds: group.retrySeconds })
  }
  const held = heldFor(ledger, begin, heldLimits)
  held.add([first.stored])
  const codes = new Map(tokens.map(({ seat, token }) => [seat, makeCode(id, token)]))
  return { ok: true, folded: { state, first: first.commit, held }, codes }
}

function seatsOf({ judges }: Definition): SeatId[] {
  return ['organiser', 'secretary', 'mc', ...judges.map(({ id }) => `judge:${id}` as const)]
}

function firstCommit(
  { sha256, entropy, clock }: HubPorts,
  definition: Definition,
  links: Parameters<typeof createContest>[1],
  { head }: State,
): PendingCommit {
  const facts = saltFacts(createContest(definition, links, sha256), entropy(32), undefined, sha256)
  const place = { number: head.number + 1, at: clock.now(), by: 'hub', commandId: '', previous: head.hash }
  const sealed = seal({ ...place, facts }, sha256)
  return { commit: sealed.commit, stored: storedOf(sealed) }
}

function refused(refusal: Extract<Founded, { ok: false }>['refusal']): Founded {
  return { ok: false, refusal }
}
