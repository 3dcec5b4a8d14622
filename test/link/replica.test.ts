/** The page's copy of the view: it equals the hub's view at its version, or asks for a snapshot. */
import { type DeltaOutcome, Replica } from '@bang-diem/shared/link/replica.ts'
import type { Delta, Snapshot } from '@bang-diem/shared/protocol/down.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const snapshot = (version: number, entries: Record<string, unknown>): Snapshot => ({
  version,
  at: 0,
  entries,
  hubs: [],
})
const delta = (from: number, to: number, set: Record<string, unknown> = {}, unset: string[] = []): Delta => ({
  from,
  to,
  set,
  unset,
})

describe('the replica', () => {
  test('O-2: a snapshot replaces everything, also one with a lower version', () => {
    const replica = new Replica()
    replica.takeSnapshot(snapshot(9, { scene: 'a', timer: 1 }))
    replica.takeSnapshot(snapshot(2, { scene: 'b' }))
    expect(replica.version).toBe(2)
    expect([...replica.entries]).toEqual([['scene', 'b']])
  })

  test('O-3: a delta from where the copy stands is applied whole', () => {
    const replica = new Replica()
    replica.takeSnapshot(snapshot(3, { scene: 'a', timer: 1 }))
    expect(replica.takeDelta(delta(3, 4, { scene: 'b' }, ['timer']))).toBe('applied')
    expect(replica.version).toBe(4)
    expect([...replica.entries]).toEqual([['scene', 'b']])
  })

  test('O-3: a delta that ends at or before it is ignored', () => {
    const replica = new Replica()
    replica.takeSnapshot(snapshot(3, { scene: 'a' }))
    expect(replica.takeDelta(delta(2, 3, { scene: 'x' }))).toBe('ignored')
    expect(replica.entries.get('scene')).toBe('a')
  })

  test('O-4: a gap, and a delta before the first snapshot, ask for a snapshot and change nothing', () => {
    const replica = new Replica()
    expect(replica.takeDelta(delta(0, 1, { scene: 'x' }))).toBe('resync')
    replica.takeSnapshot(snapshot(3, { scene: 'a' }))
    expect(replica.takeDelta(delta(4, 5, { scene: 'x' }))).toBe('resync')
    expect([...replica.entries]).toEqual([['scene', 'a']])
  })

  test('O-5: entries that did not change keep their identity, and the map of before is never modified', () => {
    const replica = new Replica()
    replica.takeSnapshot(snapshot(0, { scene: { kind: 'title' }, timer: { elapsedMs: 1 } }))
    const before = replica.entries
    const scene = before.get('scene')
    replica.takeDelta(delta(0, 1, { timer: { elapsedMs: 2 } }))
    expect(replica.entries.get('scene')).toBe(scene)
    expect(before.get('timer')).toEqual({ elapsedMs: 1 })
  })

  const change = fc.record({
    set: fc.dictionary(fc.constantFrom('scene', 'timer', 'row/a', 'row/b'), fc.nat(9)),
    unset: fc.subarray(['scene', 'timer', 'row/a', 'row/b']),
  })

  test('O-2, O-3, O-4: in any order, doubled or with losses, it equals the view at its version or asks for a snapshot', () => {
    const story = fc.array(change, { minLength: 1, maxLength: 12 }).chain((changes) =>
      fc.record({
        changes: fc.constant(changes),
        picks: fc.array(fc.record({ whole: fc.boolean(), at: fc.nat(changes.length) }), { maxLength: 60 }),
      }),
    )
    fc.assert(
      fc.property(story, ({ changes, picks }) => {
        const { views, deltas } = published(changes)
        const replica = new Replica()
        for (const { whole, at } of picks) {
          const next = deltas[at]
          const expected = next === undefined ? undefined : outcomeOf(next, replica.version)
          if (whole || next === undefined) replica.takeSnapshot(snapshot(at, Object.fromEntries(views[at] ?? [])))
          else expect(replica.takeDelta(next)).toBe(expected)
          expect(replica.entries).toEqual(views[replica.version ?? 0])
        }
      }),
    )
  })
})

/** The view at every version, and the deltas between them; a name both set and unset is unset. */
function published(changes: { set: Record<string, number>; unset: string[] }[]) {
  const views: ReadonlyMap<string, unknown>[] = [new Map()]
  const deltas: Delta[] = []
  for (const [index, { set, unset }] of changes.entries()) {
    const view = new Map(views[index])
    for (const [key, value] of Object.entries(set)) view.set(key, value)
    for (const key of unset) view.delete(key)
    views.push(view)
    deltas.push(delta(index, index + 1, set, unset))
  }
  return { views, deltas }
}

function outcomeOf({ from, to }: Delta, version: number | null): DeltaOutcome {
  if (version === null) return 'resync'
  if (from === version) return 'applied'
  return to <= version ? 'ignored' : 'resync'
}
