/** Contests for the benchmark, made and opened through the public API: many judges, many teams. */
import { setTimeout as pause } from 'node:timers/promises'
import { limits } from '@bang-diem/server/limits.ts'
import type { DefinitionInput } from '@bang-diem/shared/contest/definition.ts'
import type { RoundTeam } from '@bang-diem/shared/ledger/keys.ts'
import type { HubProcess } from '../harness/hub-process.ts'
import { type Created, createContest, join } from '../robot/api.ts'
import { Page } from '../robot/page.ts'
import { criteria, roundId, teamId } from './sheets.ts'

/** Judges who join at the same time, as people scanning a QR code do. */
const joiningAtOnce = 16
/** As many as a contest has at most. */
const teamsPerContest = 30

export interface BenchContest {
  readonly id: string
  /** Every team in every round, in the order of the rundown. */
  readonly performances: readonly RoundTeam[]
  /** The handshakes of all judges. */
  readonly judges: readonly string[]
  /** The MC's handshake. */
  readonly mc: string
  /** Calls the teams one after the other, which opens their sheets; the MC is there only meanwhile. */
  readonly call: (performances: readonly RoundTeam[]) => Promise<void>
}

export interface ContestSize {
  readonly id: string
  readonly judges: number
  readonly teams: number
  readonly rounds: number
}

export function benchDefinition({ id, judges, teams, rounds }: ContestSize): DefinitionInput {
  return {
    format: 1,
    id,
    title: 'Hội thi đo hiệu năng',
    teams: numbered(teamId, teams).map((team) => ({ id: team, name: `Đội ${team}` })),
    judges: numbered((number) => `gk-${number}`, judges).map((judge) => ({ id: judge, name: `Giám khảo ${judge}` })),
    stages: [
      {
        id: 'chung-ket',
        title: 'Chung kết',
        reveal: 'ceremony',
        rounds: numbered(roundId, rounds).map((round) => ({
          id: round,
          title: 'Phần thi',
          maximum: '20',
          criteria: criteria.map((criterion) => ({ id: criterion, title: criterion, scale: { max: '5' } })),
        })),
      },
    ],
  }
}

export async function makeContest(hub: HubProcess, size: ContestSize): Promise<BenchContest> {
  const definition = benchDefinition(size)
  const created = await createContest(hub.url, hub.organiserKey, definition)
  const judges = await joinAll(hub, created)
  const { session } = await join(hub.url, created.links.mc)
  let onAir: string | null = null
  return {
    id: size.id,
    performances: performancesOf(size),
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

/** Every team in every round. */
export function performancesOf({ teams, rounds }: Pick<ContestSize, 'teams' | 'rounds'>): RoundTeam[] {
  return numbered(roundId, rounds).flatMap((round) =>
    numbered(teamId, teams).map((team): RoundTeam => `${round}/${team}`),
  )
}

/** Contests of one shape with so many performances called; the judges of all of them. */
export async function makeContests(
  hub: HubProcess,
  { contests, judges }: Shape,
  count: number,
): Promise<{ readonly judges: readonly string[]; readonly performances: readonly RoundTeam[] }> {
  const rounds = Math.ceil(count / teamsPerContest)
  const made: BenchContest[] = []
  for (let number = 1; number <= contests; number++) {
    made.push(await makeContest(hub, { id: `hoi-thi-${number}`, judges, teams: teamsPerContest, rounds }))
  }
  await Promise.all(made.map((contest) => contest.call(contest.performances)))
  return { judges: made.flatMap((contest) => contest.judges), performances: made[0]?.performances ?? [] }
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
function cuesOf(place: RoundTeam): string[] {
  return [`${place}/perform`, `${place}/marking`]
}

function numbered(id: (number: number) => string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => id(index + 1))
}
