/**
 * Moves one contest from one ledger to another. At every moment at most one of the two places lets a hub go on with it: first the
 * target is marked as moved, then the source; when all has arrived and was read back, the target's mark is taken away. A move that is cut off between leaves both marked, and
 * the same command goes on with it.
 */
import { LedgerClosed, LedgerUnavailable } from '../ledgers/errors.ts'
import { type Brought, bring, flush, type MovePorts, type Place, standingOf } from './bring.ts'
import { goneOn, movedBefore, stuck } from './refused.ts'

/** Rejects with `MoveRefused`, or with what a ledger rejected with; then the contest goes on where it was. */
export async function move(from: Place, to: Place, contest: string, ports: MovePorts): Promise<Brought> {
  const left = (await from.ledger.moved()).get(contest)
  const arriving = (await to.ledger.moved()).get(contest)
  if (left !== undefined && left !== to.name) throw movedBefore(contest, left)
  // It did move there once, and from there elsewhere.
  if (left !== undefined && arriving !== undefined && arriving !== from.name) throw movedBefore(contest, arriving)
  // Looked at before anything is marked: a refusal then changes nothing at all.
  const before = await standingOf(from, to, contest, ports.sha256)
  if (before.kind === 'ahead') throw goneOn(contest, to.name)
  if (left !== undefined && arriving === undefined && before.there.hash === before.all.hash) {
    return { head: before.all, added: 0 }
  }
  await to.ledger.markMoved(contest, from.name)
  await from.ledger.markMoved(contest, to.name)
  const brought = await bringOrStay(from, to, contest, ports)
  await to.ledger.markMoved(contest, null)
  return brought
}

/** From here on nobody appends to either, so that what is read is all there will be. */
async function bringOrStay(from: Place, to: Place, contest: string, ports: MovePorts): Promise<Brought> {
  try {
    await flush(from)
    const standing = await standingOf(from, to, contest, ports.sha256)
    if (standing.kind === 'ahead') throw goneOn(contest, to.name)
    return await bring(from, to, contest, standing.there, ports)
  } catch (error) {
    await stay(from, contest, error)
    throw error
  }
}

async function stay(from: Place, contest: string, cause: unknown): Promise<void> {
  try {
    await from.ledger.markMoved(contest, null)
  } catch (error) {
    if (!(error instanceof LedgerUnavailable || error instanceof LedgerClosed)) throw error
    throw stuck(contest, from.name, cause)
  }
}
