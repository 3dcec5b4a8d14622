/** All commands of the contract, as a stranger would try them. */
import { deskCommands } from './desk-commands.ts'
import { judgeCommands } from './judge-commands.ts'
import { laterCommands } from './later-commands.ts'
import { showCommands } from './show-commands.ts'
import { tableCommands } from './table-commands.ts'
import type { Tried } from './tried.ts'

export const commands: Readonly<Record<string, Tried>> = {
  ...judgeCommands,
  ...showCommands,
  ...deskCommands,
  ...tableCommands,
  ...laterCommands,
}
