/** One kind of fault again and again on one venue, until so many runs have counted, and the report of it. */
import { type Chance, chanceOf } from '../robot/chance.ts'
import { aftermath } from './aftermath.ts'
import { Crowd } from './crowd.ts'
import type { Report, Scope, Seen } from './fault.ts'
import { type Blow, strikeOnce } from './strike.ts'
import type { Venue } from './venue.ts'

/** More runs than this per counted one, and the aim is off. */
const triesPerRun = 3

export async function repeatedly<Place extends { readonly venue: Venue }>(
  { name, runs, mustCount, seed }: Scope,
  open: () => Promise<Place>,
  blowOn: (place: Place, crowd: Crowd, chance: Chance) => Blow,
): Promise<Report> {
  const chance = chanceOf(seed)
  const place = await open()
  const { venue } = place
  const recoveries: number[] = []
  let counted = 0
  let seen: Seen = { judge: [], mc: [], hall: [] }
  let crowd: Crowd | undefined
  try {
    crowd = await Crowd.gather(venue, runs * triesPerRun, seed)
    const isDone = () => (mustCount ? counted : recoveries.length) >= runs
    while (!isDone() && recoveries.length < runs * triesPerRun) {
      const struck = await strikeOnce(crowd, chance, blowOn(place, crowd, chance))
      if (struck.ms >= Math.max(0, ...recoveries)) seen = struck.seen
      recoveries.push(struck.ms)
      if (struck.caught) counted += 1
      if (recoveries.length % 20 === 0) console.error(`  …    ${name}: ${recoveries.length} runs, ${counted} counted`)
    }
    const { broughtBack, ...after } = await aftermath(venue, crowd)
    const few = !isDone() ? [`only ${counted} of ${recoveries.length} caught a command without an answer`] : []
    const back = broughtBack > 0 ? [`forgotten and brought back: ${broughtBack}`] : []
    const notes = [...venue.counts.told, ...back, ...new Set(venue.notes), ...venue.toldLast.map((tell) => tell())]
    return {
      ...after,
      runs: recoveries.length,
      counted,
      recoveries,
      seen,
      faults: [...after.faults, ...few],
      note: notes.join('; '),
    }
  } catch (error) {
    console.error(`${name}, after ${recoveries.length} runs:\n${crowd?.situation}\n${venue.printed.slice(-4000)}`)
    throw error
  } finally {
    crowd?.close()
    await venue.stop()
  }
}
