/**
 * What goes wrong in a story: each seed draws some kinds of faults and how often they come, so that some stories are full of one fault and
 * others mix them. At the end everything heals.
 */
import { below, type Chance } from '../robot/chance.ts'
import type { Diary } from './diary.ts'
import { between, pick } from './entropy.ts'
import type { Hubs } from './hubs.ts'
import { type Medium, type Mood, wellDisposed } from './medium.ts'
import type { Network } from './network.ts'
import type { Phone } from './phone.ts'
import type { SimulatedTime } from './time.ts'

interface FaultWorld {
  readonly time: SimulatedTime
  readonly chance: Chance
  readonly diary: Diary
  readonly medium: Medium
  readonly network: Network
  readonly hubs: Hubs
  readonly phones: readonly Phone[]
}

type Fault = (faults: Faults) => void

export class Faults {
  readonly world: FaultWorld
  readonly #kinds: readonly Fault[]
  readonly #everyMs: number
  #isOver = false

  constructor(world: FaultWorld) {
    this.world = world
    const { chance } = world
    const drawn = kinds.filter(() => chance() < 0.3)
    this.#kinds = drawn.length > 0 ? drawn : kinds
    this.#everyMs = between(chance, 200, 2500)
  }

  begin(): void {
    const { time, chance } = this.world
    time.after(between(chance, 0, 2 * this.#everyMs), () => {
      if (this.#isOver) return
      pick(chance, this.#kinds)?.(this)
      this.begin()
    })
  }

  /** No more faults; phones wake up, networks are back, the medium works. */
  heal(): void {
    this.#isOver = true
    const { medium, phones, diary } = this.world
    diary.note('everything heals')
    Object.assign(medium.mood, wellDisposed)
    for (const run of this.world.hubs.runs()) this.world.hubs.isolate(run, false)
    for (const phone of phones) {
      phone.air.heal()
      phone.memory.heal()
      if (phone.memory.isSilent) phone.reload()
      phone.wake()
      phone.online()
    }
  }

  /** For a while, and only while faults happen. */
  for(ms: number, begin: () => void, end: () => void): void {
    begin()
    this.world.time.after(ms, () => this.#isOver || end())
  }

  note(text: string): void {
    this.world.diary.note(text)
  }

  somePhone(): Phone | undefined {
    return pick(this.world.chance, this.world.phones)
  }
}

/** A medium with a mood for a while. */
function mood(name: string, change: (chance: Chance) => Partial<Mood>, mostMs: number): Fault {
  return (faults) => {
    const { medium, chance } = faults.world
    faults.note(`the medium: ${name}`)
    const changed = change(chance)
    const before = Object.keys(changed)
    faults.for(
      between(chance, 50, mostMs),
      () => Object.assign(medium.mood, changed),
      () => {
        for (const key of before) Object.assign(medium.mood, { [key]: Reflect.get(wellDisposed, key) })
      },
    )
  }
}

const slow = mood('slow', (chance) => ({ takes: { least: 1, most: between(chance, 20, 1500) } }), 4000)
const full = mood('full', () => ({ isFull: true }), 3000)
const outOfReach = mood('out of reach', () => ({ isOutOfReach: true }), 4000)
const failsBefore = mood('fails before writing', (chance) => ({ failsBefore: between(chance, 0.1, 1) }), 3000)
const failsAfter = mood('fails after writing', (chance) => ({ failsAfter: between(chance, 0.1, 1) }), 3000)
const lagging = mood('followers lag', (chance) => ({ lag: between(chance, 50, 1500) }), 5000)

const cut: Fault = (faults) => {
  const { chance, network } = faults.world
  const line = pick(chance, network.lines())
  if (!line) return
  const [page, hub] = pick(chance, [
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ] as const) ?? [true, true]
  faults.note(
    `the line ${line.id} breaks${page ? '' : ', and the page is not told'}${hub ? '' : ', and the hub is not told'}`,
  )
  line.cut({ page, hub })
}

const halfOpen: Fault = (faults) => {
  const { chance, network } = faults.world
  const line = pick(chance, network.lines())
  const direction = chance() < 0.5 ? 'up' : 'down'
  faults.note(`the line ${line?.id} carries nothing ${direction}`)
  line?.deafen(direction)
}

const stalled: Fault = (faults) => {
  const { chance, time } = faults.world
  const phone = faults.somePhone()
  if (!phone) return
  faults.note(`${phone.name}: the network stalls`)
  phone.air.stalledUntil = time.now() + between(chance, 100, 6000)
}

const rough: Fault = (faults) => {
  const { chance } = faults.world
  const phone = faults.somePhone()
  if (!phone) return
  faults.note(`${phone.name}: messages take long, and some come twice`)
  const before = phone.air.delay
  faults.for(
    between(chance, 500, 8000),
    () => {
      phone.air.delay = { least: 5, most: between(chance, 50, 2000) }
      phone.air.replays = between(chance, 0, 0.5)
    },
    () => {
      phone.air.delay = before
      phone.air.replays = 0
    },
  )
}

const out: Fault = (faults) => {
  const { chance } = faults.world
  const phone = faults.somePhone()
  if (!phone) return
  faults.note(`${phone.name}: no network`)
  faults.for(
    between(chance, 200, 8000),
    () => {
      phone.air.isOut = true
    },
    () => {
      phone.air.isOut = false
      if (chance() < 0.7) phone.online()
    },
  )
}

const asleep: Fault = (faults) => {
  const { chance } = faults.world
  const phone = faults.somePhone()
  if (!phone) return
  faults.note(`${phone.name} sleeps`)
  faults.for(
    between(chance, 100, 10_000),
    () => phone.sleep(),
    () => phone.wake(),
  )
}

const reloaded: Fault = (faults) => {
  const phone = faults.somePhone()
  faults.note(`${phone?.name} is reloaded`)
  phone?.reload()
}

const forgetful: Fault = (faults) => {
  const { chance } = faults.world
  const phone = faults.somePhone()
  if (!phone) return
  faults.note(`${phone.name}: its memory is unreliable`)
  faults.for(
    between(chance, 500, 8000),
    () =>
      Object.assign(phone.memory.mood, {
        takes: { least: 1, most: between(chance, 5, 3000) },
        fails: chance() < 0.5 ? 0 : between(chance, 0, 0.8),
        forgets: chance() < 0.5 ? 0 : between(chance, 0, 0.8),
      }),
    () => phone.memory.heal(),
  )
}

const newSession: Fault = (faults) => {
  const phone = faults.somePhone()
  faults.note(`${phone?.name} opens another session`)
  phone?.rejoin()
}

const killed: Fault = (faults) => {
  const { chance, hubs } = faults.world
  const address = pick(chance, hubs.addresses)
  if (address) hubs.kill(address, chance() < 0.6)
}

const stopped: Fault = (faults) => {
  const { chance, hubs } = faults.world
  const address = hubs.addresses[below(chance, hubs.addresses.length)]
  if (address) void hubs.stop(address)
}

/** Nothing was flushed for a while, and now it dies. */
const crashed: Fault = (faults) => {
  const { medium, chance } = faults.world
  if (medium.kind !== 'slack') return
  faults.note('the medium dies')
  medium.crash()
  faults.for(
    between(chance, 50, 2000),
    () => {
      medium.mood.isOutOfReach = true
    },
    () => {
      medium.mood.isOutOfReach = false
    },
  )
}

/** One hub cannot reach the medium, while another may. */
const cutOff: Fault = (faults) => {
  const { hubs, chance } = faults.world
  const run = pick(chance, hubs.runs())
  if (!run) return
  faults.note(`${run.edge.name} does not reach the medium`)
  faults.for(
    between(chance, 100, 5000),
    () => run.cutOff(true),
    () => run.cutOff(false),
  )
}

/** The machine under everything stops: hubs and medium at once. */
const blackout: Fault = (faults) => {
  const { hubs, medium } = faults.world
  faults.note('everything stops')
  for (const address of hubs.addresses) hubs.kill(address, false)
  medium.crash()
}

/** The medium dies while one hub does not reach it, and another begins anew on what is left: two chains may go on. */
const split: Fault = (faults) => {
  const { hubs, medium, chance } = faults.world
  const [one, ...others] = chance() < 0.5 ? hubs.addresses : [...hubs.addresses].reverse()
  const run = hubs.run(one ?? '')
  if (medium.kind !== 'slack' || !run || others.length === 0) return
  faults.note(`${run.edge.name} is alone with what the medium loses`)
  for (const address of others) hubs.kill(address, true)
  medium.crash()
  faults.for(
    between(chance, 1000, 12_000),
    () => hubs.isolate(run, true),
    () => hubs.isolate(run, false),
  )
}

const kinds: readonly Fault[] = [
  slow,
  full,
  outOfReach,
  failsBefore,
  failsAfter,
  lagging,
  cut,
  halfOpen,
  stalled,
  rough,
  out,
  asleep,
  reloaded,
  forgetful,
  newSession,
  killed,
  stopped,
  crashed,
  cutOff,
  blackout,
  split,
]
