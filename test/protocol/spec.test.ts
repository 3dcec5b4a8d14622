/** SPEC.md and the tests agree on which rules there are: none is unproven, none is quoted that does not stand there. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Where titles of tests stand: test files, and the suite that every ledger must pass. */
const isTest = (path: string) => /\.test\.ts$|ledgers\/contract\/[^/]+\.ts$/.test(path)
const files = ['test', join('server', 'src')].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
)

/** A title begins with the rules that it proves: `'S-5 S-13: …'`, `'P-24: U-3: …'`, or `'O-22'` in a table of cases. */
const opening = /['"`]((?:[A-Z]-\d+[:, '"`]+)+)/g
const quoted = new Map<string, string>()
for (const file of files.filter((path) => isTest(path) && !path.includes('node_modules'))) {
  for (const [, rules = ''] of readFileSync(join(root, file), 'utf8').matchAll(opening)) {
    for (const [rule] of rules.matchAll(/[A-Z]-\d+/g)) quoted.set(rule, file)
  }
}

const spec = readFileSync(join(root, 'SPEC.md'), 'utf8')
const rules = [...spec.matchAll(/^- \*\*([A-Z]-\d+)\*\* /gm)].map(([, rule]) => rule ?? '')

describe('P-30: SPEC.md', () => {
  test('P-30: every rule has a number of its own', () => {
    expect(rules.length).toBeGreaterThan(150)
    expect(rules.filter((rule, index) => rules.indexOf(rule) !== index)).toEqual([])
  })

  test('P-30: every rule is quoted by a test', () => {
    expect(rules.filter((rule) => !quoted.has(rule))).toEqual([])
  })

  test('P-30: every rule that a test quotes stands there', () => {
    expect([...quoted].filter(([rule]) => !rules.includes(rule))).toEqual([])
  })
})
