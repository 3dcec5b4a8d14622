/**
 * Values in groups, each under an id within its group: sheets by team and judge, answered commands by seat and command. One map for all
 * would have to make a long key for each and to look for it among those of everybody.
 */
export type Grouped<Group extends string, Value> = Map<Group, Map<string, Value>>
type Read<Group extends string, Value> = ReadonlyMap<Group, ReadonlyMap<string, Value>>

const none: ReadonlyMap<string, never> = new Map<string, never>()

/** The values of one group by their ids. */
export function inGroup<Group extends string, Value>(
  values: Read<Group, Value>,
  group: Group,
): ReadonlyMap<string, Value> {
  return values.get(group) ?? none
}

export function put<Group extends string, Value>(
  values: Grouped<Group, Value>,
  group: Group,
  id: string,
  value: Value,
): void {
  const own = values.get(group)
  if (own) own.set(id, value)
  else values.set(group, new Map([[id, value]]))
}

/** Every value under its whole key. */
export function* each<Group extends string, Value>(
  values: Read<Group, Value>,
): Generator<[`${Group}/${string}`, Value]> {
  for (const [group, own] of values) for (const [id, value] of own) yield [`${group}/${id}`, value]
}
