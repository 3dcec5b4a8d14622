/** What a preset is: a definition to begin from, with a title for the organiser's list. */
import type { DefinitionInput } from '../definition.ts'

export interface Preset {
  readonly id: string
  readonly title: { readonly vi: string; readonly en: string }
  readonly definition: DefinitionInput
}
