/** Finds the one schema among dozens that a value's `type` asks for, which looking through a variant's options does anew each time. */

interface Typed {
  readonly entries: { readonly type: { readonly literal: string } }
}

/** The options of a variant by their type. */
export function schemasByType<Option extends Typed>(options: readonly Option[]): ReadonlyMap<unknown, Option> {
  return new Map(options.map((option) => [option.entries.type.literal, option]))
}
