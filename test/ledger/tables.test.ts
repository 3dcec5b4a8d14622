/** The tables in Redis, read as an outside program reads them: another client, `docs/redis.md`, and nothing of the hub's code. */
import { readFileSync } from 'node:fs'
import type { Outcome } from '@bang-diem/server/committer-ports.ts'
import { openRedisLedger } from '@bang-diem/server/ledgers/redis/open.ts'
import { limits } from '@bang-diem/server/limits.ts'
import type { Room } from '@bang-diem/server/room.ts'
import type { Stage } from '@bang-diem/shared/contest/definition.ts'
import { lowerTotalWins } from '@bang-diem/shared/contest/lookups.ts'
import { announcedOf } from '@bang-diem/shared/ledger/announced.ts'
import { definitionOf, type State } from '@bang-diem/shared/ledger/state.ts'
import { shownScore } from '@bang-diem/shared/rules/announcements.ts'
import { competingIn } from '@bang-diem/shared/rules/entrants.ts'
import { scoreOf } from '@bang-diem/shared/rules/scores.ts'
import { currentStandings, publicStandings, type StandingsRow } from '@bang-diem/shared/views/standings.ts'
import * as fc from 'fast-check'
import { createClient } from 'redis'
import { describe, expect, onTestFinished, test } from 'vitest'
import { hubOn, roomOn, tell } from '../hub/hub-on.ts'
import type { Move } from '../rules/random-choice.ts'
import { askedIn } from '../rules/random-play.ts'
import { anyPlay } from '../rules/random-story.ts'
import { ledgerAt, redisFor } from './redis-fixture.ts'

type Reader = Awaited<ReturnType<typeof readerAt>>

async function readerAt(url: string) {
  const reader = createClient({ url })
  reader.on('error', () => undefined)
  await reader.connect()
  onTestFinished(() => reader.destroy())
  return reader
}

function ask(room: Room, move: Move, id: string): Promise<Outcome> {
  return tell(room, ...askedIn(room.state, move), id)
}

/** What stands in Redis of one stage, public or not. */
async function stageIn(reader: Reader, contest: string, prefix: '' | 'public:', stage: string) {
  const key = (name: string) => `bang-diem:{${contest}}:${prefix}${name}:${stage}`
  const ranking = await reader.zRangeWithScores(key('standings'), 0, -1)
  const rows = await reader.hGetAll(key('rows'))
  return {
    ranking: Object.fromEntries(ranking.map(({ value, score }) => [value, score])),
    rows: Object.fromEntries(Object.entries(rows).map(([team, text]) => [team, JSON.parse(text)])),
  }
}

/** The same as the hub would answer it. */
function told(rows: readonly StandingsRow[], stage: Stage) {
  const ranked = rows.filter(({ total }) => total !== null)
  const sign = lowerTotalWins(stage) ? -1 : 1
  return {
    ranking: Object.fromEntries(ranked.map(({ team, total }) => [team, sign * Number(String(total).replace('.', ''))])),
    rows: Object.fromEntries(rows.map((row) => [row.team, row])),
  }
}

/** The score table: what each team has in each round, whatever its stage makes of it. */
function scoresIn(state: State, stage: Stage): [string, unknown][] {
  return stage.rounds.flatMap(({ id }) =>
    competingIn(state, stage).flatMap((team) => {
      const cell = shownScore(scoreOf(state, id, team))
      return cell.score === null ? [] : [[`${id}/${team}`, cell] as [string, unknown]]
    }),
  )
}

async function expectSame(reader: Reader, { contest, state }: Room): Promise<void> {
  const { stages } = definitionOf(state)
  for (const stage of stages) {
    expect(await stageIn(reader, contest, '', stage.id)).toEqual(told(currentStandings(state, stage), stage))
    expect(await stageIn(reader, contest, 'public:', stage.id)).toEqual(
      told(publicStandings(state.public, stage), stage),
    )
  }
  const scores = await reader.hGetAll(`bang-diem:{${contest}}:scores`)
  expect(Object.fromEntries(Object.entries(scores).map(([key, text]) => [key, JSON.parse(text)]))).toEqual(
    Object.fromEntries(stages.flatMap((stage) => scoresIn(state, stage))),
  )
  const head = await reader.hGetAll(`bang-diem:{${contest}}:head`)
  expect({ ...head }).toMatchObject({ number: String(state.head.number), hash: state.head.hash })
}

