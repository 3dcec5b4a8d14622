/**
 * Who is connected to one contest now: seats with their devices, stage screens, phones of the audience, and how far drafts are.
 * Short-lived: it is told to staff, never written to the ledger, and it holds counts, never marks.
 */
import type { Presence } from '@bang-diem/shared/protocol/down.ts'
import type { Draft } from '@bang-diem/shared/protocol/up.ts'

/** One connected page. */
export interface Present {
  readonly seat: string | null
  readonly screen: 'stage' | 'audience'
  readonly name: string
}

export class PresenceBook {
  readonly #pages = new Map<string, Present>()
  /** Seat → `round/team` → criteria filled. */
  readonly #drafts = new Map<string, Map<string, number>>()

  enter(id: string, page: Present): void {
    this.#pages.set(id, page)
  }

  leave(id: string): void {
    this.#pages.delete(id)
  }

  draft(seat: string, { round, team, filled }: Draft): void {
    const drafts = this.#drafts.get(seat) ?? new Map<string, number>()
    drafts.set(`${round}/${team}`, filled)
    this.#drafts.set(seat, drafts)
  }

  /** A sheet that is in needs no draft any more. */
  submitted(seat: string, round: string, team: string): void {
    this.#drafts.get(seat)?.delete(`${round}/${team}`)
  }

  summary(warnings: readonly string[]): Presence {
    const seats: Presence['seats'] = {}
    const screens: Presence['screens'] = []
    let audience = 0
    for (const { seat, screen, name } of this.#pages.values()) {
      if (seat !== null) seats[seat] = { devices: (seats[seat]?.devices ?? 0) + 1 }
      else if (screen === 'stage') screens.push({ name, screen })
      else audience += 1
    }
    for (const [seat, drafts] of this.#drafts) {
      const present = seats[seat]
      if (present && drafts.size > 0) seats[seat] = { ...present, filled: Object.fromEntries(drafts) }
    }
    screens.sort((a, b) => a.name.localeCompare(b.name, 'vi'))
    return { seats, screens, audience, warnings: [...warnings] }
  }
}
