/** Contests for the benchmark, made and opened through the public API: many judges, many teams. */
import { setTimeout as pause } from 'node:timers/promises'
import { limits } from '@bang-diem/server/limits.ts'
import type { DefinitionInput } from '@bang-diem/shared/contest/definition.ts'
import type { HubProcess } from '../harness/hub-process.ts'
import { type Created, createContest, join } from '../robot/api.ts'
import { Page } from '../robot/page.ts'
import { criteria, round } from './sheets.ts'

/** Judges who join at the same time, as people scanning a QR code do. */
const joiningAtOnce = 16

export interface BenchContest {
  readonly id: string
  readonly teams: readonly string[]
  /** The handshakes of all judges. */
  readonly judges: readonly string[]
  /** The MC's handshake. */
  readonly mc: string
  /** Calls the teams one after the other, which opens their sheets; the MC is there only meanwhile. */
  readonly call: (teams: readonly string[]) => Promise<void>
}

export interface ContestSize {
  readonly id: string
  readonly judges: number
  readonly teams: number
}

export function benchDefinition({ id, judges, teams }: ContestSize): DefinitionInput {
  return {
    format: 1,
    id,
    title: 'Hội thi đo hiệu năng',
    teams: numbered(teamPrefix, teams).map((team) => ({ id: team, name: `Đội ${team}` })),
    judges: numbered('gk', judges).map((judge) => ({ id: judge, name: `Giám khảo ${judge}` })),
    stages: [
      {
        id: 'chung-ket',
        title: 'Chung kết',
        reveal: 'ceremony',
        rounds: [
          {
            id: round,
            title: 'Phần thi',
            maximum: '20',
            criteria: criteria.map((criterion) => ({ id: criterion, title: criterion, scale: { max: '5' } })),
          },
        ],
      },
    ],
  }
}

const teamPrefix = 'doi'

/** The place of a team in its contest, from 0. */
export function placeOf(team: string): number {
  return Number(team.slice(teamPrefix.length + 1)) - 1
}

export async function makeContest(hub: HubProcess, size: ContestSize): Promise<BenchContest> {
  const definition = benchDefinition(size)
  const created = await createContest(hub.url, hub.organiserKey, definition)
  const judges = await joinAll(hub, created)
  const { session } = await join(hub.url, created.links.mc)
  let onAir: string | null = null
  return {
    id: size.id,
    teams: definition.teams.map((team) => team.id),
    judges,
    mc: handshake(size.id, session),
    call: async (called) => {
      const mc = new Page(hub.url, { contest: size.id, session })
      for (const cue of called.flatMap(cuesOf)) {
        await mc.must({ type: 'take', cue, onAir })
        onAir = cue
        await pause(1000 / limits.wire.commandsPerSecond)
      }
      mc.close()
    },
  }
}

export interface Shape {
  readonly contests: number
  /** Of each contest. */
  readonly judges: number
}

/** Contests of one shape with their teams called; the judges of all of them. */
export async function makeContests(
  hub: HubProcess,
  { contests, judges }: Shape,
  teams: number,
): Promise<{ readonly judges: readonly string[]; readonly teams: readonly string[] }> {
  const made: BenchContest[] = []
  for (let number = 1; number <= contests; number++) {
    made.push(await makeContest(hub, { id: `hoi-thi-${number}`, judges, teams }))
  }
  await Promise.all(made.map((contest) => contest.call(contest.teams)))
  return { judges: made.flatMap((contest) => contest.judges), teams: made[0]?.teams ?? [] }
}

/** The handshake of someone in the hall. */
export function hallHandshake(contest: string, screen: 'stage' | 'audience'): string {
  return JSON.stringify({ protocol: 1, contest, screen })
}

function handshake(contest: string, session: string): string {
  return JSON.stringify({ protocol: 1, contest, session })
}

async function joinAll(hub: HubProcess, { id, links }: Created): Promise<string[]> {
  const waiting = Object.values(links.judges)
  const handshakes: string[] = []
  while (waiting.length > 0) {
    const batch = waiting.splice(0, joiningAtOnce)
    const joined = await Promise.all(batch.map((link) => join(hub.url, link)))
    for (const { session } of joined) handshakes.push(handshake(id, session))
  }
  return handshakes
}

/** What the MC takes for a team: the sheets open at its performance, and the stopwatch stops when it is over. */
function cuesOf(team: string): string[] {
  return [`${round}/${team}/perform`, `${round}/${team}/marking`]
}

function numbered(word: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${word}-${index + 1}`)
}
