/** Folds a contest from its first commit, and checks the chain on the way. It never goes on over what does not prove itself. */
import { genesis } from '@bang-diem/shared/ledger/commit.ts'
import { evolve } from '@bang-diem/shared/ledger/evolve.ts'
import { readFacts } from '@bang-diem/shared/ledger/read-commit.ts'
import { initialState } from '@bang-diem/shared/ledger/state.ts'
import { heldFor } from './held.ts'
import type { HubPorts } from './hub-ports.ts'
import { loadContest } from './ledgers/verify.ts'
import type { Folded } from './room.ts'

/** Rejects with `BrokenChain` or `UnknownFact` when the history is not what was written. Hub time is not behind it afterwards. */
export async function loadHistory(ports: HubPorts, contest: string): Promise<Folded> {
  const begin = genesis(contest, ports.sha256)
  const state = initialState(contest, begin)
  const held = heldFor(ports.ledger, begin, ports.held)
  let first = { at: 0, hash: '' }
  await loadContest(ports.ledger, contest, ports.sha256, (commit, stored) => {
    if (commit.number === 1) first = { at: commit.at, hash: commit.hash }
    evolve(state, readFacts(commit))
    held.add([stored])
  })
  ports.clock.atLeast(state.at)
  return { state, first, held }
}
