/** A long history for the fold: one contest in which every judge has marked every team, sealed as the hub seals it. */

import type { StoredCommit } from '@bang-diem/server/ledgers/ledger.ts'
import { sha256 } from '@bang-diem/server/sha256.ts'
import { storedOf } from '@bang-diem/server/stored.ts'
import { parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import { genesis, seal } from '@bang-diem/shared/ledger/commit.ts'
import { evolve } from '@bang-diem/shared/ledger/evolve.ts'
import type { FactBody } from '@bang-diem/shared/ledger/facts.ts'
import { digestOf, saltFacts } from '@bang-diem/shared/ledger/salts.ts'
import { initialState, type State } from '@bang-diem/shared/ledger/state.ts'
import { createContest } from '@bang-diem/shared/rules/hub-acts.ts'
import { benchDefinition, performancesOf } from './contests.ts'
import { sheetOf } from './sheets.ts'

const judges = 1000

/** `commits` commits in groups of `perGroup`: the creation, then team by team its performance and a sheet of every judge. */
export function* longHistory(contest: string, commits: number, perGroup: number): Generator<StoredCommit[]> {
  const state = initialState(contest, genesis(contest, sha256))
  let group: StoredCommit[] = []
  for (const [by, facts] of story(contest, commits)) {
    group.push(next(state, by, facts))
    if (group.length < perGroup) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}

/** Who says what, one commit each. */
function* story(contest: string, commits: number): Generator<[by: string, facts: readonly FactBody[]]> {
  const size = { id: contest, judges, teams: Math.ceil(commits / judges), rounds: 1 }
  const parsed = parseDefinition(benchDefinition(size))
  if (!parsed.ok) throw new Error('the definition for the benchmark is not valid')
  const { definition } = parsed
  let left = commits - 1
  yield ['hub', createContest(definition, [], sha256)]
  for (const [index, place] of performancesOf(size).entries()) {
    if (left-- <= 0) return
    const { round, team } = sheetOf(0, place)
    const scene = { kind: 'performance' as const, round, team, place: index + 1, of: definition.teams.length }
    yield ['mc', [{ type: 'cue-taken', cue: `${round}/${team}/perform`, scene, reveals: [] }]]
    for (const [seat, { id: judge }] of definition.judges.entries()) {
      const { marks } = sheetOf(seat, place)
      if (left-- <= 0) return
      yield [`judge:${judge}`, [{ type: 'sheet-submitted', round, team, judge, run: 0, revision: 0, marks }]]
    }
  }
}

function next(state: State, by: string, bodies: readonly FactBody[]): StoredCommit {
  const number = state.head.number + 1
  const commandId = `b-${number}`
  const facts = saltFacts(bodies, sha256(commandId), digestOf({ commandId }, sha256), sha256)
  const sealed = seal({ number, at: number, by, commandId, facts, previous: state.head.hash }, sha256)
  evolve(state, sealed.commit)
  return storedOf(sealed)
}
