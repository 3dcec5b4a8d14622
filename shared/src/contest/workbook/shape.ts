/**
 * What a schema lets through, reduced to what a cell must know: made from the schemas of the definition themselves, so that a new field or
 * a new choice in a registry needs nothing here. It reads schemas and never checks a value.
 */
import { awardKinds } from '../../scoring/awards/registry.ts'
import { combineMethods } from '../../scoring/combine/registry.ts'
import { outlierRules } from '../../scoring/outliers/registry.ts'
import { overtimeRules } from '../../scoring/overtime/registry.ts'
import { placingMethods } from '../../scoring/placing/registry.ts'
import { tieBreaks } from '../../scoring/tie-breaks/registry.ts'
import type { Wording } from '../../scoring/wording.ts'
import { definitionSchema } from '../definition.ts'

export type Shape =
  | { readonly kind: 'text' | 'decimal' | 'date' | 'number' | 'flag' }
  | { readonly kind: 'option'; readonly options: readonly string[] }
  | { readonly kind: 'literal'; readonly value: unknown }
  | { readonly kind: 'list'; readonly item: Shape }
  | Entry
  | Choice
  | { readonly kind: 'either'; readonly options: readonly Shape[] }

export interface Entry {
  readonly kind: 'entry'
  readonly fields: readonly Field[]
}

export interface Field {
  readonly key: string
  readonly shape: Shape
  readonly required: boolean
  /** What stands for it where nothing is written, if that is a plain value. */
  readonly fallback: unknown
}

export interface Choice {
  readonly kind: 'choice'
  /** The key that tells which one was chosen. */
  readonly key: string
  readonly options: readonly ChoiceOption[]
}

export interface ChoiceOption {
  readonly id: string
  readonly title: Wording
  /** Without the key that tells which one it is. */
  readonly fields: readonly Field[]
  /** It is this one where the key is not written. */
  readonly byDefault: boolean
}

const registries = [combineMethods, outlierRules, overtimeRules, placingMethods, tieBreaks, awardKinds]

/** A choice is known by its schema: two registries may use the same id. */
const titles: ReadonlyMap<unknown, Wording> = new Map(
  registries.flatMap((registry) => registry.map(({ schema, title }): [unknown, Wording] => [schema, title])),
)

function part(schema: unknown, key: string): unknown {
  return typeof schema === 'object' && schema !== null ? Reflect.get(schema, key) : undefined
}

function listPart(schema: unknown, key: string): readonly unknown[] {
  const found = part(schema, key)
  return Array.isArray(found) ? found : []
}

const isOptional = (schema: unknown) => part(schema, 'type') === 'optional'
const unwrapped = (schema: unknown): unknown => (isOptional(schema) ? unwrapped(part(schema, 'wrapped')) : schema)

function fieldsOf(schema: unknown): Field[] {
  return Object.entries(Object(part(schema, 'entries'))).map(([key, own]) => ({
    key,
    shape: shapeOf(own),
    required: !isOptional(own),
    fallback: part(own, 'default'),
  }))
}

/** What a schema asks of a value, one after the other; a pipe may begin with another. */
function stepsOf(schema: unknown): readonly unknown[] {
  return listPart(schema, 'pipe').flatMap((step) => [step, ...(step === schema ? [] : stepsOf(step))])
}

function textShape(schema: unknown): Shape {
  const steps = stepsOf(schema)
  if (steps.some((step) => part(step, 'type') === 'iso_date')) return { kind: 'date' }
  return { kind: steps.some((step) => part(step, 'message') === 'not-a-decimal') ? 'decimal' : 'text' }
}

function choiceShape(schema: unknown): Shape {
  const key = String(part(schema, 'key'))
  const options = listPart(schema, 'options').map((option): ChoiceOption => {
    const own = part(part(option, 'entries'), key)
    const id = String(part(unwrapped(own), 'literal'))
    const fields = fieldsOf(option).filter((field) => field.key !== key)
    return { id, title: titles.get(option) ?? { vi: id, en: id }, fields, byDefault: isOptional(own) }
  })
  return { kind: 'choice', key, options }
}

/** Throws for a kind of schema that no definition has used so far: then it needs a line here. */
function shapeOf(wrapped: unknown): Shape {
  const schema = unwrapped(wrapped)
  const type = part(schema, 'type')
  switch (type) {
    case 'strict_object':
      return { kind: 'entry', fields: fieldsOf(schema) }
    case 'array':
      return { kind: 'list', item: shapeOf(part(schema, 'item')) }
    case 'string':
      return textShape(schema)
    case 'number':
      return { kind: 'number' }
    case 'boolean':
      return { kind: 'flag' }
    case 'picklist':
      return { kind: 'option', options: listPart(schema, 'options').map(String) }
    case 'literal':
      return { kind: 'literal', value: part(schema, 'literal') }
    case 'variant':
      return choiceShape(schema)
    case 'union':
      return { kind: 'either', options: listPart(schema, 'options').map(shapeOf) }
    default:
      throw new Error(`a workbook cannot hold what this schema describes: ${String(type)}`)
  }
}

/** One value that fits a cell without any notation. */
export function isPlain(shape: Shape): boolean {
  return ['text', 'decimal', 'date', 'number', 'flag', 'option'].includes(shape.kind)
}

/** The fields of a list's members; throws where the list has none, which a test would see at once. */
export function membersOf(entry: Entry, key: string): Entry {
  const shape = entry.fields.find((field) => field.key === key)?.shape
  if (shape?.kind === 'list' && shape.item.kind === 'entry') return shape.item
  throw new Error(`${key} is no list of entries`)
}

const whole = shapeOf(definitionSchema)
if (whole.kind !== 'entry') throw new Error('a definition is an entry')

/** The shape of a whole definition. */
export const definitionShape: Entry = whole
