/**
 * A disk that runs full while ten judges submit, and has room again later. Until then the MC is refused with the reason, the phones
 * keep what they have and never say "recorded"; afterwards everything arrives by itself.
 */
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Aftermath, aftermath } from './aftermath.ts'
import { Crowd } from './crowd.ts'
import { failingCalls, onTmpfs } from './durability/tools.ts'
import { SupervisedHub } from './supervised-hub.ts'
import { waitUntil } from './wait.ts'

export interface FullDiskReport extends Aftermath {
  readonly medium: string
  /** How often phones were told that it cannot be written now. */
  readonly refused: number
  /** Ms from room on the disk until every command was answered. */
  readonly recovery: number
}

/** A disk that can be filled: a small one of the hub's own, or, where nothing may be mounted, one that fails for a while. */
interface Disk {
  readonly medium: string
  readonly through: (folder: string) => readonly string[]
  fill(hub: SupervisedHub): void
  empty(hub: SupervisedHub): void
}

export async function fillDisk(seed: number): Promise<FullDiskReport> {
  const disk = chooseDisk()
  const hub = await SupervisedHub.start(disk.through)
  const crowd = await Crowd.gather(hub, 12, seed)
  try {
    const place = await crowd.callNext()
    disk.fill(hub)
    const faults: string[] = []
    await Promise.all(crowd.phones.map((phone) => phone.submit(place.round, place.team, '8')))
    await waitUntil('a phone is told that the disk is full', () => refusals(crowd) > 0)
    await pause(500)
    const refusal = await crowd.tryToTake(`${place.round}/${place.team}/marking`)
    const said = refusal?.code === 'ledger-unavailable' && refusal.reason === 'disk-full'
    if (!said && disk === tmpfs) faults.push(`the MC was told ${JSON.stringify(refusal)} and not that the disk is full`)
    const waiting = crowd.phones.filter((phone) => !phone.isDrained)
    for (const { judge, lamp } of waiting) {
      if (lamp !== 'sending' && lamp !== 'stored') faults.push(`the lamp of ${judge} says ${lamp} on a full disk`)
    }
    if (!crowd.allLive) faults.push('a page lost its connection because the disk was full')
    const refused = refusals(crowd)
    disk.empty(hub)
    const recovery = await waitUntil('everything has been written', () => crowd.allDrained)
    if (refusal) await crowd.take(`${place.round}/${place.team}/marking`)
    const after = await aftermath(hub, crowd)
    return { medium: disk.medium, sheets: after.sheets, faults: [...faults, ...after.faults], refused, recovery }
  } finally {
    crowd.close()
    await hub.stop()
  }
}

function refusals(crowd: Crowd): number {
  return crowd.phones.flatMap(({ page }) => page.refusals).filter((code) => code === 'ledger-unavailable').length
}

const tmpfs: Disk = {
  medium: 'a small disk of its own, really full',
  through: (folder) => onTmpfs(folder, '8m') ?? [],
  fill(hub) {
    const file = openSync(ballastOf(hub), 'w')
    for (const size of [65_536, 512]) writeUntilFull(file, Buffer.alloc(size))
    closeSync(file)
  },
  empty(hub) {
    rmSync(ballastOf(hub))
  },
}

/** The hub's own mounts are seen through its process. */
function ballastOf(hub: SupervisedHub): string {
  return join(`/proc/${hub.pid}/root`, hub.folder, 'ballast')
}

function writeUntilFull(file: number, chunk: Buffer): void {
  try {
    for (;;) writeSync(file, chunk)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  }
}

/** Letting everybody in takes some 44 writes of the log, the ten sheets some 16 more: a few of those fail. */
const failing: Disk = {
  medium: 'no leave to mount here: ENOSPC put in by strace',
  through: (folder) => failingCalls(folder, ['ledger.sqlite-wal'], { pwrite64: 'error=ENOSPC:when=52..54' }),
  fill: () => undefined,
  empty: () => undefined,
}

function chooseDisk(): Disk {
  return onTmpfs('/tmp', '1m') ? tmpfs : failing
}
