/** Ledgers for the rulebook of the verifier: one that is right, and ones whose facts say something else while their chain is whole. */
import { sha256 } from '@bang-diem/server/sha256.ts'
import { decodeCommit, genesis, seal, type Unsealed } from '@bang-diem/shared/ledger/commit.ts'
import type { Fact } from '@bang-diem/shared/ledger/facts.ts'
import { readFacts } from '@bang-diem/shared/ledger/read-commit.ts'
import type { Verified } from '@bang-diem/verifier/verified.ts'
import { verify } from '@bang-diem/verifier/verify.ts'
import { verdictText } from '@bang-diem/verifier/words/verdict.ts'
import { certify, play } from '../rules/acts.ts'
import { given, type Story } from '../rules/rulebook.ts'
import { created, oneRound } from '../rules/small-contest.ts'

/** Three teams with 18, 17 and 16 of 20 in one round, told and not yet certified; scores are told with their cues. */
export function played(): Story {
  const story = given(created(oneRound()))
  for (const [team, mark] of [
    ['a', '9'],
    ['b', '8.5'],
    ['c', '8'],
  ] as const) {
    play(story, team, mark).take(`chao-hoi/${team}/score`)
  }
  return story
}

/** The same, certified: A 18,00, B 17,00, C 16,00. */
export function finished(): Story {
  return certify(played())
}

/** The ledger that would be there if these commits had been written in place of each: all are numbered and sealed anew. */
export function resealed(
  lines: readonly string[],
  change: (commit: Unsealed<Fact>) => readonly Unsealed<Fact>[],
): string[] {
  const commits = lines.flatMap((line) => {
    const stored = decodeCommit(line)
    if (!stored) throw new Error('a line of the story cannot be read')
    const { hash: _, ...commit } = readFacts(stored)
    return change(commit)
  })
  let previous = genesis('hoi-thi', sha256).hash
  return commits.map((commit, index) => {
    const sealed = seal({ ...commit, number: index + 1, previous }, sha256)
    previous = sealed.commit.hash
    return sealed.line
  })
}

/** The same, with other facts in the commits that were written. */
export function forged(lines: readonly string[], change: (fact: Fact) => Fact): string[] {
  return resealed(lines, (commit) => [{ ...commit, facts: commit.facts.map(change) }])
}

export function verified(lines: readonly (string | null)[]): Verified {
  return verify(lines, sha256)
}

/** The verdict as a sentence. */
export function said(lines: readonly (string | null)[], language: 'vi' | 'en' = 'en'): string {
  return verdictText(verified(lines), language)
}

/** The number of the commit that holds a fact of this type, the first where there are several. */
export function commitOf(lines: readonly string[], type: Fact['type']): number {
  return 1 + lines.findIndex((line) => line.includes(`"type":"${type}"`))
}
