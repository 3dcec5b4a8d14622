/** What the medium holds at the end, read from its lines alone. */
import { sha256 } from '@bang-diem/server/sha256.ts'
import { type Commit, checkNext, genesis } from '@bang-diem/shared/ledger/commit.ts'
import type { World } from '../world.ts'

/** Up to the first line that does not continue the chain; that it is found is said by the truth. */
export function linesOf({ medium, definition }: World): readonly Commit[] {
  const commits: Commit[] = []
  let head = genesis(definition.id, sha256)
  for (const { line } of medium.lines(definition.id)) {
    const check = checkNext(head, line, sha256)
    if (!check.ok) break
    commits.push(check.commit)
    head = { number: check.commit.number, hash: check.commit.hash }
  }
  return commits
}
