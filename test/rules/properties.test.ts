/** What holds in every state that any sequence of commands can lead to. */
import { sha256 } from '@bang-diem/server/sha256.ts'
import { decodeCommit, genesis } from '@bang-diem/shared/ledger/commit.ts'
import { evolve } from '@bang-diem/shared/ledger/evolve.ts'
import type { Fact, FactType } from '@bang-diem/shared/ledger/facts.ts'
import { readFacts } from '@bang-diem/shared/ledger/read-commit.ts'
import { definitionOf, initialState } from '@bang-diem/shared/ledger/state.ts'
import { Replica } from '@bang-diem/shared/link/replica.ts'
import { commandSchema } from '@bang-diem/shared/rules/commands.ts'
import { decide } from '@bang-diem/shared/rules/decide.ts'
import { nextOf } from '@bang-diem/shared/rules/next.ts'
import { rundownOf } from '@bang-diem/shared/rules/rundown.ts'
import { onAirOf } from '@bang-diem/shared/rules/show.ts'
import { onlySheetTouched, viewFor } from '@bang-diem/shared/views/audiences.ts'
import { hallView } from '@bang-diem/shared/views/hall.ts'
import { deskStandings } from '@bang-diem/shared/views/standings.ts'
import type { Audience, View } from '@bang-diem/shared/views/view.ts'
import * as fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test, vi } from 'vitest'
import { publishing } from './publishing.ts'
import { askedIn } from './random-play.ts'
import { anyPlay, context, playAll } from './random-story.ts'

const audiences: readonly Audience[] = ['hall', 'mc', 'desk', 'judge:gk1', 'head:gk1']

const written = (view: View) => JSON.stringify([...view].sort(([a], [b]) => (a < b ? -1 : 1)))

/** Other programs may be using the machine. */
vi.setConfig({ testTimeout: 60_000 })

describe('the rules', () => {
  test('R-30: decide answers every valid command in every reachable state, never throws, and changes nothing', () =>
    fc.assert(
      fc.property(anyPlay, (play) => {
        const story = playAll(play, undefined, ({ state }, move) => {
          if (move.value % 8 > 0) return
          const before = structuredClone(state)
          const [seat, body] = askedIn(state, move)
          decide(state, seat, v.parse(commandSchema, { id: 'x', ...body }), context)
          expect(state).toEqual(before)
        })
        expect(story.state.head.number).toBe(story.lines.length)
      }),
      { numRuns: 150 },
    ))

  test('R-31: trap 7: the stored history, folded again, is the state; its views are the same', () =>
    fc.assert(
      fc.property(anyPlay, (play) => {
        const story = playAll(play)
        const again = initialState('hoi-thi', genesis('hoi-thi', sha256))
        for (const line of story.lines) {
          const commit = decodeCommit(line)
          if (commit) evolve(again, readFacts(commit))
        }
        expect(again).toEqual(story.state)
        for (const audience of audiences) {
          expect(written(viewFor(again, audience))).toBe(written(viewFor(story.state, audience)))
        }
      }),
      { numRuns: 50 },
    ))

  test('R-30: the plays that prove this reach every kind of scene and nearly every fact', () => {
    const scenes = new Set<string>()
    const facts = new Set<FactType>()
    for (const play of fc.sample(anyPlay, { numRuns: 250, seed: 11 })) {
      playAll(play, ({ state }, types) => {
        for (const { scene } of state.public.onAir.slice(-1)) scenes.add(scene.kind)
        for (const type of types) facts.add(type)
      })
    }
    const kinds =
      'award ceremony line-up performance progress qualifiers round-standings score session standings team title'
    expect([...scenes].sort().join(' ')).toBe(kinds)
    expect(facts.size).toBeGreaterThanOrEqual(34)
  })

  test('U-2: cue ids are unique, and what is offered without a block is accepted', () =>
    fc.assert(
      fc.property(anyPlay, (play) => {
        playAll(play, ({ state }) => {
          const ids = rundownOf(state).map(({ id }) => id)
          expect(new Set(ids).size).toBe(ids.length)
          const { next, skipTo, pending } = nextOf(state)
          for (const offer of [next, skipTo, ...pending]) {
            if (!offer || offer.cue.step === 'certify') continue
            const take = { id: 'x', type: 'take', cue: offer.cue.id, onAir: onAirOf(state) } as const
            const decision = decide(state, 'mc', take, context)
            expect(decision.ok ? null : decision.refusal).toEqual(offer.block)
          }
        })
      }),
      { numRuns: 50 },
    ))
})

