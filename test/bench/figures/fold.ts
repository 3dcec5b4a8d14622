/**
 * What a hub does with 100,000 commits when it starts: reading them from the disk, proving the chain, checking the facts, and folding
 * them into a state. Beside each, the bare parsing of the same lines.
 */

import { openEmbeddedLedger } from '@bang-diem/server/ledgers/embedded/embedded.ts'
import type { StoredCommit } from '@bang-diem/server/ledgers/ledger.ts'
import { limits } from '@bang-diem/server/limits.ts'
import { sha256 } from '@bang-diem/server/sha256.ts'
import { type Commit, checkNext, genesis } from '@bang-diem/shared/ledger/commit.ts'
import { evolve } from '@bang-diem/shared/ledger/evolve.ts'
import type { Fact } from '@bang-diem/shared/ledger/facts.ts'
import { readFacts } from '@bang-diem/shared/ledger/read-commit.ts'
import { initialState } from '@bang-diem/shared/ledger/state.ts'
import { dataFolder } from '../../harness/hub-process.ts'
import type { Figure, Measurement, Scope } from '../figure.ts'
import { longHistory } from '../history.ts'
import { median } from '../statistics.ts'

const contest = 'hoi-thi'
const commits = 100_000

export const fold: Measurement = { name: 'fold', measure }

/** Seconds of each step. */
interface Round {
  readonly reading: number
  readonly chain: number
  readonly facts: number
  readonly fold: number
  readonly parsing: number
}

async function measure(scope: Scope): Promise<readonly Figure[]> {
  const folder = await dataFolder()
  const ledger = await openEmbeddedLedger({ folder: folder.path, limits: limits.ledger })
  try {
    scope.note(`${commits.toLocaleString('en')} commits are being written`)
    let head = genesis(contest, sha256)
    for (const group of longHistory(contest, commits, limits.ledger.commitsPerAppend)) {
      await ledger.append(contest, head, group)
      head = group.at(-1) ?? head
    }
    const rounds: Round[] = []
    for (let time = 0; time <= scope.pairs; time++) {
      const begin = performance.now()
      const stored: StoredCommit[] = []
      for await (const chunk of ledger.read(contest, 0)) stored.push(...chunk)
      const reading = (performance.now() - begin) / 1000
      const round = { reading, ...stepsOver(stored) }
      if (time > 0) rounds.push(round)
    }
    return figuresOf(rounds)
  } finally {
    await ledger.close()
    await folder.remove()
  }
}

function stepsOver(stored: readonly StoredCommit[]): Omit<Round, 'reading'> {
  const parsing = timed(() => {
    for (const { line } of stored) JSON.parse(line)
  })
  const proven: Commit[] = []
  const chain = timed(() => {
    let head = genesis(contest, sha256)
    for (const { line } of stored) {
      const check = checkNext(head, line, sha256)
      if (!check.ok) throw new Error(`the chain broke: ${check.fault.fault}`)
      proven.push(check.commit)
      head = check.commit
    }
  })
  const known: Commit<Fact>[] = []
  const facts = timed(() => {
    for (const commit of proven) known.push(readFacts(commit))
  })
  const state = initialState(contest, genesis(contest, sha256))
  const folded = timed(() => {
    for (const commit of known) evolve(state, commit)
  })
  if (state.head.number !== commits) throw new Error(`folded ${state.head.number} commits of ${commits}`)
  return { chain, facts, fold: folded, parsing }
}

function timed(task: () => void): number {
  const begin = performance.now()
  task()
  return (performance.now() - begin) / 1000
}

function figuresOf(rounds: readonly Round[]): Figure[] {
  const figure = (key: keyof Round, name: string, says: string, aim: Figure['aim']): Figure => ({
    name,
    says: `${says} ${commits.toLocaleString('en')} commits, against the bare parsing of their lines`,
    value: median(rounds.map((round) => round[key])),
    unit: 's',
    ratio: median(rounds.map((round) => round[key] / round.parsing)),
    aim,
    hub: `${median(rounds.map((round) => round[key])).toFixed(2)} s`,
    baseline: `${median(rounds.map((round) => round.parsing)).toFixed(2)} s`,
  })
  return [
    figure('fold', 'fold', 'folding', { atMost: 0.5 }),
    figure('reading', 'fold-reading', 'reading from the disk', null),
    figure('chain', 'fold-chain', 'proving the chain of', null),
    figure('facts', 'fold-facts', 'checking the facts of', null),
  ]
}
