/**
 * The links that this tab has been given: the hub does not keep them, so they are shown from here until the tab is closed. Kept in
 * the tab's own storage, because a reload must not cost a whole jury its cards.
 */
import type { Created } from '@bang-diem/shared/link/api.ts'
import * as v from 'valibot'

const keptSchema = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.string()))

const judgeSeat = 'judge:'

export class HandedLinks {
  readonly #key: string
  /** Address by seat: `organiser`, `secretary`, `mc`, `judge:<id>`. */
  bySeat: Readonly<Record<string, string>> = $state.raw({})

  constructor(contest: string) {
    this.#key = `bang-diem/console/links/${contest}`
    const kept = v.safeParse(keptSchema, sessionStorage.getItem(this.#key))
    if (kept.success) this.bySeat = kept.output
  }

  /** Address by judge. */
  get ofJudges(): Readonly<Record<string, string>> {
    const judges = Object.entries(this.bySeat).filter(([seat]) => seat.startsWith(judgeSeat))
    return Object.fromEntries(judges.map(([seat, link]) => [seat.slice(judgeSeat.length), link]))
  }

  put(seat: string, link: string): void {
    this.bySeat = { ...this.bySeat, [seat]: link }
    sessionStorage.setItem(this.#key, JSON.stringify(this.bySeat))
  }

  putAll({ console, secretary, mc, judges }: Created['links']): void {
    this.put('organiser', console)
    this.put('secretary', secretary)
    this.put('mc', mc)
    for (const [judge, link] of Object.entries(judges)) this.put(`${judgeSeat}${judge}`, link)
  }
}

/** The code in a link, for opening it here. */
export function codeOf(link: string): string | null {
  return new URLSearchParams(new URL(link, location.href).hash.slice(1)).get('code')
}
