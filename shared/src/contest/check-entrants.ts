/** Who enters a stage: teams that are there, or qualifiers of a stage before it (D-20). */
import type { Definition, Stage } from './definition.ts'
import { type Found, idsOf } from './found.ts'

export function checkEntrants(found: Found, definition: Definition, { id, entrants }: Stage, path: string): void {
  if (entrants === 'all') return
  if (Array.isArray(entrants)) return found.known(entrants, idsOf(definition.teams), `${path}.entrants`)
  const place = definition.stages.findIndex((stage) => stage.id === id)
  const from = definition.stages.slice(0, place).find((stage) => stage.id === entrants.from)
  if (from === undefined) found.add(`${path}.entrants.from`, 'not-earlier', { id: entrants.from })
  else if (entrants.perGroup && from.separately === undefined) found.add(`${path}.entrants.perGroup`, 'needs-groups')
  if (entrants.best + entrants.andBestOthers === 0) found.add(`${path}.entrants.best`, 'too-small', { bound: '1' })
}
