/** A session begins with a team of a round that is there, and its id is the beginning of a cue's (D-22). */
import type { Definition } from './definition.ts'
import type { Found } from './found.ts'

/** `cueRoots` holds the ids of stages and rounds, which sessions share their namespace with. */
export function checkSessions(found: Found, { sessions, stages }: Definition, cueRoots: Set<string>): void {
  found.unique(sessions, 'sessions', cueRoots)
  const rounds = new Set(stages.flatMap((stage) => stage.rounds.map(({ id }) => id)))
  const begun = new Set<string>()
  for (const [index, { round, place }] of sessions.entries()) {
    if (!rounds.has(round)) found.add(`sessions[${index}].round`, 'unknown-reference', { id: round })
    if (begun.has(`${round}/${place}`)) found.add(`sessions[${index}].place`, 'duplicate-id', { id: String(place) })
    begun.add(`${round}/${place}`)
  }
}
