/** The ledger in Redis passes the contract. What only it promises is in `redis-only.test.ts`. */
import { ledgerContract } from '@bang-diem/server/ledgers/ledger.contract.ts'
import { RedisMedium } from './redis-medium.ts'

ledgerContract('redis', { newMedium: () => RedisMedium.make() })
