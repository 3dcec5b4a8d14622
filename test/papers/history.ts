/** The history of one contest as a hub writes it, made by asking the rules: what they refuse is not in it. */
import type { StoredCommit } from '@bang-diem/server/ledgers/ledger.ts'
import { sha256 } from '@bang-diem/server/sha256.ts'
import { storedOf } from '@bang-diem/server/stored.ts'
import type { Definition } from '@bang-diem/shared/contest/definition.ts'
import { genesis, seal } from '@bang-diem/shared/ledger/commit.ts'
import { evolve } from '@bang-diem/shared/ledger/evolve.ts'
import type { FactBody } from '@bang-diem/shared/ledger/facts.ts'
import { digestOf, saltFacts } from '@bang-diem/shared/ledger/salts.ts'
import { initialState, type State } from '@bang-diem/shared/ledger/state.ts'
import { type Command, type CommandBody, commandSchema } from '@bang-diem/shared/rules/commands.ts'
import { decide } from '@bang-diem/shared/rules/decide.ts'
import { createContest } from '@bang-diem/shared/rules/hub-acts.ts'
import type { SeatId } from '@bang-diem/shared/rules/seats.ts'
import * as v from 'valibot'

/** A morning on which a contest could be held, in ms since 1970. */
const MORNING = Date.UTC(2026, 9, 14, 1)

export class History {
  readonly state: State
  readonly commits: StoredCommit[] = []
  #at = MORNING
  #asked = 0

  constructor(definition: Definition) {
    this.state = initialState(definition.id, genesis(definition.id, sha256))
    const seats = ['organiser', 'secretary', 'mc', ...definition.judges.map(({ id }) => `judge:${id}`)]
    const links = seats.map((seat) => ({ seat, codeHash: sha256(`${definition.id}/${seat}`) }))
    this.#record('hub', createContest(definition, links, sha256))
  }

  /** True when the rules accept it; it is then part of the history. */
  ask(seat: SeatId, body: CommandBody): boolean {
    this.#asked += 1
    const command = v.parse(commandSchema, { id: `c${this.#asked}`, ...body })
    const decision = decide(this.state, seat, command, { entropy: this.#entropy(), sha256 })
    if (decision.ok) this.#record(seat, decision.facts, command)
    return decision.ok
  }

  #record(by: string, facts: readonly FactBody[], command?: Command): void {
    const { head } = this.state
    this.#at += 17_000
    const sealed = seal(
      {
        number: head.number + 1,
        at: this.#at,
        by,
        commandId: command?.id ?? '',
        facts: saltFacts(facts, this.#entropy(), command && digestOf(command, sha256), sha256),
        previous: head.hash,
      },
      sha256,
    )
    this.commits.push(storedOf(sealed))
    evolve(this.state, sealed.commit)
  }

  /** 32 bytes as hex digits; of the contest, so that its draws follow from its number. */
  #entropy(): string {
    return sha256(`${this.state.contest}/${this.#asked}`)
  }
}
