/** Contests that were played by an engine with a planted bug, and whether the untouched engine would have certified otherwise. */
import { isDeepStrictEqual } from 'node:util'
import { sha256 } from '@bang-diem/server/sha256.ts'
import { lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { decodeCommit, genesis } from '@bang-diem/shared/ledger/commit.ts'
import { evolve } from '@bang-diem/shared/ledger/evolve.ts'
import { readFacts } from '@bang-diem/shared/ledger/read-commit.ts'
import { definitionOf, initialState, type State } from '@bang-diem/shared/ledger/state.ts'
import { tableOf } from '@bang-diem/shared/rules/head.ts'
import * as v from 'valibot'
import { runQuietly } from '../../scripts/setup/child.mjs'
import { nodeFlags, pinnedNode } from '../../scripts/setup/pinned-node.mjs'
import { SourceCopy } from '../harness/source-copy.ts'
import type { Bug } from './bugs.ts'
import type { Played } from './play.ts'

const paths = [
  ...['package.json', 'shared', 'server/package.json', 'server/src/sha256.ts', 'test/package.json'],
  ...['test/definitions', 'test/oracle/dice.ts', 'test/verifier'],
]

const playedSchema = v.array(v.object({ seed: v.number(), lines: v.array(v.string()) }))

/** Plays so many contests, from a number on, in the copy with the bug. */
async function playedWith(copy: SourceCopy, bug: Bug, first: number, count: number): Promise<Played[]> {
  const putBack = copy.edit(bug.file, bug.from, bug.to)
  try {
    const program = copy.path('test', 'verifier', 'played-with.ts')
    const args = [...nodeFlags, program, bug.name, String(first), String(count)]
    const { code, printed } = await runQuietly(pinnedNode(), args)
    if (code !== 0) throw new Error(`${bug.name}: ${printed}`)
    return v.parse(playedSchema, JSON.parse(printed))
  } finally {
    putBack()
  }
}

/** So many times more contests are played where the bug has not shown yet. */
const MOST_BATCHES = 8

/** A contest that was played with a bug, and whether that made a certified table wrong. */
export type PlayedWrong = { readonly contest: Played; readonly isWrong: boolean }

/** A copy of the sources in which bugs can be planted, one after the other. */
export function copyForBugs(): SourceCopy {
  return new SourceCopy('verifier', paths, ['shared', 'server'])
}

/** So many contests at least, and more until one of them is wrong. */
export async function playedUntilWrong(
  copy: SourceCopy,
  bug: Bug,
  first: number,
  count: number,
): Promise<PlayedWrong[]> {
  const all: PlayedWrong[] = []
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const played = await playedWith(copy, bug, (all.at(-1)?.contest.seed ?? first - 1) + 1, count)
    all.push(...played.map((contest) => ({ contest, isWrong: isWrong(contest) })))
    if (all.some((each) => each.isWrong)) break
  }
  return all
}

/** True when a certified table of the ledger is not the one that the untouched engine makes of the same facts. */
function isWrong({ lines }: Played): boolean {
  const [first] = lines.flatMap((line) => decodeCommit(line) ?? [])
  const created = first && readFacts(first).facts[0]
  if (created?.type !== 'contest-created') throw new Error('a ledger begins with its contest')
  const { id } = created.definition
  const state = initialState(id, genesis(id, sha256))
  for (const line of lines) {
    const stored = decodeCommit(line)
    if (!stored) throw new Error('a line of a played ledger cannot be read')
    const commit = readFacts(stored)
    if (commit.facts.some((fact) => fact.type === 'stage-certified' && isOtherwise(state, fact))) return true
    evolve(state, commit)
  }
  return false
}

function isOtherwise(
  state: State,
  fact: { stage: string; rows: readonly unknown[]; awards?: readonly unknown[] | undefined },
): boolean {
  const stage = lookupsOf(definitionOf(state)).stages.get(fact.stage)
  if (!stage) throw new Error(`there is no stage ${fact.stage}`)
  const { rows, awards } = tableOf(state, stage)
  return !isDeepStrictEqual([rows, awards], [fact.rows, fact.awards ?? []])
}
