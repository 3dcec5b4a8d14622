/** What a ledger adds up to, as far as numbers follow from it. It works nothing out. */
import type { Definition } from './definition.ts'
import type { AwardRow, TableRow } from './reveals.ts'
import type { Decision } from './scoring/contest.ts'

export type Sheet = {
  readonly marks: Readonly<Record<string, string>>
  /** False while it is open again (SPEC R-7). */
  readonly isIn: boolean
  /** How often it was reopened before. */
  readonly revision: number
  /** Of the judge who sat in the seat when it came in: another person may sit there by now. */
  readonly name: string
  readonly receipt: string
  /** Copied from paper by two people (SPEC R-20). */
  readonly isFromPaper: boolean
}

export type Line = {
  readonly id: string
  readonly round: string
  readonly team: string
  readonly points: string
  readonly reason: string
  readonly isWithdrawn: boolean
}

/** A team that left; `stages: null` means all of them. */
export type Departure = { readonly isDisqualified: boolean; readonly stages: ReadonlySet<string> | null }

export type CertifiedTable = { readonly rows: readonly TableRow[]; readonly awards: readonly AwardRow[] }

/** Maps in maps; the keys are `round/team`, `stage/question` and `stage/award`. */
export type Nested<Value> = Map<string, Map<string, Value>>

export type LedgerRecord = {
  definition: Definition | null
  /** By `round/team`, then by judge. */
  readonly sheets: Nested<Sheet>
  readonly excuses: Nested<string>
  readonly tallies: Nested<string>
  readonly times: Map<string, number>
  readonly factors: Map<string, string>
  readonly deductions: Map<string, Line>
  readonly bonuses: Map<string, Line>
  readonly departures: Map<string, Departure>
  /** Who came on to a stage, by stage. */
  readonly qualified: Map<string, readonly string[]>
  /** By stage, oldest first. */
  readonly ties: Map<string, readonly Decision[]>
  readonly questions: Nested<string>
  /** By `stage/award`, then by team: the reason. */
  readonly picked: Nested<string>
  /** Tables that stand; a stage that was reopened has none. */
  readonly certified: Map<string, CertifiedTable>
}

export function emptyRecord(): LedgerRecord {
  return {
    definition: null,
    sheets: new Map(),
    excuses: new Map(),
    tallies: new Map(),
    times: new Map(),
    factors: new Map(),
    deductions: new Map(),
    bonuses: new Map(),
    departures: new Map(),
    qualified: new Map(),
    ties: new Map(),
    questions: new Map(),
    picked: new Map(),
    certified: new Map(),
  }
}

/** What stands under a key of nested maps; an empty map where nothing does. */
export function under<Value>(nested: Nested<Value>, key: string): ReadonlyMap<string, Value> {
  return nested.get(key) ?? new Map<string, Value>()
}

export function put<Value>(nested: Nested<Value>, [outer, inner]: readonly [string, string], value: Value): void {
  const own = nested.get(outer) ?? new Map<string, Value>()
  own.set(inner, value)
  nested.set(outer, own)
}

export function placeOf({ round, team }: { readonly round: string; readonly team: string }): string {
  return `${round}/${team}`
}
