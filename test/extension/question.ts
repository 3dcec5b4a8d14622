/**
 * What is asked of a tree of sources about one rule, and what it answers: both cross to another process as JSON and are read with these
 * schemas. It knows no rule.
 */
import * as v from 'valibot'

const questionSchema = v.strictObject({
  /** The choice's own key and id, such as `method` and `mean`. */
  key: v.string(),
  id: v.string(),
  /** A contest that chooses the rule, and the same one with a parameter that is not in order. */
  definition: v.unknown(),
  spoiled: v.unknown(),
  /** One mark of each judge, by team. */
  marks: v.record(v.string(), v.array(v.string())),
  /** How long each team took. */
  seconds: v.record(v.string(), v.number()),
})
export const questionsSchema = v.array(questionSchema)
export type Question = v.InferOutput<typeof questionSchema>

const problemsSchema = v.array(v.object({ path: v.string(), code: v.string() }))
const inBothSchema = v.strictObject({ vi: v.array(v.string()), en: v.array(v.string()) })

const answerSchema = v.strictObject({
  /** The parameters that the JSON schema of definitions offers for the choice; `null`: it does not offer the choice. */
  parameters: v.nullable(v.array(v.string())),
  /** What is wrong with the definition; none: it is accepted. The rest is empty where there is any. */
  problems: problemsSchema,
  problemsOfSpoiled: problemsSchema,
  /** Every sentence and example of the rule sheet. */
  ruleSheet: inBothSchema,
  /** `<rank> <team> <total>`, best first. */
  table: v.array(v.string()),
  /** `<team> · <step>`: the derivation of each place in words. */
  explained: inBothSchema,
})
export const answersSchema = v.array(answerSchema)
export type Answer = v.InferOutput<typeof answerSchema>
