/** The medium of the simulation keeps the port's contract as far as it can without a disk: what it proves there it may stand in for. */
import { appending } from '@bang-diem/server/ledgers/contract/appending.ts'
import { following } from '@bang-diem/server/ledgers/contract/following.ts'
import type { LedgerHarness, Medium as PlaceToKeep } from '@bang-diem/server/ledgers/contract/harness.ts'
import type { Ledger } from '@bang-diem/server/ledgers/ledger.ts'
import { realTimers } from '@bang-diem/server/timers.ts'
import { describe } from 'vitest'
import { chanceOf } from '../robot/chance.ts'
import { Medium } from './medium.ts'
import { MediumLedger } from './medium-ledger.ts'

class Place implements PlaceToKeep {
  readonly #medium = new Medium('shared', chanceOf(1))
  readonly #open: Ledger[] = []

  async open(): Promise<Ledger> {
    const ledger = new MediumLedger(this.#medium, { timers: realTimers, wire: realTimers, now: Date.now })
    this.#open.push(ledger)
    return ledger
  }

  openCrashing = () => impossible()
  appendUntilKilled = () => impossible()
  flipByte = () => impossible()

  async dispose(): Promise<void> {
    await Promise.all(this.#open.map((ledger) => ledger.close()))
  }
}

/** Dying and damage are the stories' own. */
function impossible(): Promise<never> {
  throw new Error('a medium in memory has no process and no disk')
}

const harness: LedgerHarness = { newMedium: async () => new Place() }

describe('the medium of the simulation', () => {
  describe('appending and reading', () => appending(harness))
  describe('following', () => following(harness))
})
