/** The definition's schema as JSON Schema, for editors and for programs that write definitions. Made from the same schema that checks. */
import { definitionSchema } from '@bang-diem/shared/contest/definition.ts'
import { toJsonSchema } from '@valibot/to-json-schema'

let made: object | undefined

export function definitionJsonSchema(): object {
  // Checks and transformations that JSON Schema cannot say are left out of it; the hub still applies them.
  made ??= toJsonSchema(definitionSchema, { errorMode: 'ignore', typeMode: 'input' })
  return made
}
