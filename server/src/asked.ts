/** What asks the committer, the decision on it, and its facts sealed as the next commit of a chain. */
import { type Sealed, type Sha256, seal } from '@bang-diem/shared/ledger/commit.ts'
import type { Fact, FactBody } from '@bang-diem/shared/ledger/facts.ts'
import { saltFacts } from '@bang-diem/shared/ledger/salts.ts'
import type { State } from '@bang-diem/shared/ledger/state.ts'
import type { Command, HubAct } from '@bang-diem/shared/rules/commands.ts'
import { type DecideContext, decide } from '@bang-diem/shared/rules/decide.ts'
import type { Decision } from '@bang-diem/shared/rules/decision.ts'
import { decideHubAct } from '@bang-diem/shared/rules/hub-acts.ts'
import type { SeatId } from '@bang-diem/shared/rules/seats.ts'
import type { Clock } from './clock.ts'

/** What asks: a command of a seat, or an act of the hub. */
export type Asked =
  | { readonly kind: 'command'; readonly seat: SeatId; readonly command: Command; readonly digest: string }
  | { readonly kind: 'act'; readonly act: HubAct }

export function decisionOn(asked: Asked, state: State, context: DecideContext): Decision {
  if (asked.kind === 'act') return decideHubAct(state, asked.act)
  return decide(state, asked.seat, asked.command, context)
}

/** The facts as the commit that follows `state`; time never goes back behind it. */
export function sealAnswer(
  asked: Asked,
  bodies: readonly FactBody[],
  { head, at }: State,
  { sha256, clock, entropy }: { readonly sha256: Sha256; readonly clock: Clock; readonly entropy: string },
): Sealed<Fact> {
  const command = asked.kind === 'command' ? asked : undefined
  return seal(
    {
      number: head.number + 1,
      at: Math.max(clock.now(), at),
      by: command?.seat ?? 'hub',
      commandId: command?.command.id ?? '',
      facts: saltFacts(bodies, entropy, command?.digest, sha256),
      previous: head.hash,
    },
    sha256,
  )
}
