/** Runs the programs that work on ledgers, as `npm run` does once everything is installed. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { toolEntry } from '../../scripts/places.mjs'
import { nodeFlags } from '../../scripts/setup/pinned-node.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Ended {
  readonly code: number | null
  /** What it printed on stdout and stderr. */
  readonly said: string
}

/** `killAfter`: so many ms later it is ended as a power cut would. */
export async function runTool(
  name: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  killAfter?: number,
): Promise<Ended> {
  const { REDIS_URL: _redis, DATA_DIR: _folder, ...inherited } = process.env
  const child = spawn(process.execPath, [...nodeFlags, toolEntry(name), ...args], {
    cwd: root,
    env: { ...inherited, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes) => {
      said += String(bytes)
    })
  }
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter)
  await once(child, 'close')
  clearTimeout(timer)
  return { code: child.exitCode, said: said.trim() }
}
