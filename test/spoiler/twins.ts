/**
 * The same contest twice, side by side: same cues, same submit times, other secrets. Public acts are done in both at the same moment
 * of hub time, hidden ones in one of them alone.
 */
import type { Definition } from '@bang-diem/shared/contest/definition.ts'
import type { CommandBody } from '@bang-diem/shared/rules/commands.ts'
import type { SeatId } from '@bang-diem/shared/rules/seats.ts'
import type { House } from './house.ts'
import { Performance } from './performance.ts'

/** What is told to both, each with its own values. */
export interface Both<Value> {
  readonly a: Value
  readonly b: Value
}

export class Twins {
  readonly a: Performance
  readonly b: Performance
  #act = -1

  private constructor(a: Performance, b: Performance) {
    this.a = a
    this.b = b
  }

  static async begin({ a, b }: Both<House>, definition: Definition): Promise<Twins> {
    const one = await Performance.begin(a, definition)
    return new Twins(one, await Performance.begin(b, definition))
  }

  /** How many acts have begun. */
  get acts(): number {
    return this.#act + 1
  }

  beginAct(): void {
    this.#act += 1
    for (const each of [this.a, this.b]) each.beginAct(this.#act)
  }

  async each(what: (performance: Performance) => Promise<void>): Promise<void> {
    await Promise.all([what(this.a), what(this.b)])
  }

  /** A command that both must accept. */
  async must(seat: SeatId, body: CommandBody | Both<CommandBody>): Promise<void> {
    const { a, b } = 'type' in body ? { a: body, b: body } : body
    await Promise.all([mustAccept(this.a, seat, a), mustAccept(this.b, seat, b)])
  }

  async end(): Promise<void> {
    await this.each((performance) => performance.end())
  }
}

export async function mustAccept(performance: Performance, seat: SeatId, body: CommandBody): Promise<void> {
  const ack = await performance.command(seat, body)
  if (!ack.ok) throw new Error(`${seat}: ${JSON.stringify(body)} was refused: ${JSON.stringify(ack.refusal)}`)
}
