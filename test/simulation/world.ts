/** Everything that one story consists of, put together from its seed: nothing in it is shared with another story. */
import type { LinkCodes } from '@bang-diem/server/founding.ts'
import type { Definition } from '@bang-diem/shared/contest/definition.ts'
import { type Chance, chanceOf } from '../robot/chance.ts'
import { oneOf } from '../spoiler/contests.ts'
import { CommitCheck } from './checks/commits.ts'
import { smallContest } from './contest.ts'
import { Diary } from './diary.ts'
import { between, branchOf } from './entropy.ts'
import { Faults } from './faults.ts'
import type { Bug } from './hub-run.ts'
import { Hubs } from './hubs.ts'
import { Medium } from './medium.ts'
import { Network } from './network.ts'
import { People } from './people.ts'
import { Phone, type Ticket } from './phone.ts'
import { Records } from './records.ts'
import { SimulatedTime } from './time.ts'
import { Truth } from './truth.ts'

export interface World {
  readonly chance: Chance
  readonly time: SimulatedTime
  readonly diary: Diary
  readonly definition: Definition
  readonly medium: Medium
  readonly network: Network
  readonly hubs: Hubs
  readonly truth: Truth
  readonly records: Records
  readonly commits: CommitCheck
}

/** `onLine` reads the diary as it is written. */
export function newWorld(seed: number, bug: Bug, onLine?: (line: string) => void): World {
  const chance = chanceOf(seed * 2_654_435_761)
  const time = new SimulatedTime()
  const diary = new Diary(time, onLine)
  const definition = smallContest(branchOf(chance))
  const kind = oneOf(chance, ['own', 'shared', 'slack', 'slack'] as const)
  const medium = new Medium(kind, branchOf(chance))
  const addresses = kind === 'own' || chance() < 0.2 ? [homes[0]] : homes
  const records: Records = new Records(
    diary,
    () => time.now(),
    () => truth,
  )
  if (kind === 'slack') flushEvery(between(chance, 500, 3000), time, medium)
  const commits = new CommitCheck(records)
  const truth: Truth = new Truth(definition.id, medium, (before, commit) => commits.look(before, commit))
  const network = new Network(time, records)
  const hubs = new Hubs(addresses, { time, chance: branchOf(chance), medium, network, diary, bug })
  return { chance, time, diary, definition, medium, network, hubs, truth, records, commits }
}

function flushEvery(ms: number, time: SimulatedTime, medium: Medium): void {
  time.after(ms, () => {
    medium.flush()
    flushEvery(ms, time, medium)
  })
}

const homes = ['http://hub-a.test', 'http://hub-b.test'] as const

export interface Cast {
  readonly phones: readonly Phone[]
  readonly people: People
  readonly faults: Faults
}

/** Makes the contest, lets everybody in with their links, and opens the screens of the hall. */
export async function enter(world: World): Promise<Cast> {
  const { hubs, definition, time, network, chance, truth, diary, medium } = world
  const [home = ''] = hubs.addresses
  const run = await hubs.start(home)
  const created = await run?.hub?.create(definition)
  if (!run || !created?.ok) throw new Error(`${definition.id} could not be made`)
  const tickets = await ticketsOf(created.codes, (code) => run.join(code))
  const room = run.hub?.room(definition.id)
  if (room) hubs.plant(room)
  for (const other of hubs.addresses.slice(1)) await hubs.start(other)
  const phoneWorld = {
    time,
    network,
    chance,
    contest: definition.id,
    exchange: (phone: Phone, code: string) => hubs.join(phone, home, code),
  }
  const open = (name: string, who: Ticket | 'stage' | 'audience') => {
    const from = hubs.addresses[Math.floor(chance() * hubs.addresses.length)] ?? home
    return new Phone(name, who, { ...phoneWorld, home: from })
  }
  const seats = new Map(tickets.map((ticket) => [ticket.seat, open(ticket.seat, ticket)]))
  const phones = [...seats.values(), open('stage', 'stage'), open('audience', 'audience')]
  const people = new People({ time, chance: branchOf(chance), state: () => truth.state, phones: seats })
  return {
    phones,
    people,
    faults: new Faults({ time, chance: branchOf(chance), diary, medium, network, hubs, phones }),
  }
}

async function ticketsOf(
  codes: LinkCodes,
  join: (code: string) => ReturnType<Hubs['join']>,
): Promise<readonly Ticket[]> {
  const tickets: Ticket[] = []
  for (const [seat, code] of codes) {
    const outcome = await join(code)
    if (!outcome.ok) throw new Error(`${seat} could not enter`)
    const { session, history } = outcome.value
    tickets.push({ seat, code, history, session })
  }
  return tickets
}
