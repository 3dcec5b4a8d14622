/** Whatever definition is accepted while tables are certified, the tables stay what they are. */
import type { Definition } from '@bang-diem/shared/contest/definition.ts'
import { lookupsOf } from '@bang-diem/shared/contest/lookups.ts'
import { definitionOf, type State } from '@bang-diem/shared/ledger/state.ts'
import { decide } from '@bang-diem/shared/rules/decide.ts'
import { tableOf } from '@bang-diem/shared/rules/head.ts'
import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { changedLike } from './random-changes.ts'
import type { Move } from './random-choice.ts'
import { anyDefinition } from './random-contest.ts'
import { context, playAll } from './random-story.ts'

/** Other programs may be using the machine. */
vi.setConfig({ testTimeout: 120_000 })

/** People who nearly always know what they are doing, so that tables are certified. */
const anyMove: fc.Arbitrary<Move> = fc.record({
  kind: fc.oneof(
    { weight: 12, arbitrary: fc.constant('needed' as const) },
    { weight: 1, arbitrary: fc.constantFrom('fill' as const, 'afterthought' as const, 'anything' as const) },
  ),
  pick: fc.nat({ max: 9999 }),
  value: fc.nat({ max: 9999 }),
})
const anyTry = fc.record({
  definition: anyDefinition,
  moves: fc.array(anyMove, { minLength: 40, maxLength: 200, size: 'max' }),
  donor: anyDefinition.map(withMore),
  pick: fc.nat({ max: 99 }),
})

/** A donor has what arbitrary contests have not. */
function withMore(definition: Definition): Definition {
  const stages = definition.stages.map((stage) => ({
    ...stage,
    ownWeight: '2',
    rounding: [{ at: 'total' as const, decimals: 1, mode: 'truncate' as const }],
    rounds: stage.rounds.map((round) => ({ ...round, weight: '4', undertime: { points: '1' } })),
  }))
  return { ...definition, stages }
}
type Try = typeof anyTry extends fc.Arbitrary<infer Value> ? Value : never

/** Plays, changes, and calls `onAccepted` with what became of the definition; answers how many changes were accepted and refused. */
function tried({ definition, moves, donor, pick }: Try, onAccepted: (state: State, wanted: Definition) => void) {
  const { state } = playAll([definition, moves])
  const count = { accepted: 0, refused: 0 }
  if (state.certified.size === 0) return count
  for (const wanted of changedLike(definitionOf(state), donor, pick)) {
    const decision = decide(state, 'organiser', { id: 'x', type: 'redefine', definition: wanted }, context)
    count[decision.ok ? 'accepted' : 'refused'] += 1
    if (decision.ok) onAccepted(state, wanted)
  }
  return count
}

function tableUnder(state: State, definition: Definition, id: string) {
  const under: State = { ...state, public: { ...state.public, definition } }
  const stage = lookupsOf(definition).stages.get(id)
  if (!stage) throw new Error(`the certified stage ${id} has gone`)
  return tableOf(under, stage)
}

describe('certified tables', () => {
  test('R-43: made anew under a definition that was accepted, every certified table is the same', () =>
    fc.assert(
      fc.property(anyTry, (each) => {
        tried(each, (state, wanted) => {
          for (const [id, { rows }] of state.certified) {
            const now = tableUnder(state, wanted, id)
            expect(now.rows).toEqual(rows)
            expect(now.awards).toEqual(tableUnder(state, definitionOf(state), id).awards)
          }
        })
      }),
      { numRuns: 100 },
    ))

  test('R-43: the tries that prove this are many, and both accepted and refused', () => {
    const sum = { accepted: 0, refused: 0 }
    for (const each of fc.sample(anyTry, { numRuns: 60, seed: 5 })) {
      const { accepted, refused } = tried(each, () => undefined)
      sum.accepted += accepted
      sum.refused += refused
    }
    expect(sum.accepted).toBeGreaterThan(150)
    expect(sum.refused).toBeGreaterThan(150)
  })
})
