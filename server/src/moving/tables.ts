/** The tables for outside programs that a contest has where they are kept, as they stand after all of its history. */
import { genesis, type Sha256 } from '@bang-diem/shared/ledger/commit.ts'
import { evolve } from '@bang-diem/shared/ledger/evolve.ts'
import { readFacts } from '@bang-diem/shared/ledger/read-commit.ts'
import { initialState } from '@bang-diem/shared/ledger/state.ts'
import type { Histories } from '../ledgers/ledger.ts'
import type { TableChanges } from '../ledgers/tables.ts'
import { loadContest } from '../ledgers/verify.ts'
import { TableNews } from '../table-news.ts'

/** Rejects with `BrokenChain` or `UnknownFact` when the history is not what was written. */
export async function tablesAfter(from: Histories, contest: string, sha256: Sha256): Promise<TableChanges> {
  const state = initialState(contest, genesis(contest, sha256))
  await loadContest(from, contest, sha256, (commit) => evolve(state, readFacts(commit)))
  return new TableNews().changes(initialState(contest, genesis(contest, sha256)), state)
}
