/** What goes wrong with phones, and with the network around them. */
import { between, pick } from './entropy.ts'
import type { Fault } from './fault.ts'

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

export const phoneFaults: readonly Fault[] = [
  cut,
  halfOpen,
  stalled,
  rough,
  out,
  asleep,
  reloaded,
  forgetful,
  newSession,
]
