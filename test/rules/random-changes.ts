/**
 * Definitions that differ from a given one in one place: a part is taken from another contest, or left out, or a list loses or turns round what
 * is in it. The parts are whatever the definitions have, so that a field which is new is changed as well. It knows no rule of a contest.
 */
import { type Definition, parseDefinition } from '@bang-diem/shared/contest/definition.ts'

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
type Path = readonly (string | number)[]

/** The definition with one change at each place that it or the donor has, as far as it is still in order after it. */
export function* changedLike(definition: Definition, donor: Definition, pick: number): Generator<Definition> {
  const [own, other] = [toJson(definition), toJson(donor)]
  const paths = new Map([...pathsOf(own), ...pathsOf(other)].map((path) => [path.join('/'), path]))
  for (const path of paths.values()) {
    const changes = [valueAt(other, path), ...turned(valueAt(own, path))]
    const parsed = parseDefinition(withValue(own, path, changes[pick % changes.length]))
    if (parsed.ok && JSON.stringify(parsed.definition) !== JSON.stringify(definition)) yield parsed.definition
  }
}

function turned(value: Json | undefined): Json[] {
  if (isList(value)) return [value.slice(1), value.slice(0, -1), [...value].reverse()]
  if (typeof value === 'string' && /^\d+$/.test(value)) return [String(Number(value) + 1), '1', '0.5']
  if (typeof value === 'number') return [value + 1, 0]
  return typeof value === 'boolean' ? [!value] : []
}

function pathsOf(value: Json, path: Path = []): Path[] {
  const parts = isList(value) ? [...value.entries()] : isRecord(value) ? Object.entries(value) : []
  return parts.flatMap(([key, part]) => [[...path, key], ...pathsOf(part, [...path, key])])
}

function valueAt(value: Json | undefined, [key, ...rest]: Path): Json | undefined {
  if (key === undefined) return value
  if (isList(value)) return typeof key === 'number' ? valueAt(value[key], rest) : undefined
  return isRecord(value) ? valueAt(value[String(key)], rest) : undefined
}

/** Without a value the place is left out. What leads nowhere in this definition leaves it as it is. */
function withValue(value: Json, [key, ...rest]: Path, wanted: Json | undefined): Json {
  if (key === undefined) return wanted ?? value
  if (isList(value)) {
    const made = value.map((part, index) => (index === key ? withValue(part, rest, wanted) : part))
    return rest.length === 0 && wanted === undefined ? value.filter((_, index) => index !== key) : made
  }
  if (!isRecord(value)) return value
  const { [String(key)]: before, ...others } = value
  if (rest.length === 0) return wanted === undefined ? others : { ...others, [key]: wanted }
  return before === undefined ? value : { ...value, [key]: withValue(before, rest, wanted) }
}

function toJson(definition: Definition): Json {
  const json: Json = JSON.parse(JSON.stringify(definition))
  return json
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
