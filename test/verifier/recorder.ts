/** A contest that is decided, sealed and folded by the real rules, without a hub around it. It decides nothing itself. */
import { sha256 } from '@bang-diem/server/sha256.ts'
import type { Definition } from '@bang-diem/shared/contest/definition.ts'
import { genesis, seal } from '@bang-diem/shared/ledger/commit.ts'
import { evolve } from '@bang-diem/shared/ledger/evolve.ts'
import type { FactBody } from '@bang-diem/shared/ledger/facts.ts'
import { digestOf, saltFacts } from '@bang-diem/shared/ledger/salts.ts'
import { initialState, type State } from '@bang-diem/shared/ledger/state.ts'
import { type Command, type CommandBody, commandSchema } from '@bang-diem/shared/rules/commands.ts'
import { decide } from '@bang-diem/shared/rules/decide.ts'
import { definitionHash } from '@bang-diem/shared/rules/organise.ts'
import type { SeatId } from '@bang-diem/shared/rules/seats.ts'
import * as v from 'valibot'

/** Hub time of the first commit. */
const noon = Date.UTC(2026, 9, 14, 5)

export class Recorder {
  readonly state: State
  /** Every commit as a ledger stores it. */
  readonly lines: string[] = []

  constructor(definition: Definition) {
    this.state = initialState(definition.id, genesis(definition.id, sha256))
    const created: FactBody = {
      type: 'contest-created',
      definition,
      definitionHash: definitionHash(definition, sha256),
    }
    this.#record('hub', [created])
  }

  /** True when the command was accepted, and is now part of the history. */
  ask(seat: SeatId, body: CommandBody): boolean {
    const command = v.parse(commandSchema, { id: `c${this.lines.length}`, ...body })
    const decision = decide(this.state, seat, command, { entropy: this.#entropy(), sha256 })
    if (!decision.ok) return false
    this.#record(seat, decision.facts, command)
    return true
  }

  #entropy(): string {
    return sha256(`${this.state.contest}/${this.state.head.number}`)
  }

  #record(by: string, facts: readonly FactBody[], command?: Command): void {
    const { head, at } = this.state
    const salted = saltFacts(facts, this.#entropy(), command && digestOf(command, sha256), sha256)
    const unsealed = {
      number: head.number + 1,
      at: Math.max(at, noon) + 1000,
      by,
      commandId: command?.id ?? '',
      facts: salted,
      previous: head.hash,
    }
    const { commit, line } = seal(unsealed, sha256)
    this.lines.push(line)
    evolve(this.state, commit)
  }
}
