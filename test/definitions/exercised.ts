/**
 * What a definition uses, by name: every field that is not as it is by default, and every choice. Whether random definitions use everything that
 * there is follows from the shape of definitions, so that a new feature without a throw of the dice is told.
 */
import { type Choice, definitionShape, type Entry, type Shape } from '@bang-diem/shared/contest/workbook/shape.ts'

/** Everything there is. */
export function everything(): string[] {
  return [...namesIn(definitionShape, '')]
}

function* namesIn(shape: Shape, path: string): Generator<string> {
  switch (shape.kind) {
    case 'entry':
      for (const field of shape.fields) {
        const own = join(path, field.key)
        if (!field.required) yield own
        yield* namesIn(field.shape, own)
      }
      return
    case 'choice':
      for (const { id, fields } of shape.options) {
        yield `${path}=${id}`
        yield* namesIn({ kind: 'entry', fields }, `${path}=${id}`)
      }
      return
    case 'list':
      yield* namesIn(shape.item, path)
      return
    case 'option':
      for (const option of shape.options) yield `${path}=${option}`
      return
    case 'either':
      for (const option of shape.options) yield* namesIn(option, path)
      return
    default:
      return
  }
}

const join = (path: string, key: string) => (path === '' ? key : `${path}.${key}`)

/** What is used in a value. */
export function* usedIn(value: unknown, shape: Shape = definitionShape, path = ''): Generator<string> {
  if (shape.kind === 'option') yield `${path}=${String(value)}`
  else if (shape.kind === 'list')
    for (const member of Array.isArray(value) ? value : []) yield* usedIn(member, shape.item, path)
  else if (shape.kind === 'choice') yield* usedInChoice(value, shape, path)
  else if (shape.kind === 'either') {
    const entry = shape.options.find(({ kind }) => kind === 'entry')
    if (entry && typeof value === 'object' && !Array.isArray(value)) yield* usedIn(value, entry, path)
  } else if (shape.kind === 'entry') yield* usedInEntry(value, shape, path)
}

function* usedInEntry(value: unknown, { fields }: Entry, path: string): Generator<string> {
  for (const { key, shape, fallback } of fields) {
    const own: unknown = Reflect.get(Object(value), key)
    if (own === undefined) continue
    const isEmpty = Array.isArray(own) && own.length === 0
    if (own !== fallback && !isEmpty) yield join(path, key)
    yield* usedIn(own, shape, join(path, key))
  }
}

function* usedInChoice(value: unknown, { key, options }: Choice, path: string): Generator<string> {
  const chosen: unknown = Reflect.get(Object(value), key)
  const option = options.find(({ id }) => id === chosen)
  if (option === undefined) return
  yield `${path}=${option.id}`
  yield* usedInEntry(value, { kind: 'entry', fields: option.fields }, `${path}=${option.id}`)
}
