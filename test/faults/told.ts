/**
 * What a hub has told a page of its commands: every answer that said *recorded*, and what was called durable. It is the auditor's own
 * reading of the protocol and shares no code with the page under test.
 */
import * as v from 'valibot'

/** An answer that said *recorded*. */
export interface AckSeen {
  readonly id: string
  readonly commit: number
  readonly hash: string
  readonly receipt: string
  /** False while the hub has only said that it was received. */
  isDurable: boolean
}

const ackSchema = v.variant('ok', [
  v.object({
    ok: v.literal(true),
    commit: v.number(),
    hash: v.string(),
    receipt: v.string(),
    durable: v.optional(v.boolean(), true),
  }),
  v.object({ ok: v.literal(false), refusal: v.looseObject({ code: v.string() }) }),
])
const durableSchema = v.object({ commit: v.number() })
const heldSchema = v.array(v.object({ id: v.string(), hash: v.string() }))
const heldAnswerSchema = v.object({
  unknown: v.array(v.string()),
  durable: v.optional(v.number(), Number.POSITIVE_INFINITY),
})

export class Told {
  readonly acks: AckSeen[] = []
  /** The codes of all refusals. */
  readonly refusals: string[] = []
  /** What the hub of this connection has spoken of: after a fault another commit may have an old one's number. */
  #spokenOf = new Set<AckSeen>()
  #durable = 0

  /** Another connection has begun. */
  startOver(): void {
    this.#spokenOf = new Set()
    this.#durable = 0
  }

  answered(id: string, body: unknown): 'recorded' | 'refused' {
    const answer = v.parse(ackSchema, body)
    if (!answer.ok) {
      this.refusals.push(answer.refusal.code)
      return 'refused'
    }
    const { commit, hash, receipt, durable } = answer
    const ack = { id, commit, hash, receipt, isDurable: durable || commit <= this.#durable }
    this.acks.push(ack)
    this.#spokenOf.add(ack)
    return 'recorded'
  }

  durableUpTo(body: unknown): void {
    this.#durable = Math.max(this.#durable, v.parse(durableSchema, body).commit)
    for (const ack of this.#spokenOf) if (ack.commit <= this.#durable) ack.isDurable = true
  }

  /** The answer to the receipts that the page holds. */
  heldAnswered(asked: unknown, body: unknown): void {
    const { unknown, durable } = v.parse(heldAnswerSchema, body)
    for (const { id, hash } of v.parse(heldSchema, asked)) {
      if (unknown.includes(id)) continue
      for (const ack of this.acks.filter((each) => each.id === id && each.hash === hash)) {
        this.#spokenOf.add(ack)
        if (ack.commit <= Math.max(durable, this.#durable)) ack.isDurable = true
      }
    }
  }
}
