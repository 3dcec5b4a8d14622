/**
 * Makes one document: folds the contest from its lines and proves their chain on the way, asks what is lacking, and writes the paper in the
 * format that is asked for. A thread of `making-program.ts`; it reads no ledger from the disk and ends with its answer.
 */
import { on } from 'node:events'
import { flushCompileCache } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { genesis } from '@bang-diem/shared/ledger/commit.ts'
import { evolve } from '@bang-diem/shared/ledger/evolve.ts'
import { readFacts } from '@bang-diem/shared/ledger/read-commit.ts'
import { definitionOf, initialState, type State } from '@bang-diem/shared/ledger/state.ts'
import * as v from 'valibot'
import type { StoredCommit } from '../ledgers/ledger.ts'
import { BrokenChain, loadContest } from '../ledgers/verify.ts'
import { sha256 } from '../sha256.ts'
import { type AboutIds, documentsOf, idsOf } from './about.ts'
import { firstLacks } from './first-lacks.ts'
import { historySchema, type Made, type Order, workSchema } from './messages.ts'
import { isWithin, type PaperLimits } from './paper-size.ts'
import { kindCalled } from './registry.ts'
import { renderers } from './renderers.ts'

if (parentPort) {
  const told = on(parentPort, 'message')
  const { order, limits } = v.parse(workSchema, (await told.next()).value?.[0])
  const state = await folded(order, historyIn(told))
  state.public.definition = { ...definitionOf(state), papers: order.papers }
  const made = await make(order, state, limits)
  // The hub ends this program with its answer, and no exit of its own would keep what was compiled.
  flushCompileCache()
  parentPort.postMessage(made)
}

async function make(order: Order, state: State, limits: PaperLimits): Promise<Made> {
  const kind = kindCalled(order.kind)
  const document = kind && documentsOf(kind, definitionOf(state)).find(({ about }) => isAsked(order, idsOf(about)))
  if (!document) throw new Error(`there is no document ${order.kind} ${order.stage ?? ''} ${order.round ?? ''}`)
  const { language, printedAt, publicUrl, team, judge, number, links } = order
  const making = { state, language, printedAt, publicUrl, team, judge, number, links: new Map(Object.entries(links)) }
  const lacks = document.lacks(making)
  if (lacks.length > 0) return { come: 'lacking', lacks: firstLacks(lacks) }
  const paper = document.paper(making)
  if (paper.leaves.length === 0) return { come: 'empty' }
  if (!isWithin(paper, limits)) return { come: 'too-large' }
  const render = await renderers[order.format]()
  return { come: 'document', bytes: await render(paper) }
}

function isAsked({ stage, round }: Order, ids: AboutIds): boolean {
  return ids.stage === stage && ids.round === round
}

async function folded({ contest, head }: Order, history: AsyncIterable<readonly StoredCommit[]>): Promise<State> {
  const state = initialState(contest, genesis(contest, sha256))
  await loadContest({ read: () => history }, contest, sha256, (commit) => evolve(state, readFacts(commit)))
  if (state.head.hash !== head.hash) throw new BrokenChain(contest, { fault: 'changed', number: head.number })
  return state
}

async function* historyIn(told: AsyncIterable<readonly unknown[]>): AsyncGenerator<readonly StoredCommit[]> {
  for await (const [message] of told) {
    const commits = v.parse(historySchema, message)
    if (commits.length === 0) return
    yield commits
  }
}