/** Facts that may change what the hall sees: scenes, the stopwatch, names, and how many sheets are in. */
const show: ReadonlySet<FactType> = new Set<FactType>([
  'cue-taken',
  'cue-taken-back',
  'scene-shown',
  'timer-started',
  'timer-paused',
  'timer-reset',
  'contest-redefined',
])
const counts: ReadonlySet<FactType> = new Set<FactType>([
  'sheet-submitted',
  'sheet-entered',
  'sheet-reopened',
  'judge-excused',
  'judge-recused',
  'excuse-withdrawn',
  'judge-left',
  'judge-returned',
])

test('S-42 R-14: the standings of a certified stage are its certified table, whatever happened since', async () => {
  let compared = 0
  await fc.assert(
    fc.property(anyPlay, (play) => {
      playAll(play, ({ state }) => {
        for (const [id, { rows }] of state.certified) {
          const stage = definitionOf(state).stages.find((each) => each.id === id)
          const inPlace = rows.filter(({ left }) => left === undefined)
          const live = stage ? deskStandings(state, stage).map(({ team, rank, total }) => ({ team, rank, total })) : []
          expect(live).toMatchObject(inPlace.map(({ team, rank, total }) => ({ team, rank, total })))
          compared += 1
        }
      })
    }),
    { numRuns: 100 },
  )
  expect(compared).toBeGreaterThan(0)
})

describe('views', () => {
  test('V-8: the hall changes by scenes, the stopwatch and names; by sheets only in its progress; by nothing else', () =>
    fc.assert(
      fc.property(anyPlay, (play) => {
        let before: View = new Map()
        playAll(play, ({ state }, facts) => {
          const now = hallView(state.public)
          const changed = [...new Set([...before.keys(), ...now.keys()])].filter(
            (key) => JSON.stringify(before.get(key)) !== JSON.stringify(now.get(key)),
          )
          if (before.size > 0 && !facts.some((type) => show.has(type))) {
            // The stopwatch of a team that leaves stops.
            const mayChange = [
              ...(facts.includes('team-withdrawn') ? ['timer'] : []),
              ...(facts.some((type) => counts.has(type)) ? ['progress'] : []),
            ]
            expect(changed.filter((key) => !mayChange.includes(key))).toEqual([])
          }
          before = now
        })
      }),
      { numRuns: 50 },
    ))

  test('V-8: the hall’s view is made from public state alone, which holds no mark', () =>
    fc.assert(
      fc.property(anyPlay, (play) => {
        const { state } = playAll(play)
        expect(written(hallView(structuredClone(state.public)))).toBe(written(viewFor(state, 'hall')))
        expect(Object.keys(state.public).sort()).toEqual(['definition', 'onAir', 'progress', 'timer'])
        expect(JSON.stringify(state.public.onAir)).not.toMatch(/"marks"|"judge"/)
      }),
      { numRuns: 50 },
    ))

  test('V-9: a view depends on the state alone: a copy gives the same bytes', () =>
    fc.assert(
      fc.property(anyPlay, (play) => {
        const { state } = playAll(play)
        for (const audience of audiences) {
          expect(written(viewFor(structuredClone(state), audience))).toBe(written(viewFor(state, audience)))
        }
      }),
      { numRuns: 50 },
    ))

  test('V-11: a fact that is said to concern one judge changes no other judge’s view', () =>
    fc.assert(
      fc.property(anyPlay, (play) => {
        const judges = play[0].judges.filter(({ head }) => !head).map(({ id }) => id)
        const before = new Map<string, string>()
        playAll(play, ({ state, lines }) => {
          const touched = factsOf(lines.at(-1)).map((fact) => onlySheetTouched(fact)?.judge)
          for (const judge of judges) {
            const now = written(viewFor(state, `judge:${judge}`))
            const spared = touched.every((each) => each !== undefined && each !== judge)
            if (spared && before.has(judge)) expect(now).toBe(before.get(judge))
            before.set(judge, now)
          }
        })
      }),
      { numRuns: 50 },
    ))

  test('V-10: snapshot and deltas add up to the view, byte for byte, for everybody; a version grows only with a change', () =>
    fc.assert(
      fc.property(anyPlay, fc.constantFrom(...audiences), fc.nat(5), (play, audience, silence) => {
        const replica = new Replica()
        let published: ReturnType<typeof publishing> | undefined
        playAll(play, ({ state, lines }) => {
          published ??= publishing(state, audience, replica)
          const facts = factsOf(lines.at(-1))
          // Now and then several commits are published together.
          const version = published.take(facts, lines.length % (silence + 1) === 0)
          if (version === undefined) return
          expect(written(new Map(replica.entries))).toBe(written(viewFor(state, audience)))
          expect(replica.version).toBe(version)
        })
      }),
      { numRuns: 200 },
    ))
})

function factsOf(line: string | undefined): readonly Fact[] {
  const commit = decodeCommit(line ?? '')
  return commit ? readFacts(commit).facts : []
}
