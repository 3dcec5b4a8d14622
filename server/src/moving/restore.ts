/**
 * Puts the histories of a backup or a mirror into a ledger, so that a hub goes on from them. A contest that is there and has gone on
 * from that very history stays as it is; one with another history is left alone and named.
 */
import type { Histories } from '../ledgers/ledger.ts'
import { bring, type MovePorts, type Place, standingOf } from './bring.ts'

/** Answers how many commits were added. A contest that was marked as moved is no longer: whoever restores it has decided that it goes on here. */
export async function restore(from: Place<Histories>, to: Place, contest: string, ports: MovePorts): Promise<number> {
  const standing = await standingOf(from, to, contest, ports.sha256)
  const isComplete = standing.kind === 'ahead' || standing.there.hash === standing.all.hash
  let added = 0
  if (standing.kind === 'beginning' && !isComplete) {
    await to.ledger.markMoved(contest, from.name)
    added = (await bring(from, to, contest, standing.there, ports)).added
  }
  await to.ledger.markMoved(contest, null)
  return added
}
