/** The rulebook is whole: every command and every refusal of the closed unions is told by a test here or at the hub. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { refusals } from '@bang-diem/shared/language/vi/refusals.ts'
import { commandSchema } from '@bang-diem/shared/rules/commands.ts'
import { rolesByCommand } from '@bang-diem/shared/rules/seats.ts'
import { describe, expect, test } from 'vitest'

/** The texts of the tests in these folders, except this one. */
const tests = ['../rules', '../hub'].flatMap((folder) => {
  const path = fileURLToPath(new URL(`${folder}/`, import.meta.url))
  const files = readdirSync(path).filter((file) => file.endsWith('.test.ts') && file !== 'coverage.test.ts')
  return files.map((file) => readFileSync(`${path}${file}`, 'utf8'))
})
const isTold = (pattern: RegExp) => tests.some((text) => pattern.test(text))

describe('R-32', () => {
  // Every code has its words, or the language does not compile: its keys are the union.
  test.each(Object.keys(refusals.of))('R-32: a test is refused with %s', (code) => {
    expect(isTold(new RegExp(`code: '${code}'`))).toBe(true)
  })

  test.each(commandSchema.options.map((option) => option.entries.type.literal))('R-32: a test gives %s', (type) => {
    expect(isTold(new RegExp(`type: '${type}'`))).toBe(true)
    expect(rolesByCommand[type].length).toBeGreaterThan(0)
  })
})
