/**
 * A disk that runs full while ten judges submit, and has room again later. Until then the MC is refused with the reason, the phones
 * keep what they have and never say "recorded"; afterwards everything arrives by itself.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Crowd } from '../crowd.ts'
import { chooseDisk } from '../disk.ts'
import type { Fault } from '../fault.ts'
import { repeatedly } from '../repeated.ts'
import { Venue } from '../venue.ts'
import { waitUntil } from '../wait.ts'

const fullMs = 500
/** Letting everybody in takes some 44 writes of the log, the ten sheets some 16 more: a few of those fail. */
const failing = { file: 'ledger.sqlite-wal', call: 'pwrite64', when: '52..54' }

export const fullDisk: Fault = {
  name: 'full disk',
  runs: { quick: 1, full: 3 },
  run: (scope) => {
    const disk = chooseDisk(failing)
    return repeatedly(
      scope,
      async () => ({ venue: await Venue.open({ through: disk.through }) }),
      ({ venue }, crowd) => {
        const before = refusals(crowd)
        return {
          prepare: async () => disk.fill(venue.hub.pid, venue.hub.folder),
          fall: async () => undefined,
          async heal() {
            await waitUntil('a phone is told that the disk is full', () => refusals(crowd) > before)
            await pause(fullMs)
            const told = refusals(crowd) - before
            const faults = disk.isReal ? await saysWhatIsWrong(crowd) : []
            disk.empty(venue.hub.pid, venue.hub.folder)
            venue.notes.push(`${disk.medium}, ${told} refusals`)
            if (faults.length > 0) throw new Error(faults.join('\n'))
          },
        }
      },
    )
  },
}

/** What is not as it must be while the disk is full. */
async function saysWhatIsWrong(crowd: Crowd): Promise<string[]> {
  const faults: string[] = []
  const refusal = await crowd.tryToTake(`${crowd.onStage.round}/${crowd.onStage.team}/marking`)
  if (refusal?.code !== 'ledger-unavailable' || refusal.reason !== 'disk-full') {
    faults.push(`the MC was told ${JSON.stringify(refusal)} and not that the disk is full`)
  }
  for (const { judge, lamp, isDrained } of crowd.phones) {
    if (!isDrained && lamp !== 'sending' && lamp !== 'stored') faults.push(`the lamp of ${judge} says ${lamp}`)
  }
  if (!crowd.allLive) faults.push('a page lost its connection because the disk was full')
  return faults
}

function refusals(crowd: Crowd): number {
  return crowd.phones.flatMap(({ page }) => page.told.refusals).filter((code) => code === 'ledger-unavailable').length
}
