/**
 * The tentative state: the durable one seen through what is on its way. Only what the commits on their way change is kept twice.
 * When the durable state takes one of them in, what was kept of it says the same as what is below; it is never wrong, only spare.
 */
import type { State } from '@bang-diem/shared/ledger/state.ts'
import { MapOver } from './map-over.ts'
import { MapsOver } from './maps-over.ts'
import { SetOver } from './set-over.ts'

/** What `durable` is to become: evolving it leaves `durable` as it is, for the values in both are never changed in place. */
export function tentativeOver(durable: State): State {
  const { contest, head, at, definitionHash } = durable
  const { definition, onAir, timer, progress } = durable.public
  // Everything by name: what is new in a state cannot be shared by oversight.
  return {
    contest,
    head,
    at,
    definitionHash,
    public: { definition, onAir: [...onAir], timer, progress: new MapOver(progress) },
    seats: new MapOver(durable.seats),
    sessions: new MapOver(durable.sessions),
    accepted: new MapsOver(durable.accepted),
    orders: new MapOver(durable.orders),
    taken: new SetOver(durable.taken),
    known: new SetOver(durable.known),
    performed: new SetOver(durable.performed),
    sheets: new MapsOver(durable.sheets),
    formerSheets: new MapsOver(durable.formerSheets),
    excused: new MapsOver(durable.excused),
    absences: new MapOver(durable.absences),
    tallies: new MapsOver(durable.tallies),
    times: new MapOver(durable.times),
    factors: new MapOver(durable.factors),
    deductions: new MapOver(durable.deductions),
    bonuses: new MapOver(durable.bonuses),
    withdrawals: new MapOver(durable.withdrawals),
    qualified: new MapOver(durable.qualified),
    cuts: new MapOver(durable.cuts),
    picked: new MapsOver(durable.picked),
    requests: new MapOver(durable.requests),
    ties: new MapOver(durable.ties),
    questions: new MapsOver(durable.questions),
    certified: new MapOver(durable.certified),
    formerTables: new MapOver(durable.formerTables),
    exactScores: [...durable.exactScores],
    formerAbsences: [...durable.formerAbsences],
    notes: [...durable.notes],
    scoreVersions: new MapOver(durable.scoreVersions),
    teamVersions: new MapOver(durable.teamVersions),
  }
}
