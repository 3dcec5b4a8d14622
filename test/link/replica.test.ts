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
  /** A snapshot of version `to`, or a delta that spans any two versions. */
  const message = (versions: number) =>
    fc.record({ whole: fc.boolean(), from: fc.nat(versions), to: fc.nat(versions) }).map(({ whole, from, to }) => {
      return whole || from === to ? { from: null, to } : { from: Math.min(from, to), to: Math.max(from, to) }
    })
  const story = fc
    .array(change, { minLength: 1, maxLength: 12 })
    .chain((changes) => fc.tuple(fc.constant(published(changes)), fc.array(message(changes.length), { maxLength: 60 })))

  test('O-2, O-3, O-4: in any order, doubled or with losses, it equals the view at its version or asks for a snapshot', () => {
    fc.assert(
      fc.property(story, ([views, messages]) => {
        const replica = new Replica()
        for (const { from, to } of messages) {
          if (from !== null) {
            const expected = outcomeOf({ from, to }, replica.version)
            expect(replica.takeDelta(between(views, { from, to }))).toBe(expected)
          } else replica.takeSnapshot(snapshot(to, Object.fromEntries(views[to] ?? [])))
          expect(replica.entries).toEqual(views[replica.version ?? 0])
        }
      }),
    )
  })
})

type View = ReadonlyMap<string, unknown>

/** The view at every version; a name both set and unset is unset. */
function published(changes: { set: Record<string, number>; unset: string[] }[]): View[] {
  const views: View[] = [new Map()]
  for (const [index, { set, unset }] of changes.entries()) {
    const view = new Map(views[index])
    for (const [key, value] of Object.entries(set)) view.set(key, value)
    for (const key of unset) view.delete(key)
    views.push(view)
  }
  return views
}

/** What turns one version into the other. */
function between(views: readonly View[], { from, to }: { from: number; to: number }): Delta {
  const after = views[to] ?? new Map()
  return delta(
    from,
    to,
    Object.fromEntries(after),
    [...(views[from] ?? [])].map(([key]) => key).filter((key) => !after.has(key)),
  )
}

function outcomeOf({ from, to }: { from: number; to: number }, version: number | null): DeltaOutcome {
  if (version === null) return 'resync'
  if (from === version) return 'applied'
  return to <= version ? 'ignored' : 'resync'
}
