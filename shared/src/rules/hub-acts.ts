/** Acts of the hub itself: the first commit of a contest, links and sessions. Only hashes of tokens come this far. */
import type { Definition } from '../contest/definition.ts'
import { lookupsOf } from '../contest/lookups.ts'
import type { Sha256 } from '../ledger/commit.ts'
import type { FactBody } from '../ledger/facts.ts'
import { definitionOf, type State } from '../ledger/state.ts'
import type { HubAct } from './commands.ts'
import { accept, type Decision, refuse } from './decision.ts'
import { definitionHash } from './organise.ts'
import { judgeOfSeat, parseSeat } from './seats.ts'

/** The facts of a contest's first commit: its definition and a link for every seat. */
export function createContest(
  definition: Definition,
  links: readonly { readonly seat: string; readonly codeHash: string }[],
  sha256: Sha256,
): readonly FactBody[] {
  const created: FactBody = {
    type: 'contest-created',
    definition,
    definitionHash: definitionHash(definition, sha256),
  }
  return [created, ...links.map((link): FactBody => ({ type: 'link-issued', ...link }))]
}

export function decideHubAct(state: State, act: HubAct): Decision {
  switch (act.type) {
    case 'issueLink': {
      const judge = judgeOfSeat(act.seat)
      const known = judge === undefined ? parseSeat(act.seat) : lookupsOf(definitionOf(state)).judges.get(judge)
      if (!known || act.seat === 'hub') return refuse({ code: 'reference-unknown', field: 'seat', id: act.seat })
      return accept({ type: 'link-issued', seat: act.seat, codeHash: act.codeHash })
    }
    case 'openSession': {
      // The link may have been put out while the request waited in the queue.
      if (state.seats.get(act.seat)?.codeHash !== act.codeHash) return refuse({ code: 'link-unknown' })
      return accept({ type: 'session-opened', seat: act.seat, tokenHash: act.tokenHash })
    }
  }
}
