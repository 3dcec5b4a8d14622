/** From a commit as stored to one whose facts are known: the boundary where old or foreign facts are found out. */
import * as v from 'valibot'
import { schemasByType } from '../contest/schemas-by-type.ts'
import type { Commit, SaltedFact } from './commit.ts'
import { type Fact, factSchema } from './facts.ts'

/** The commit holds a fact that this version does not know. */
export class UnknownFact extends Error {
  override readonly name = 'UnknownFact'
}

const schemas = schemasByType(factSchema.options)

/** The same commit with its facts checked one by one. Throws `UnknownFact` naming the commit and the path. */
export function readFacts(commit: Commit<SaltedFact>): Commit<Fact> {
  const facts = commit.facts.map((fact): Fact => {
    const parsed = v.safeParse(schemas.get(fact.type) ?? factSchema, fact)
    if (parsed.success) return parsed.output
    const path = v.getDotPath(parsed.issues[0]) ?? ''
    throw new UnknownFact(`commit ${commit.number}: fact ${fact.type} ${path}: ${parsed.issues[0].message}`)
  })
  return { ...commit, facts }
}
