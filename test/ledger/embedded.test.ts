/** The embedded ledger passes the contract. What only it promises is in `embedded-only.test.ts` and `test/faults/durability`. */
import { ledgerContract } from '@bang-diem/server/ledgers/ledger.contract.ts'
import { EmbeddedMedium } from './embedded-medium.ts'

ledgerContract('embedded', { newMedium: () => EmbeddedMedium.make() })
