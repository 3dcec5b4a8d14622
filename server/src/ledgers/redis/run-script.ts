/** Runs a script that Redis may already know by its digest; one that it does not know was not run, so sending it whole is safe. */
import { createHash } from 'node:crypto'
import type { ScriptCall } from './append-script.ts'
import type { Client } from './connect.ts'

const digests = new Map<string, string>()

export async function runScript(client: Client, script: string, { keys, args }: ScriptCall): Promise<unknown> {
  try {
    return await client.evalsha(digestOf(script), keys.length, ...keys, ...args)
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error
    return client.eval(script, keys.length, ...keys, ...args)
  }
}

function digestOf(script: string): string {
  const digest = digests.get(script) ?? createHash('sha1').update(script).digest('hex')
  digests.set(script, digest)
  return digest
}
