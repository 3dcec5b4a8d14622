/**
 * The one suite that every ledger must pass, on the real thing and without opting out of anything. A ledger's test calls
 * `ledgerContract` with a harness. It imports vitest: production code never imports this file or the folder `contract`.
 */
import { describe } from 'vitest'
import { appending } from './contract/appending.ts'
import { following } from './contract/following.ts'
import type { LedgerHarness } from './contract/harness.ts'
import { moving } from './contract/moving.ts'
import { surviving } from './contract/surviving.ts'

export function ledgerContract(name: string, harness: LedgerHarness): void {
  describe(`the ledger contract: ${name}`, () => {
    describe('appending and reading', () => appending(harness))
    describe('crashes and damage', () => surviving(harness))
    describe('moving away and arriving', () => moving(harness))
    describe('following', () => following(harness))
  })
}
