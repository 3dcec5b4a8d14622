/** The tentative state and the maps and sets that it is made of: what they say, what they leave alone, and in which order. */
import { MapOver } from '@bang-diem/server/map-over.ts'
import { MapsOver } from '@bang-diem/server/maps-over.ts'
import { SetOver } from '@bang-diem/server/set-over.ts'
import { sha256 } from '@bang-diem/server/sha256.ts'
import { tentativeOver } from '@bang-diem/server/tentative.ts'
import { decodeCommit, genesis } from '@bang-diem/shared/ledger/commit.ts'
import { evolve } from '@bang-diem/shared/ledger/evolve.ts'
import { put } from '@bang-diem/shared/ledger/grouped.ts'
import type { RoundTeam } from '@bang-diem/shared/ledger/keys.ts'
import { readFacts } from '@bang-diem/shared/ledger/read-commit.ts'
import { initialState, type State } from '@bang-diem/shared/ledger/state.ts'
import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { anyPlay, playAll } from '../rules/random-story.ts'

/** Other programs may be using the machine. */
vi.setConfig({ testTimeout: 60_000 })

type Change = { readonly key: number; readonly value: number; readonly is: 'set' | 'deleted' }

const key = fc.nat(9)
const anyChanges = fc.array(
  fc.record({
    key,
    value: fc.nat(),
    is: fc.oneof({ weight: 4, arbitrary: fc.constant('set' as const) }, fc.constant('deleted' as const)),
  }),
)

function change(map: Map<number, number>, changes: readonly Change[]): void {
  for (const each of changes) {
    if (each.is === 'set') map.set(each.key, each.value)
    else map.delete(each.key)
  }
}

/** All that a map says of itself, in order. */
function saidBy(map: Map<number, number>) {
  const each: [number, number][] = []
  map.forEach((value, at) => {
    each.push([at, value])
  })
  const asked = Array.from({ length: 10 }, (_, at) => [map.has(at), map.get(at)])
  return { entries: [...map], keys: [...map.keys()], values: [...map.values()], size: map.size, each, asked }
}

function saidBySet(set: Set<number>) {
  const each: number[] = []
  set.forEach((member) => {
    each.push(member)
  })
  const asked = Array.from({ length: 10 }, (_, at) => set.has(at))
  return { members: [...set], keys: [...set.keys()], entries: [...set.entries()], size: set.size, each, asked }
}

test('R-33: a map over another is what the other would be with the same changes, and leaves the other alone', () =>
  fc.assert(
    fc.property(anyChanges, anyChanges, (before, changes) => {
      const below = new Map<number, number>()
      change(below, before)
      const copy = new Map(below)
      const over = new MapOver(below)
      change(over, changes)
      const untouched = [...below]
      change(copy, changes)
      expect(saidBy(over)).toEqual(saidBy(copy))
      expect([...below]).toEqual(untouched)
      over.clear()
      expect(saidBy(over)).toEqual(saidBy(new Map()))
    }),
  ))

test('R-33: a map over another stays right while the other catches up with it', () =>
  fc.assert(
    fc.property(anyChanges, anyChanges, fc.nat(), (before, changes, upTo) => {
      const below = new Map<number, number>()
      change(below, before)
      const over = new MapOver(below)
      change(over, changes)
      const whole = saidBy(over)
      change(below, changes.slice(0, upTo % (changes.length + 1)))
      expect(saidBy(over)).toEqual(whole)
    }),
  ))

/** Values by team and judge, and whether one of them is changed by whoever looks through. */
const anyPlaces = fc.array(fc.record({ team: fc.nat(2), judge: fc.nat(2), value: fc.nat() }))
type Places = Map<RoundTeam, Map<string, number>>

function putAll(
  values: Places,
  places: readonly { readonly team: number; readonly judge: number; readonly value: number }[],
) {
  for (const { team, judge, value } of places) put(values, `r/${team}`, String(judge), value)
}

test('R-33: maps over others are what the others would be with the same changes, which they leave alone', () =>
  fc.assert(
    fc.property(anyPlaces, anyPlaces, fc.nat(2), (before, changes, team) => {
      const [below, copy]: Places[] = [new Map(), new Map()]
      if (!below || !copy) throw new Error('two were made')
      putAll(below, before)
      putAll(copy, before)
      const untouched = structuredClone(below)
      const over: Places = new MapsOver(below)
      for (const values of [over, copy]) {
        putAll(values, changes)
        values.get(`r/${team}`)?.delete('1')
      }
      const said = (values: Places) => [...values].map(([at, own]) => [at, [...own]])
      expect(said(over)).toEqual(said(copy))
      expect(below).toEqual(untouched)
      putAll(below, changes)
      expect(said(over)).toEqual(said(copy))
    }),
  ))

test('R-33: a set over another is what the other would be with the same changes, and leaves the other alone', () =>
  fc.assert(
    fc.property(fc.uniqueArray(key), anyChanges, (before, changes) => {
      const below = new Set(before)
      const copy = new Set(before)
      const over = new SetOver(below)
      for (const set of [over, copy]) {
        for (const { key: member, is } of changes) {
          if (is === 'set') set.add(member)
          else set.delete(member)
        }
      }
      expect(saidBySet(over)).toEqual(saidBySet(copy))
      expect([...below]).toEqual(before)
      over.clear()
      expect(saidBySet(over)).toEqual(saidBySet(new Set()))
    }),
  ))

test('R-33: the tentative state is what the durable one becomes, which it leaves as it is', () =>
  fc.assert(
    fc.property(anyPlay, fc.nat(), fc.nat(), (play, some, more) => {
      const { lines, state: whole } = playAll(play)
      const fold = (state: State, from: number, to: number) => {
        for (const line of lines.slice(from, to)) {
          const commit = decodeCommit(line)
          if (commit) evolve(state, readFacts(commit))
        }
      }
      const durable = initialState('hoi-thi', genesis('hoi-thi', sha256))
      const written = some % (lines.length + 1)
      fold(durable, 0, written)
      const before = structuredClone(durable)
      const tentative = tentativeOver(durable)
      fold(tentative, written, lines.length)
      expect(plain(tentative)).toEqual(plain(whole))
      expect(durable).toEqual(before)
      fold(durable, written, written + (more % (lines.length - written + 1)))
      expect(plain(tentative)).toEqual(plain(whole))
    }),
    { numRuns: 50 },
  ))

/** A state with its maps and sets as lists, in their order, and so the maps in them. */
function plain(state: State): unknown {
  const listed = (value: unknown): unknown => {
    if (value instanceof Map) return [...value].map(([at, each]) => [at, listed(each)])
    return value instanceof Set ? [...value] : value
  }
  const { public: shown, ...rest } = state
  const listsOf = (part: object) =>
    Object.fromEntries(Object.entries(part).map(([name, value]) => [name, listed(value)]))
  return { ...listsOf(rest), public: listsOf(shown) }
}
