/** What the hall was told stays as it was told, and what stands on its wall agrees: in every state that people can lead to. */
import { lookupsOf, lowerTotalWins } from '@bang-diem/shared/contest/lookups.ts'
import { announcedOf } from '@bang-diem/shared/ledger/announced.ts'
import type { FactType } from '@bang-diem/shared/ledger/facts.ts'
import type { Reveal, RowReveal, ScoreReveal } from '@bang-diem/shared/ledger/reveals.ts'
import { definitionOf, type OnAir, type State } from '@bang-diem/shared/ledger/state.ts'
import { hasLeft } from '@bang-diem/shared/ledger/withdrawals.ts'
import { missingOf, scoreOf } from '@bang-diem/shared/rules/scores.ts'
import { compare, type Exact, mul, parseDecimal, sum } from '@bang-diem/shared/scoring/exact.ts'
import { shown, totalRounding } from '@bang-diem/shared/scoring/rounding.ts'
import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { anyPlay, playAll } from './random-story.ts'

type Announced = ReadonlyMap<string, Reveal>

/** Other programs may be using the machine. */
vi.setConfig({ testTimeout: 120_000 })

/** Everything that stands announced, by the key that the hall knows it under. */
function wallOf(state: State): Announced {
  const { scores, rows } = announcedOf(state.public.onAir)
  const named =
    (kind: string) =>
    ([key, reveal]: readonly [string, Reveal]) =>
      [`${kind}/${key}`, reveal] as const
  return new Map([...[...scores].map(named('score')), ...[...rows].map(named('row'))])
}

/** A score without its rank: what is said of the team itself. */
function own(reveal: Reveal | undefined): string {
  return JSON.stringify(reveal?.kind === 'score' ? { ...reveal, rank: undefined } : reveal)
}

const keyOf = (reveal: Reveal) => {
  if (reveal.kind === 'award') return `award/${reveal.stage}/${reveal.award}`
  return `${reveal.kind}/${reveal.kind === 'score' ? reveal.round : reveal.stage}/${reveal.team}`
}

/** Calls back for each step of each play with the wall before and after it, and with the cue if one was just taken. */
function everyStep(check: (step: Step) => void, numRuns = 150) {
  return fc.assert(
    fc.property(anyPlay, (play) => {
      let before: Announced = new Map()
      playAll(play, ({ state }, facts) => {
        const after = wallOf(state)
        check({
          state,
          facts,
          before,
          after,
          taken: facts.includes('cue-taken') ? state.public.onAir.at(-1) : undefined,
        })
        before = after
      })
    }),
    { numRuns },
  )
}
interface Step {
  readonly state: State
  readonly facts: readonly FactType[]
  readonly before: Announced
  readonly after: Announced
  readonly taken: OnAir | undefined
}

describe('what was told', () => {
  test('U-13: it changes only by a cue that tells it anew, and rows end with the ceremony that takes their place', () =>
    everyStep(({ facts, before, after, taken }) => {
      if (facts.includes('cue-taken-back')) return
      const told = new Set((taken?.reveals ?? []).map(keyOf))
      const ends = taken?.scene.kind === 'ceremony' ? taken.scene.stage : undefined
      for (const key of new Set([...before.keys(), ...after.keys()])) {
        if (JSON.stringify(before.get(key)) === JSON.stringify(after.get(key)) || told.has(key)) continue
        expect([key, after.get(key)]).toEqual([`row/${ends}/${key.split('/')[2]}`, undefined])
      }
    }))

  test('U-14: a cue about one team tells nothing new of another one’s score', () =>
    everyStep(({ before, taken }) => {
      const scene = taken?.scene
      if (scene?.kind !== 'score' && scene?.kind !== 'ceremony') return
      for (const reveal of taken?.reveals ?? []) {
        if (reveal.kind === 'score' && reveal.team !== scene.team)
          expect(own(reveal)).toBe(own(before.get(keyOf(reveal))))
        if (reveal.kind === 'row' && reveal.certified) expect(reveal.team).toBe(scene.team)
      }
    }))

  test('U-6: a cue that is not held up tells nothing new of a score that something is missing of, or of who withdrew', () =>
    everyStep(({ state, before, taken }) => {
      for (const reveal of taken?.reveals ?? []) {
        if (reveal.kind !== 'score' || own(reveal) === own(before.get(keyOf(reveal)))) continue
        expect(missingOf(state, reveal.round, reveal.team)).toBeUndefined()
        const stage = lookupsOf(definitionOf(state)).stageOfRound.get(reveal.round)?.id ?? ''
        expect(hasLeft(state, stage, reveal.team)).toBe(false)
      }
    }))
})

