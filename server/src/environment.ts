/** What every program of the hub does first and last: reads its configuration, and ends with one line when a person must mend something. */
import { existsSync } from 'node:fs'
import { type Config, readConfig } from './config.ts'
import { exitCodes, StartFault, startFaultOf } from './start-fault.ts'

/** From `.env` and the environment. Throws `StartFault`. */
export function configure(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const read = readConfig(process.env)
  if (!read.ok) throw new StartFault(exitCodes.configuration, `Cấu hình chưa đúng · Bad configuration: ${read.problem}`)
  return read.config
}

/** What `parse` reads from the command line; a `StartFault` that shows how it must be when it is otherwise. */
export function optionsOf<Options>(usage: string, parse: () => Options | undefined): Options {
  try {
    const options = parse()
    if (options) return options
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  throw new StartFault(exitCodes.configuration, `Cách dùng · Usage: ${usage}`)
}

/** Runs a program; anything but what a person can mend is a bug and is seen whole. */
export function run(program: () => Promise<void>): void {
  program().catch((error: unknown) => {
    const fault = startFaultOf(error, '', 0)
    if (!fault) throw error
    console.error(fault.message)
    process.exit(fault.exitCode)
  })
}
