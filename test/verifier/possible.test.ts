/** The verifier on facts that cannot follow on what a ledger says before them, in chains that are whole. */
import type { Unsealed } from '@bang-diem/shared/ledger/commit.ts'
import type { Fact, FactOf } from '@bang-diem/shared/ledger/facts.ts'
import { describe, expect, test } from 'vitest'
import { reopen, reopenStage } from '../rules/acts.ts'
import { commitOf, finished, forged, played, resealed, said, verified } from './forged.ts'

const { lines } = finished()
const first = commitOf(lines, 'sheet-submitted')
const sheet = 'the sheet of Giám khảo 1 for Đội A in “Chào hỏi”'

type Submitted = FactOf<'sheet-submitted'>

/** The first sheet of all is another one. */
function withSheet(change: Partial<Submitted>): string {
  return said(
    resealed(lines, (commit) => {
      const other = (fact: Fact): Fact => (fact.type === 'sheet-submitted' ? { ...fact, ...change } : fact)
      return [commit.number === first ? { ...commit, facts: commit.facts.map(other) } : commit]
    }),
  )
}

/** The commit that holds the first fact of this type stands there twice. */
function twice(ledger: readonly string[], type: Fact['type']): string {
  const number = commitOf(ledger, type)
  return said(resealed(ledger, (commit) => (commit.number === number ? [commit, commit] : [commit])))
}

function without(ledger: readonly string[], type: Fact['type']): string {
  const isOther = ({ facts }: Unsealed<Fact>) => facts.every((fact) => fact.type !== type)
  return said(resealed(ledger, (commit) => (isOther(commit) ? [commit] : [])))
}

function withDefinition(change: (definition: FactOf<'contest-created'>['definition']) => object): string[] {
  return forged(lines, (fact) => {
    if (fact.type !== 'contest-created') return fact
    return { ...fact, definition: { ...fact.definition, ...change(fact.definition) } }
  })
}

describe('sheets', () => {
  test('C-13: a sheet has exactly the marks of its round, each on its scale', () => {
    const both = { 'noi-dung': '9', 'hinh-thuc': '9' }
    const wrong = [{}, { 'noi-dung': '9' }, { ...both, 'phong-cach': '9' }, { ...both, 'noi-dung': '10.25' }]
    for (const marks of [...wrong, { ...both, 'noi-dung': '9.1' }]) {
      expect(withSheet({ marks: marks as Submitted['marks'] })).toBe(
        `Commit ${first} cannot be: ${sheet} does not fit the criteria and scales of the definition.`,
      )
    }
  })

  test('C-13: it is of a round, a team and a judge that the definition has', () => {
    expect(withSheet({ round: 'khong-co' })).toContain('the definition has no round “khong-co”')
    expect(withSheet({ team: 'z' })).toContain('the definition has no team “z”')
    expect(withSheet({ judge: 'gk9' })).toContain('the definition has no judge “gk9”')
  })

  test('C-13: it comes in once, and again only when it was reopened, with the count of reopenings', () => {
    expect(twice(lines, 'sheet-submitted')).toBe(
      `Commit ${first + 1} cannot be: ${sheet} was in already and had not been reopened.`,
    )
    expect(withSheet({ revision: 1 })).toContain('counts its reopenings wrongly')
    const open = reopen(played(), 'a').lines
    expect(twice(open, 'sheet-reopened')).toContain('is reopened and was not in')
    expect(verified(open).verdict).toEqual({ outcome: 'agrees' })
  })

  test('C-13: a redefinition leaves no sheet without its criteria', () => {
    const story = finished()
    story.when('organiser', { type: 'redefine', definition: definitionAs(story.lines) }).thenAccepted()
    expect(verified(story.lines).verdict).toEqual({ outcome: 'agrees' })
    const other = forged(story.lines, (fact) => {
      if (fact.type !== 'contest-redefined') return fact
      const stages = fact.definition.stages.map((stage) => ({
        ...stage,
        rounds: stage.rounds.map((round) => ({ ...round, criteria: round.criteria.slice(0, 1) })),
      }))
      return { ...fact, definition: { ...fact.definition, stages } }
    })
    expect(said(other)).toContain(`Commit ${story.lines.length} cannot be: ${sheet} does not fit`)
  })
})

function definitionAs(ledger: readonly string[]): FactOf<'contest-created'>['definition'] {
  let found: FactOf<'contest-created'>['definition'] | null = null
  forged(ledger, (fact) => {
    if (fact.type === 'contest-created') found = { ...fact.definition, title: 'Hội thi đổi tên' }
    return fact
  })
  if (found === null) throw new Error('a ledger begins with its contest')
  return found
}

describe('stages and the desk', () => {
  test('C-13: a stage is certified once, and reopened when it was certified', () => {
    const reopened = reopenStage(finished()).lines
    expect(twice(lines, 'stage-certified')).toContain('the stage “Chung kết” was certified already')
    expect(twice(reopened, 'stage-reopened')).toContain('“Chung kết” was not certified, so that nothing could be')
    expect(without(reopened, 'stage-certified')).toContain('“Chung kết” was not certified')
    const unknown = forged(reopened, (fact) => (fact.type === 'stage-reopened' ? { ...fact, stage: 'khac' } : fact))
    expect(said(unknown)).toContain('the definition has no stage “khac”')
  })

  test('C-13: nothing is recorded in a stage that is certified', () => {
    const late = resealed(lines, (commit) => (commit.number === lines.length ? [commit, timeOf(commit)] : [commit]))
    expect(said(late)).toContain(`Commit ${lines.length + 1} cannot be: the stage “Chung kết” was certified already.`)
  })

  test('C-13: a contest is created once', () => {
    expect(twice(lines, 'contest-created')).toBe('Commit 2 cannot be: a contest is created once.')
  })

  test('C-13: a definition fits itself, as far as tables follow from it', () => {
    const withRound = (change: object) =>
      said(
        withDefinition(({ stages }) => ({
          stages: stages.map((stage) => ({
            ...stage,
            rounds: stage.rounds.map((round) => ({ ...round, ...change })),
          })),
        })),
      )
    const group = { id: 'mot', weight: '1', judges: ['gk1', 'gk2'] }
    expect(withRound({ judgeGroups: [group] })).toBe(
      'Commit 1 cannot be: its definition does not fit itself (stages.0.rounds.0.judgeGroups).',
    )
    const trimmed = { method: 'trimmed-mean', over: 'sheet', highest: 2, lowest: 1, whenAtLeast: 3 }
    expect(withRound({ combine: trimmed })).toContain('(stages.0.rounds.0.combine)')
    expect(said(withDefinition(({ teams }) => ({ teams: [...teams, ...teams] })))).toContain('(teams)')
  })

  test('C-4: roundings beyond six decimals and weights of nothing are not known', () => {
    const withStage = (change: object) =>
      said(withDefinition(({ stages }) => ({ stages: stages.map((stage) => ({ ...stage, ...change })) })))
    const rounding = [{ at: 'total', decimals: 1_000_000_000, mode: 'half-up' }]
    expect(withStage({ rounding })).toContain('(definition.stages.0.rounding.0.decimals)')
    expect(withStage({ ownWeight: '0' })).toContain('(definition.stages.0.ownWeight)')
  })
})

function timeOf(commit: Unsealed<Fact>): Unsealed<Fact> {
  const [{ salt } = { salt: '' }] = commit.facts
  return { ...commit, facts: [{ type: 'time-recorded', salt, round: 'chao-hoi', team: 'a', seconds: 1 }] }
}
