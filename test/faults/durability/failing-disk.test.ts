/**
 * A disk that fails under an open ledger, and heals: the ledger says honestly what was left behind and goes on by itself.
 * The faults are the kernel's own, put in by strace at the calls that touch the log.
 */
import { expect, onTestFinished, test } from 'vitest'
import { EmbeddedMedium } from '../../ledger/embedded-medium.ts'
import { type Report, refusalsIn } from './report.ts'
import { expectNothingLost, runStubborn } from './stubborn.ts'
import { failingCalls } from './tools.ts'

/** Runs the stubborn appender while these calls on these files of the data folder fail. */
async function runWith(faults: Readonly<Record<string, string>>, files: readonly string[]): Promise<Report[]> {
  const medium = await EmbeddedMedium.make()
  onTestFinished(() => medium.dispose())
  return runStubborn(medium.folder, failingCalls(medium.folder, files, faults))
}

test('L-15, L-16: a flush that fails leaves an unknown outcome that reading back settles', async () => {
  const reports = await runWith({ 'fsync,fdatasync': 'error=EIO:when=10..12' }, ['ledger.sqlite-wal'])
  expect(refusalsIn(reports)).toContainEqual({ event: 'refused', reason: 'input-output', outcome: 'unknown' })
  expect(reports).toContainEqual({ event: 'read-back', found: expect.any(Number) })
  expectNothingLost(reports)
}, 60_000)

test('L-15, L-16: a write that fails does no harm, and the ledger goes on', async () => {
  const reports = await runWith({ pwrite64: 'error=EIO:when=60..64' }, ['ledger.sqlite-wal'])
  expect(refusalsIn(reports).length).toBeGreaterThan(0)
  for (const refusal of refusalsIn(reports)) expect(refusal).toMatchObject({ reason: 'input-output' })
  expectNothingLost(reports)
}, 60_000)

test('L-16, L-33: a disk that the kernel makes read-only for a while', async () => {
  // When a disk turns read-only, the write under way fails first; after it the folder says so when asked.
  const faults = { pwrite64: 'error=EROFS:when=60', '?access,?faccessat2': 'error=EROFS:when=3..5' }
  const reports = await runWith(faults, ['ledger.sqlite-wal', ''])
  expect(refusalsIn(reports)).toContainEqual({ event: 'refused', reason: 'input-output', outcome: 'unknown' })
  expect(refusalsIn(reports)).toContainEqual({ event: 'refused', reason: 'read-only', outcome: 'none' })
  expectNothingLost(reports)
}, 60_000)

test('L-33: a write that finds no room is refused with nothing written', async () => {
  const reports = await runWith({ pwrite64: 'error=ENOSPC:when=60..66' }, ['ledger.sqlite-wal'])
  expect(refusalsIn(reports).length).toBeGreaterThan(1)
  for (const refusal of refusalsIn(reports)) expect(refusal).toMatchObject({ reason: 'disk-full', outcome: 'none' })
  expectNothingLost(reports)
}, 60_000)