describe('tables beside the ledger', () => {
  test('L-48: after every append they are what the hub answers, in contests that nobody wrote', async () => {
    const server = await redisFor({ appendfsync: 'no' })
    const reader = await readerAt(server.url)
    let commits = 0
    await fc.assert(
      fc.asyncProperty(anyPlay, async ([definition, moves]) => {
        await reader.flushAll()
        const ledger = await openRedisLedger({ url: server.url, limits: limits.ledger })
        const { hub } = await hubOn(ledger)
        try {
          const room = await roomOn(hub, definition)
          await expectSame(reader, room)
          for (const [index, move] of moves.entries()) {
            if (!(await ask(room, move, `m${index}`)).ok) continue
            commits += 1
            await expectSame(reader, room)
          }
        } finally {
          await hub.stop()
          await ledger.close()
        }
      }),
      { numRuns: 25 },
    )
    expect(commits).toBeGreaterThan(100)
  })

  test('L-48: L-49: two hubs in turn leave the same, and a key that nobody should have written is gone', async () => {
    const server = await redisFor()
    const reader = await readerAt(server.url)
    const [plays] = fc.sample(anyPlay, { numRuns: 1, seed: 7 })
    if (!plays) throw new RangeError('one play was asked for')
    const [definition, moves] = plays
    const opened = [await hubOn(await ledgerAt(server.url)), await hubOn(await ledgerAt(server.url))]
    const hubs = opened.map(({ hub }) => hub)
    const [first, second] = hubs
    if (!first || !second) throw new RangeError('two hubs are there')
    const one = await roomOn(first, definition)
    await expect.poll(() => second.room(definition.id), { timeout: 5000 }).toBeDefined()
    const other = second.room(definition.id)
    if (!other) throw new RangeError('the second hub has the contest')
    const stage = definition.stages[0]?.id ?? ''
    await reader.hSet(`bang-diem:{${definition.id}}:rows:${stage}`, 'doi-la', '{}')
    for (const [index, move] of moves.entries()) {
      const room = index % 2 === 0 ? one : other
      if (!(await ask(room, move, `m${index}`)).ok) continue
      await expect.poll(() => one.state.head.hash === other.state.head.hash, { timeout: 5000 }).toBe(true)
      await expectSame(reader, room)
    }
    for (const hub of hubs) await hub.stop()
  })
})

describe('who may read', () => {
  /** The users as the page for people tells them. */
  const users = readFileSync(new URL('../../docs/redis.md', import.meta.url), 'utf8')
    .split('\n')
    .flatMap((line) => (line.startsWith('user ') ? [line.slice('user '.length)] : []))

  test('L-49: the hub works with its user’s rights, and an outside reader sees the public tables and nothing else', async () => {
    const server = await redisFor({ users: ['default off', ...users] })
    const hubUrl = `redis://hub:change-this-password@127.0.0.1:${server.port}`
    const { hub } = await hubOn(await ledgerAt(hubUrl))
    const [plays] = fc.sample(anyPlay, { numRuns: 1, seed: 11 })
    if (!plays) throw new RangeError('one play was asked for')
    const room = await roomOn(hub, plays[0])
    for (const [index, move] of plays[1].entries()) await ask(room, move, `m${index}`)
    const reader = await readerAt(`redis://display:change-that-password@127.0.0.1:${server.port}`)
    const tag = `bang-diem:{${room.contest}}`
    const stage = plays[0].stages[0]
    if (!stage) throw new RangeError('a contest has a stage')
    expect(await stageIn(reader, room.contest, 'public:', stage.id)).toEqual(
      told(publicStandings(room.state.public, stage), stage),
    )
    const barred = [
      () => reader.hGetAll(`${tag}:rows:${stage.id}`),
      () => reader.zRange(`${tag}:standings:${stage.id}`, 0, -1),
      () => reader.hGetAll(`${tag}:scores`),
      () => reader.hGetAll(`${tag}:head`),
      () => reader.sMembers('bang-diem:contests'),
      () => reader.xRange(`${tag}:ledger`, '-', '+'),
      () => reader.hSet(`${tag}:public:scores`, 'x', 'y'),
      () => reader.del(`${tag}:public:scores`),
      () => reader.subscribe(`${tag}:bell`, () => undefined),
      () => reader.keys('*'),
      () => reader.dbSize(),
      () => reader.info(),
      () => reader.eval('return 1'),
      () => reader.memoryUsage(`${tag}:public:scores`),
      () => reader.sendCommand(['OBJECT', 'IDLETIME', `${tag}:public:scores`]),
    ]
    for (const [index, attempt] of barred.entries()) {
      await expect(attempt(), `attempt ${index}`).rejects.toThrow(/NOPERM/)
    }
    await hub.stop()
  })

  test('L-49: what is public rings when it changes, and is silent while hidden things happen', async () => {
    const server = await redisFor()
    const { hub } = await hubOn(await ledgerAt(server.url))
    const listener = await readerAt(server.url)
    const [plays] = fc.sample(anyPlay, { numRuns: 1, seed: 3 })
    if (!plays) throw new RangeError('one play was asked for')
    const room = await roomOn(hub, plays[0])
    let rings = 0
    await listener.subscribe(`bang-diem:{${room.contest}}:public:bell`, () => {
      rings += 1
    })
    let changes = 0
    const publicNow = () =>
      JSON.stringify([
        plays[0].stages.map((stage) => publicStandings(room.state.public, stage)),
        [...announcedOf(room.state.public.onAir).scores].flatMap(([key, { score, deductions }]) =>
          score === null ? [] : [[key, score, deductions]],
        ),
      ])
    for (const [index, move] of plays[1].entries()) {
      const before = publicNow()
      await ask(room, move, `m${index}`)
      if (publicNow() !== before) changes += 1
      await expect.poll(() => rings, { timeout: 5000 }).toBe(changes)
    }
    expect(changes).toBeGreaterThan(0)
    await hub.stop()
  })
})
