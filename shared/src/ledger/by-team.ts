/**
 * Values of teams in rounds, each under one more id: the judge whose sheet or excuse it is. Kept team by team, because what a score is
 * made of is always the values of one: nothing has to be looked for among those of all others.
 */
import type { RoundTeam, SheetKey } from './keys.ts'

export type ByTeam<Value> = Map<RoundTeam, Map<string, Value>>
type Read<Value> = ReadonlyMap<RoundTeam, ReadonlyMap<string, Value>>

const none: ReadonlyMap<string, never> = new Map<string, never>()

/** The values of one team in a round, by their ids. */
export function ofTeam<Value>(values: Read<Value>, team: RoundTeam): ReadonlyMap<string, Value> {
  return values.get(team) ?? none
}

export function put<Value>(values: ByTeam<Value>, team: RoundTeam, id: string, value: Value): void {
  const own = values.get(team)
  if (own) own.set(id, value)
  else values.set(team, new Map([[id, value]]))
}

/** Every value under its whole key. */
export function* each<Value>(values: Read<Value>): Generator<[SheetKey, Value]> {
  for (const [team, own] of values) for (const [id, value] of own) yield [`${team}/${id}`, value]
}
