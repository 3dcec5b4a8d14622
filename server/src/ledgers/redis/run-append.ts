/** Runs the script of the append and puts Redis' answer into the ledger's words. */
import * as v from 'valibot'
import { ContestMoved, LedgerUnavailable, StaleHead } from '../errors.ts'
import { appendScript, type ScriptCall } from './append-script.ts'
import type { Client } from './connect.ts'
import { faultOf } from './fault.ts'
import { runScript } from './run-script.ts'

const appendReply = v.variant('0', [
  v.object({ 0: v.literal('ok') }),
  v.object({ 0: v.literal('stale'), 1: v.string(), 2: v.string() }),
  v.object({ 0: v.literal('moved'), 1: v.string() }),
  v.object({ 0: v.literal('fenced') }),
])

/** Resolves when it is written; rejects with why it is not, or with `LedgerUnavailable` when that is unknown. */
export async function runAppend(client: Client, contest: string, call: ScriptCall): Promise<void> {
  const told = await runScript(client, appendScript, call).catch((error: unknown) => {
    throw faultOf(error)
  })
  const reply = v.parse(appendReply, { ...v.parse(v.array(v.string()), told) })
  switch (reply[0]) {
    case 'ok':
      return
    case 'stale':
      throw new StaleHead({ number: Number(reply[1]), hash: reply[2] })
    case 'moved':
      throw new ContestMoved(contest, reply[1])
    case 'fenced':
      // Only an append whose caller was told long ago that nothing is known of it comes behind its own fence.
      throw new LedgerUnavailable('not-answering', 'none', 'fenced')
  }
}
