/** What goes wrong with hubs, alone and together with the medium. */
import { below } from '../robot/chance.ts'
import { between, pick } from './entropy.ts'
import type { Fault } from './fault.ts'

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

export const hubFaults: readonly Fault[] = [killed, stopped, crashed, cutOff, blackout, split]