describe('what stands on the wall', () => {
  test('U-16: rows contain the scores that stand beside them, and their totals are those of the scores as they were told', () => {
    const exact = new WeakMap<OnAir, Map<string, Exact | null>>()
    return everyStep(({ state, before, after, taken }) => {
      if (taken) exact.set(taken, newlyTold(state, before, taken))
      const told = new Map(state.public.onAir.flatMap((each) => [...(exact.get(each) ?? [])]))
      for (const row of rowsOf(after)) {
        if (!isByPoints(state, row.stage)) continue
        for (const [round, score] of Object.entries(row.rounds)) {
          const beside = after.get(`score/${round}/${row.team}`)
          if (beside?.kind === 'score') expect(score).toBe(beside.score)
          else expect(row.certified).toBe(true)
        }
        if (row.certified || row.rank === null) continue
        // What is carried over is what stood there when the row was told, and the wall may know more by now.
        const isFresh = taken?.reveals.some((reveal) => own(reveal) === own(row)) === true
        if (isFresh || !carriesOver(state, row.stage)) expect(row.total).toBe(totalOf(state, row, told, before))
      }
    })
  })

  test('U-16: standings come to cover another round by their own cue alone, or with each score where they are live', () =>
    everyStep(({ state, before, after, taken }) => {
      for (const { id, reveal } of definitionOf(state).stages) {
        const covered = (wall: Announced) => {
          const rows = rowsOf(wall).filter((row) => row.stage === id && !row.certified)
          return new Set(rows.flatMap((row) => Object.keys(row.rounds)))
        }
        const known = covered(before)
        const fresh = [...covered(after)].filter((round) => !known.has(round))
        if (fresh.length > 0 && taken && reveal !== 'live') expect(taken.scene.kind).toBe('standings')
      }
    }))

  test('U-16: of what is ranked together the higher stands before the lower, and rows of one stage are of one kind', () =>
    everyStep(({ state, after }) => {
      for (const stage of definitionOf(state).stages) {
        const { id, rounds } = stage
        const rows = rowsOf(after).filter(({ stage }) => stage === id)
        expect(new Set(rows.map(({ certified }) => certified)).size).toBeLessThanOrEqual(1)
        for (const category of new Set(rows.map((row) => row.category))) {
          const own = rows.filter((row) => row.category === category)
          expectInOrder(
            own.map(({ rank, total }) => ({ rank, points: total })),
            lowerTotalWins(stage),
          )
        }
        for (const round of isByPoints(state, id) && stage.separately === undefined ? rounds : []) {
          const scores = [...after.values()].filter(
            (each): each is ScoreReveal => each.kind === 'score' && each.round === round.id,
          )
          expectInOrder(scores.map(({ rank, score }) => ({ rank: rank ?? null, points: score })))
        }
      }
    }))
})

/** Where places come from ranks a row tells what each round gives, and no score. */
function isByPoints(state: State, stage: string): boolean {
  return definitionOf(state).stages.some(({ id, placing }) => id === stage && placing.method === 'total')
}

function carriesOver(state: State, stage: string): boolean {
  return definitionOf(state).stages.some(({ id, carryOver }) => id === stage && carryOver.length > 0)
}

function rowsOf(wall: Announced): RowReveal[] {
  return [...wall.values()].filter((each) => each.kind === 'row')
}

/** The exact scores behind what a cue has told anew, as they were at that moment. */
function newlyTold(state: State, before: Announced, taken: OnAir): Map<string, Exact | null> {
  const fresh = taken.reveals.filter(
    (reveal) => reveal.kind === 'score' && own(reveal) !== own(before.get(keyOf(reveal))),
  )
  return new Map(
    fresh.map((reveal) => [
      keyOf(reveal),
      reveal.kind === 'score' ? (scoreOf(state, reveal.round, reveal.team)?.score ?? null) : null,
    ]),
  )
}

/** The total over the rounds that the row names, with what certified rows on the wall bring along. */
function totalOf(
  state: State,
  { stage, team, rounds }: RowReveal,
  told: ReadonlyMap<string, Exact | null>,
  wall: Announced,
): string {
  const rules = definitionOf(state).stages.find(({ id }) => id === stage)
  if (!rules) throw new Error(`there is no stage ${stage}`)
  const weighted = rules.rounds.flatMap(({ id, weight }) => {
    const score = Object.hasOwn(rounds, id) ? told.get(`score/${id}/${team}`) : undefined
    return score ? [mul(score, parseDecimal(weight))] : []
  })
  const carried = rules.carryOver.flatMap(({ stage: earlier, weight }) => {
    const row = rowsOf(wall).find((each) => each.certified && each.stage === earlier && each.team === team)
    return row?.total == null ? [] : [mul(parseDecimal(row.total), parseDecimal(weight))]
  })
  return shown(sum([...weighted, ...carried]), totalRounding(rules.rounding))
}

function expectInOrder(
  ranked: readonly { readonly rank: number | null; readonly points: string | null }[],
  lowerFirst = false,
): void {
  const placed = ranked.flatMap(({ rank, points }) =>
    rank === null ? [] : [{ rank, points: parseDecimal(points ?? '') }],
  )
  for (const one of placed) {
    for (const other of placed) {
      const better = lowerFirst ? compare(other.points, one.points) : compare(one.points, other.points)
      if (better > 0) expect(one.rank).toBeLessThan(other.rank)
    }
  }
}
