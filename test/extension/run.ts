/**
 * `npm run extension`: that a rule is one file and one entry in its registry. Made-up rules are added to a copy of the sources; then the copy's
 * schema, rule sheet, scores and derivations must know each of them, its types must hold, and no other file may have changed. Without them
 * the same copy must refuse each by its path. What was changed goes to stderr, one line of result to stdout; exit 1 on any fault.
 */
import type { Change } from './changes.ts'
import { CopiedSources } from './copied-sources.ts'
import type { Answer } from './question.ts'
import { type MadeUpRule, madeUpRules } from './rules.ts'

const began = performance.now()
const faults: string[] = []
const languages = ['vi', 'en'] as const

function expect(what: string, isSo: boolean, found: unknown = ''): boolean {
  if (isSo) return true
  faults.push(what)
  console.error(`FAILED  ${what} ${typeof found === 'string' ? found : JSON.stringify(found)}`)
  return false
}

function hasAll(what: string, found: Answer['explained'], expected: MadeUpRule['explained']): boolean {
  const held = languages.map((language) => {
    const missing = expected[language].filter((line) => !found[language].includes(line))
    const instead = `“${missing.join('”, “')}”, but\n        ${found[language].join('\n        ')}`
    return expect(`${what} says all in ${language}`, missing.length === 0, `not ${instead}`)
  })
  return held.every((isSo) => isSo)
}

function sameList(one: readonly string[] | null, other: readonly string[]): boolean {
  return one?.join() === other.join()
}

/** As long as it is in no registry, nothing knows it. */
function isUnknown({ kind, question, path }: MadeUpRule, { parameters, problems }: Answer): void {
  expect(`the ${kind} ${question.id} is in no schema before it is added`, parameters === null, parameters ?? '')
  const isRefused = problems.some((problem) => problem.path.startsWith(path) && problem.code === 'not-one-of')
  expect(`the ${kind} ${question.id} is refused at ${path} before it is added`, isRefused, problems)
}

function isOneFileAndOneEntry({ folder, file, name, kind }: MadeUpRule, changes: readonly Change[]): boolean {
  const own = changes.filter(({ path }) => path.startsWith(`shared/src/scoring/${folder}/`))
  const [made, registry] = [
    own.find(({ path }) => path.endsWith(`/${file}`)),
    own.find(({ path }) => path.endsWith('/registry.ts')),
  ]
  const lines =
    registry === undefined
      ? []
      : [...registry.removed.map((line) => `- ${line}`), ...registry.added.map((line) => `+ ${line}`)]
  console.error(`${kind}: new ${made?.path}, ${made?.added.length} lines\n  ${registry?.path}`)
  for (const line of lines) console.error(`    ${line}`)
  const [imported, listed, ...more] = registry?.added ?? []
  const isEntry = listed?.trim() === `${name},` || listed?.replace(`, ${name}]`, ']') === registry?.removed[0]
  const isSo = own.length === 2 && made?.kind === 'added' && isEntry && more.length === 0
  return expect(
    `the ${kind} is one file and one entry`,
    isSo && imported === `import { ${name} } from './${file}'`,
    own,
  )
}

function isInSchema({ kind, question, path, spoiled, parameters }: MadeUpRule, answer: Answer): boolean {
  const held = [
    expect(
      `the schema has the ${kind}'s parameters`,
      sameList(answer.parameters, parameters),
      answer.parameters ?? 'none',
    ),
    expect(`a contest with the ${kind} ${question.id} is accepted`, answer.problems.length === 0, answer.problems),
    expect(
      `its parameter is refused at ${path}.${spoiled}`,
      sameList(
        answer.problemsOfSpoiled.map((problem) => problem.path),
        [`${path}.${spoiled}`],
      ),
      answer.problemsOfSpoiled,
    ),
  ]
  return held.every((isSo) => isSo)
}

async function tried(copy: CopiedSources): Promise<string> {
  const questions = madeUpRules.map(({ question }) => question)
  const before = await copy.ask(questions)
  for (const rule of madeUpRules) copy.add(rule)
  const changes = copy.changes()
  const [after, typeErrors] = await Promise.all([copy.ask(questions), copy.typeErrors()])
  expect('the types hold', typeErrors === '', typeErrors)
  expect(
    'no other file is touched',
    changes.length === 2 * madeUpRules.length,
    changes.map(({ path }) => path),
  )
  const count = { added: 0, schema: 0, ruleSheet: 0, scored: 0, explained: 0 }
  for (const [at, rule] of madeUpRules.entries()) {
    const [unknown, known] = [before[at], after[at]]
    if (unknown === undefined || known === undefined) throw new Error('an answer is missing')
    isUnknown(rule, unknown)
    count.added += Number(isOneFileAndOneEntry(rule, changes))
    count.schema += Number(isInSchema(rule, known))
    count.ruleSheet += Number(hasAll(`the rule sheet with the ${rule.kind}`, known.ruleSheet, rule.ruleSheet))
    count.scored += Number(
      expect(`the ${rule.kind} gives the right table`, sameList(known.table, rule.table), known.table),
    )
    count.explained += Number(hasAll(`the derivation with the ${rule.kind}`, known.explained, rule.explained))
  }
  return (
    `${count.added} made-up rules added (${madeUpRules.map(({ kind }) => kind).join(', ')}), each 1 new file and 1 registry entry with its import; ` +
    `${count.schema} in the schema, ${count.ruleSheet} in the rule sheet (vi, en), ${count.scored} scored right, ${count.explained} in explain (vi, en)`
  )
}

const copy = new CopiedSources()
try {
  const result = await tried(copy)
  console.log(`extension: ${result}; ${faults.length} faults (${((performance.now() - began) / 1000).toFixed(1)} s)`)
} finally {
  copy.remove()
}
process.exitCode = faults.length === 0 ? 0 : 1
