/** Arbitrary contests: small ones, with every policy and every kind of round. */
import { type Definition, type DefinitionInput, parseDefinition } from '@bang-diem/shared/contest/definition.ts'
import * as fc from 'fast-check'

const scale = fc.constantFrom(
  { min: '0', max: '10', step: '0.25' },
  { min: '6', max: '10', step: '0.5' },
  { min: '0', max: '10', step: '1' },
)
const weight = fc.constantFrom('1', '2')
const over = fc.constantFrom('sheet', 'criterion')

const anyRound = fc.record({
  weight,
  order: fc.constantFrom('listed', 'drawn'),
  scales: fc.array(scale, { minLength: 0, maxLength: 2 }),
  tallied: fc.boolean(),
  small: fc.boolean(),
  combine: fc.oneof(
    fc.record({ method: fc.constantFrom('mean', 'median'), over }),
    fc.record({ method: fc.constant('trimmed-mean'), over, highest: fc.constant(1), lowest: fc.constant(1) }),
  ),
  outliers: fc.constantFrom({ rule: 'none' } as const, { rule: 'drop', limit: '10%' } as const),
  timed: fc.boolean(),
})

const anyStage = fc.record({
  rounds: fc.array(anyRound, { minLength: 1, maxLength: 3 }),
  reveal: fc.constantFrom('live', 'after-team', 'after-round', 'ceremony'),
  compare: fc.constantFrom('rounded', 'exact'),
  ranking: fc.constantFrom('standard', 'dense'),
  decision: fc.boolean(),
  someTeams: fc.boolean(),
})

/** A contest of up to four teams, three judges and two stages. */
export const anyDefinition: fc.Arbitrary<Definition> = fc
  .record({
    teams: fc.integer({ min: 1, max: 4 }),
    judges: fc.integer({ min: 1, max: 3 }),
    head: fc.boolean(),
    stages: fc.array(anyStage, { minLength: 1, maxLength: 2 }),
  })
  .map(({ teams, judges, head, stages }) => {
    const listed = (prefix: string, count: number) =>
      Array.from({ length: count }, (_, index) => ({ id: `${prefix}${index + 1}`, name: `${prefix} ${index + 1}` }))
    const input = {
      format: 1,
      id: 'hoi-thi',
      title: 'Hội thi bất kỳ',
      teams: listed('t', teams),
      judges: listed('gk', judges).map((judge, index) => ({ ...judge, head: head && index === 0 })),
      stages: stages.map((stage, index) => stageOf(stage, `s${index + 1}`)),
    } satisfies DefinitionInput
    const parsed = parseDefinition(input)
    if (!parsed.ok) throw new Error(`an arbitrary contest is not in order: ${JSON.stringify(parsed.problems)}`)
    return parsed.definition
  })

type Drawn<A> = A extends fc.Arbitrary<infer Value> ? Value : never

function stageOf(drawn: Drawn<typeof anyStage>, id: string): DefinitionInput['stages'][number] {
  const { rounds, reveal, compare, ranking, decision, someTeams } = drawn
  return {
    id,
    title: id,
    entrants: someTeams ? ['t1'] : 'all',
    rounds: rounds.map((round, index) => roundOf(round, `${id}-r${index + 1}`)),
    reveal,
    compare,
    ranking,
    tieBreaks: decision ? [{ by: 'decision' }] : [],
  }
}

function roundOf(drawn: Drawn<typeof anyRound>, id: string): DefinitionInput['stages'][number]['rounds'][number] {
  const { scales, tallied, small, timed, ...rules } = drawn
  const judged = scales.map((each, index) => ({ id: `c${index + 1}`, title: 'x', scale: each }))
  const quiz = { id: 'q', title: 'q', scoredBy: 'secretary' as const, scale: { min: '0', max: '10', step: '1' } }
  const criteria = tallied || judged.length === 0 ? [...judged, quiz] : judged
  return {
    ...rules,
    id,
    title: id,
    maximum: String(criteria.length * 10),
    panel: small ? ['gk1'] : 'all',
    criteria,
    time: timed ? { limitSeconds: 60 } : {},
    overtime: timed ? { rule: 'per-minute', points: '1', count: 'started' } : { rule: 'none' },
  }
}
