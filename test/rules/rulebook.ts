/**
 * Rules told as stories: given these facts, when this seat gives this command, then these facts follow or this refusal.
 *
 * Facts are folded by the real `evolve` after having been written as a line and read back, so that every story also proves that a
 * restart changes nothing. It decides nothing itself.
 */

import { sha256 } from '@bang-diem/server/sha256.ts'
import { decodeCommit, genesis, seal } from '@bang-diem/shared/ledger/commit.ts'
import { evolve } from '@bang-diem/shared/ledger/evolve.ts'
import type { FactBody } from '@bang-diem/shared/ledger/facts.ts'
import { readFacts } from '@bang-diem/shared/ledger/read-commit.ts'
import { digestOf, saltFacts } from '@bang-diem/shared/ledger/salts.ts'
import { definitionOf, initialState, type State, sheetOf } from '@bang-diem/shared/ledger/state.ts'
import { type Command, type CommandBody, commandSchema } from '@bang-diem/shared/rules/commands.ts'
import { decide } from '@bang-diem/shared/rules/decide.ts'
import type { Decision } from '@bang-diem/shared/rules/decision.ts'
import type { Refusal } from '@bang-diem/shared/rules/refusals.ts'
import type { SeatId } from '@bang-diem/shared/rules/seats.ts'
import { onAirOf } from '@bang-diem/shared/rules/show.ts'
import { viewFor } from '@bang-diem/shared/views/audiences.ts'
import type { Audience } from '@bang-diem/shared/views/view.ts'
import * as v from 'valibot'
import { expect } from 'vitest'

/** Begins a story with what has happened so far; the first fact is `contest-created`. */
export function given(...facts: readonly FactBody[]): Story {
  const [first] = facts
  if (first?.type !== 'contest-created') throw new Error('a story begins with contest-created')
  const story = new Story(initialState(first.definition.id, genesis(first.definition.id, sha256)))
  for (const fact of facts) story.record('hub', [fact])
  return story
}

export class Story {
  readonly state: State
  /** Every commit as it was stored. */
  readonly lines: string[] = []
  #ids = 0

  constructor(state: State) {
    this.state = state
  }

  /** What the command would lead to. Nothing happens before `thenFacts` or `thenAccepted`. */
  when(seat: SeatId, body: CommandBody): Asked {
    const command = v.parse(commandSchema, { id: `c${++this.#ids}`, ...body })
    return new Asked(this, seat, command)
  }

  /** What the hub would decide with this entropy. */
  decideWith(seat: SeatId, body: CommandBody, entropy: string): Decision {
    return decide(this.state, seat, v.parse(commandSchema, { id: 'c0', ...body }), { entropy, sha256 })
  }

  /** The MC takes one cue after the other; each must be accepted. */
  take(...cues: readonly string[]): this {
    for (const cue of cues) this.when('mc', { type: 'take', cue, onAir: onAirOf(this.state) }).thenAccepted()
    return this
  }

  /** Each judge submits the sheet of a team; marks in the order of the round's judged criteria. */
  submit(round: string, team: string, sheets: Readonly<Record<string, readonly string[]>>): this {
    const rules = definitionOf(this.state)
      .stages.flatMap((stage) => stage.rounds)
      .find(({ id }) => id === round)
    const criteria = rules?.criteria.filter(({ scoredBy }) => scoredBy === 'judges') ?? []
    for (const [judge, given] of Object.entries(sheets)) {
      const marks = Object.fromEntries(criteria.map(({ id }, index) => [id, given[index] ?? '']))
      const revision = sheetOf(this.state, round, team, judge)?.revision ?? 0
      const sheet = { type: 'submitSheet', round, team, run: 0, revision, marks } as const
      this.when(`judge:${judge}`, sheet).thenAccepted()
    }
    return this
  }

  /** The entry of an audience's view. */
  sees(audience: Audience, key: string): unknown {
    return viewFor(this.state, audience).get(key)
  }

  /** Writes facts as the next commit, the way a hub does, and folds what is read back. */
  record(by: string, facts: readonly FactBody[], command?: Command): void {
    const { head, at } = this.state
    const digest = command && digestOf(command, sha256)
    const entropy = String(head.number).padStart(64, '0')
    const unsealed = {
      number: head.number + 1,
      at: at + 1000,
      by,
      commandId: command?.id ?? '',
      facts: saltFacts(facts, entropy, digest, sha256),
      previous: head.hash,
    }
    const { line } = seal(unsealed, sha256)
    const stored = decodeCommit(line)
    if (!stored) throw new Error('a commit is not what was written')
    this.lines.push(line)
    evolve(this.state, readFacts(stored))
  }
}

export class Asked {
  readonly #story: Story
  readonly #seat: SeatId
  readonly #command: Command

  constructor(story: Story, seat: SeatId, command: Command) {
    this.#story = story
    this.#seat = seat
    this.#command = command
  }

  /** Exactly these facts follow, and the story goes on with them. */
  thenFacts(...facts: readonly FactBody[]): Story {
    expect(this.#decide()).toEqual({ ok: true, facts })
    return this.thenAccepted()
  }

  /** It is accepted, whatever the facts, and the story goes on with them. */
  thenAccepted(): Story {
    const decision = this.#decide()
    if (!decision.ok) throw new Error(`${this.#command.type} was refused: ${JSON.stringify(decision.refusal)}`)
    this.#story.record(this.#seat, decision.facts, this.#command)
    return this.#story
  }

  /** It is refused for exactly this reason, and nothing has happened. */
  thenRefused(refusal: Refusal): Story {
    expect(this.#decide()).toEqual({ ok: false, refusal })
    return this.#story
  }

  #decide(): Decision {
    const entropy = 'ab'.repeat(32)
    return decide(this.#story.state, this.#seat, this.#command, { entropy, sha256 })
  }
}
