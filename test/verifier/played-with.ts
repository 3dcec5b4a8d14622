/**
 * A program that is run inside a copy of the sources: plays contests that suit a bug with whatever engine stands there, and prints their ledgers
 * as JSON. It verifies nothing.
 */
import { parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import { randomDefinition } from '../definitions/random-definition.ts'
import { bugs } from './bugs.ts'
import { type Played, playedContest } from './play.ts'

const [name, first, count] = process.argv.slice(2)
const bug = bugs.find((each) => each.name === name)
if (!bug) throw new Error(`there is no bug ${name}`)
const played: Played[] = []
for (let seed = Number(first); played.length < Number(count); seed += 1) {
  const random = randomDefinition(seed)
  // What does not go together in a definition is turned down, and the next is tried.
  const shaped = parseDefinition(bug.shape ? bug.shape(random) : random)
  const contest = shaped.ok ? playedContest(seed, { ...bug, definition: shaped.definition }) : null
  if (contest !== null) played.push(contest)
}
process.stdout.write(JSON.stringify(played))
