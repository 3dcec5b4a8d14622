/** How papers begin: texts of a definition that change at any time, and change nothing else. */
import { sha256 } from '@bang-diem/server/sha256.ts'
import { type Definition, type DefinitionInput, parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import { tellProblem } from '@bang-diem/shared/language/problems.ts'
import { checkNext, decodeCommit, genesis, seal } from '@bang-diem/shared/ledger/commit.ts'
import { evolve } from '@bang-diem/shared/ledger/evolve.ts'
import type { FactBody } from '@bang-diem/shared/ledger/facts.ts'
import { readFacts } from '@bang-diem/shared/ledger/read-commit.ts'
import { definitionOf, initialState } from '@bang-diem/shared/ledger/state.ts'
import { definitionHash } from '@bang-diem/shared/rules/organise.ts'
import { viewFor } from '@bang-diem/shared/views/audiences.ts'
import { describe, expect, test } from 'vitest'
import { problemsOf, withChange } from './definition-problems.ts'
import { given } from './rulebook.ts'
import { created, definitionOfThree } from './small-contest.ts'

const papers = {
  letterhead: 'party',
  parent: 'Tỉnh ủy Đắk Lắk',
  issuer: 'Ban Tổ chức hội thi',
  right: ['ĐẢNG CỘNG SẢN VIỆT NAM'],
  place: 'Buôn Ma Thuột',
  symbol: 'BTC',
  secretary: 'Nguyễn Thị Thư',
  chair: 'Trần Văn Ban',
} as const satisfies DefinitionInput['papers']
const certified: FactBody = {
  type: 'stage-certified',
  stage: 'chung-ket',
  definitionHash: 'ab'.repeat(32),
  rows: [],
}

function withPapers(input: DefinitionInput['papers']): Definition {
  const parsed = parseDefinition({ ...definitionOfThree(), papers: input })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.definition
}

describe('in a definition', () => {
  test('D-1 D-24: without a word about papers they begin plainly', () => {
    expect(withPapers(undefined).papers).toEqual({ letterhead: 'plain' })
    expect(withPapers(papers).papers).toEqual(papers)
  })

  test.each([
    ['letterhead', 'not-one-of', 'royal'],
    ['parent', 'too-long', 'a'.repeat(161)],
    ['issuer', 'too-short', ' '],
    ['right', 'too-short', []],
    ['right', 'too-long', ['1', '2', '3', '4']],
    ['symbol', 'too-long', 'a'.repeat(21)],
    ['seal', 'unknown-key', 'x'],
  ])('D-2 D-24: papers.%s is refused as %s', (field, code, value) => {
    expect(problemsOf(withChange('papers', { ...papers, [field]: value }))).toEqual([`papers.${field}: ${code}`])
  })

  test('D-24: the place of a paper is told in other words than that of a session', () => {
    const told = (path: string) => tellProblem({ path, code: 'too-long', params: { bound: '80' } }, 'vi')
    expect(told('papers.place')).toMatch(/^Văn bản › địa danh: /)
    expect(told('sessions[0].place')).toMatch(/^Buổi 1 › thứ tự: /)
  })

  test('D-24: they stand in no view', () => {
    const { state } = given(created({ ...definitionOfThree(), papers }))
    for (const audience of ['hall', 'mc', 'desk', 'judge:gk1', 'head:gk1'] as const) {
      expect(JSON.stringify([...viewFor(state, audience)])).not.toMatch(/Tỉnh ủy|Nguyễn Thị Thư|Trần Văn Ban/)
    }
  })
})

test('R-27: how papers begin may change when the table is certified, and the table stays', () => {
  const story = given(created(), certified)
  const table = story.state.certified.get('chung-ket')
  const definition = withPapers(papers)
  story
    .when('organiser', { type: 'redefine', definition })
    .thenFacts({ type: 'contest-redefined', definition, definitionHash: definitionHash(definition, sha256) })
  expect(definitionOf(story.state).papers).toEqual(papers)
  expect(story.state.certified.get('chung-ket')).toBe(table)
})

test('D-25: a history from before papers is read as it was written', () => {
  const { papers: _, ...older } = withPapers(undefined)
  const hash = sha256(JSON.stringify(older))
  const begin = genesis(older.id, sha256)
  const { line } = seal(
    {
      number: 1,
      at: 1000,
      by: 'hub',
      commandId: '',
      facts: [{ type: 'contest-created', salt: 'cd'.repeat(16), definition: older, definitionHash: hash }],
      previous: begin.hash,
    },
    sha256,
  )
  expect(checkNext(begin, line, sha256).ok).toBe(true)
  const stored = decodeCommit(line)
  if (!stored) throw new Error('the line is a commit')
  const state = initialState(older.id, begin)
  evolve(state, readFacts(stored))
  expect(definitionOf(state)).toEqual({ ...older, papers: { letterhead: 'plain' } })
  expect(state.definitionHash).toBe(hash)
})
