/**
 * Each commit, in the moment in which it is written: it is what the rules say of that command on everything written before it, and a
 * certified table is what the scores of the sheets come to.
 */
import { sha256 } from '@bang-diem/server/sha256.ts'
import { lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import type { Fact } from '@bang-diem/shared/ledger/facts.ts'
import { definitionOf, type State } from '@bang-diem/shared/ledger/state.ts'
import { commandSchema } from '@bang-diem/shared/rules/commands.ts'
import { decide } from '@bang-diem/shared/rules/decide.ts'
import { parseSeat } from '@bang-diem/shared/rules/seats.ts'
import { deskStandings } from '@bang-diem/shared/views/standings.ts'
import * as v from 'valibot'
import type { Records } from '../records.ts'
import type { Written } from '../truth.ts'

/** What a draw comes to is the hub's entropy's. */
const entropy = 'ab'.repeat(32)

export class CommitCheck {
  readonly faults: string[] = []
  readonly #records: Records

  constructor(records: Records) {
    this.#records = records
  }

  look(before: State, { by, commandId, facts }: Written): void {
    if (commandId === '') return
    const seat = parseSeat(by)
    const command = v.safeParse(commandSchema, this.#records.commands.get(`${by} ${commandId}`))
    if (!seat || !command.success) {
      this.faults.push(`nobody has sent ${by} ${commandId}`)
      return
    }
    const decision = decide(before, seat, command.output, { entropy, sha256 })
    if (!decision.ok) this.faults.push(`${by} ${commandId} was written and must be refused: ${decision.refusal.code}`)
    else if (meaning(decision.facts) !== meaning(facts)) {
      this.faults.push(`${by} ${commandId} means ${meaning(decision.facts)}, and was written as ${meaning(facts)}`)
    }
    for (const fact of facts) if (fact.type === 'stage-certified') this.#lookAtTable(before, fact)
  }

  #lookAtTable(before: State, { stage, rows }: Extract<Fact, { type: 'stage-certified' }>): void {
    const rules = lookupsOf(definitionOf(before)).stages.get(stage)
    const places = (table: readonly { team: string; rank: number | null; total: string | null }[]) =>
      // A team that withdrew keeps a row without a place where something of it was announced.
      JSON.stringify(table.flatMap(({ team, rank, total }) => (total === null ? [] : [[team, rank, total]])).sort())
    const [certified, computed] = [places(rows), places(rules ? deskStandings(before, rules) : [])]
    if (certified !== computed) this.faults.push(`${stage} was certified as ${certified} and comes to ${computed}`)
  }
}

/** Facts without what is drawn by lot: salts, and the order of a draw. */
function meaning(facts: readonly { readonly type: string }[]): string {
  return JSON.stringify(facts, (key, value: unknown) =>
    key === 'salt' || key === 'digest' || isDraw(value) ? undefined : value,
  )
}

function isDraw(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Reflect.get(value, 'type') === 'order-drawn'
}
