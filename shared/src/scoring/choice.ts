/**
 * The shape of everything that a contest's rules choose from a list: a combining method, an outlier rule, an overtime
 * rule, a tie-break. One file makes one choice and one line in that folder's `registry.ts` offers it; the definition's
 * schema, the organiser's form and the printed rule text are all built from these entries.
 */
import * as v from 'valibot'
import { type Names, UNNAMED, type Wording } from './wording.ts'

type AnySchema = v.GenericSchema<unknown, object>

export type Choice<Id extends string, Schema extends AnySchema, Input, Output> = {
  /** The value of the schema's discriminating key. */
  readonly id: Id
  readonly title: Wording
  readonly schema: Schema
  /** The rule as a printed sentence. */
  readonly ruleText: (params: v.InferOutput<Schema>, names: Names) => Wording
  /** The rule at work on a few numbers, in one sentence: worked by the rule itself. */
  readonly example: (params: v.InferOutput<Schema>, names: Names) => Wording
  /** True where it looks at what each judge gave: then announced scores must keep that (SPEC U-16). */
  readonly looksAtSheets?: boolean
  /** True where it looks at the recorded time of the round that it names: then that round needs one. */
  readonly looksAtTime?: boolean
  /** True where the contest must have a head judge. */
  readonly needsHeadJudge?: boolean
  readonly apply: (input: Input, params: v.InferOutput<Schema>) => Output
}

export type Offered<Id extends string, Schema extends AnySchema, Input, Output> = Choice<Id, Schema, Input, Output> & {
  /** The rule with its parameters filled in. Throws `ValiError` when they are not this choice's. */
  readonly bind: (params: unknown) => BoundChoice<Input, Output>
}

export type BoundChoice<Input, Output> = {
  /** Pass the contest's names where there are any; otherwise ids appear. */
  readonly ruleText: (names?: Names) => Wording
  readonly example: (names?: Names) => Wording
  readonly apply: (input: Input) => Output
}

/** Adds `bind`, which lets a registry run any of its entries without knowing which parameters each of them has. */
export function offer<const Id extends string, Schema extends AnySchema, Input, Output>(
  choice: Choice<Id, Schema, Input, Output>,
): Offered<Id, Schema, Input, Output> {
  return {
    ...choice,
    bind(params) {
      const own = v.parse(choice.schema, params)
      return {
        ruleText: (names = UNNAMED) => choice.ruleText(own, names),
        example: (names = UNNAMED) => choice.example(own, names),
        apply: (input) => choice.apply(input, own),
      }
    },
  }
}

/** The entry with that id. Throws when there is none, which a parsed definition makes impossible. */
export function chosen<Entry extends { readonly id: string }>(entries: readonly Entry[], id: string): Entry {
  const entry = entries.find((candidate) => candidate.id === id)
  if (entry === undefined) throw new Error(`no such choice: ${id}`)
  return entry
}
