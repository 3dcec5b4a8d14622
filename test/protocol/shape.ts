/**
 * The shape of a schema as plain JSON: what it lets through, without words and without functions. Two schemas with the same shape let
 * the same messages through; a check that only code can tell counts by its message.
 */

/** Whatever a schema is made of, by name; what is not listed here is not part of its shape. */
const parts = [
  'type',
  'key',
  'literal',
  'options',
  'entries',
  'items',
  'item',
  'wrapped',
  'value',
  'rest',
  'pipe',
  'requirement',
  'default',
] as const

/** Schemas that stand for themselves wherever they are used, by name. */
export type Named = ReadonlyMap<unknown, string>

/** The shape of a valibot schema, or of anything inside one. */
export function shapeOf(schema: unknown, named: Named = new Map()): unknown {
  const inside = (part: unknown) => named.get(part) ?? shapeOf(part, named)
  if (typeof schema === 'function') return 'function'
  if (schema instanceof RegExp) return schema.source
  if (Array.isArray(schema)) return schema.map(inside)
  if (typeof schema !== 'object' || schema === null) return typeof schema === 'bigint' ? String(schema) : schema
  if (!('kind' in schema)) return Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, inside(part)]))
  const told = parts.filter((part) => Reflect.get(schema, part) !== undefined)
  const shape = Object.fromEntries(told.map((part) => [part, inside(partOf(schema, part))]))
  const says: unknown = Reflect.get(schema, 'message')
  return typeof says === 'string' ? { ...shape, message: says } : shape
}

/** A pipe begins with its schema as it was before the pipe, and that stands outside already. */
function partOf(schema: object, part: string): unknown {
  const found: unknown = Reflect.get(schema, part)
  return part === 'pipe' && Array.isArray(found) ? found.slice(1) : found
}
